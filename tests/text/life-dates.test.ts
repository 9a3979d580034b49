import { describe, expect, it } from 'vitest';
import { lifeStems } from '../../src/text/life-dates.js';
import { stemOf, wordsOf } from '../../src/text/words.js';

const saysLife = (text: string): boolean =>
  ['born', 'died', 'death'].every((word) => lifeStems(wordsOf(text)).includes(stemOf(word)));

describe('dates of a life in brackets', () => {
  it('say when somebody was born and died', () => {
    expect(saysLife('Odalys Brenner (14 May 1902 – 3 November 1979) was a botanist.')).toBe(true);
    expect(saysLife('Jost Amrain (1889-1951), a guide, went with her.')).toBe(true);
    expect(saysLife('Ada Voss (born in Vessin, 1820 — 1871) painted.')).toBe(true);
  });

  it('are two years behind a name', () => {
    expect(saysLife('Odalys Brenner (1902) was a botanist.')).toBe(false);
    expect(saysLife('The war (1914–1918) was long.')).toBe(false);
    expect(saysLife('Brenner, from 1902 – 1979, climbed.')).toBe(false);
    expect(saysLife('Brenner (pages 12–19) writes so.')).toBe(false);
  });
});
