import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/answering/confidence/evidence.js';
import { indexText } from '../../../src/retrieval/text-index.js';

const kinds = (text: string): string[] => {
  const index = indexText(text);
  return candidatesOf(index)
    .filter(({ kind }) => kind === 'date' || kind === 'number')
    .map(({ kind, first, last }) =>
      [kind, ...index.words.slice(first, last + 1).map((word) => word.text)].join(' '),
    );
};

describe('digits', () => {
  it('are amounts and dates where they stand for themselves', () => {
    expect(kinds('It sold 88 mugs in 2024.')).toEqual(['date 2024', 'number 88']);
    expect(kinds('A 50-year-old oak, cut in the mid-1990s.')).toEqual(['date 1990s', 'number 50']);
  });

  it('are neither in a code or an identifier', () => {
    expect(kinds('Case 240317-RSB-Tarn-88 is closed.')).toEqual([]);
    expect(kinds('Bolt MB-7733 is made of steel.')).toEqual([]);
  });
});

describe('the channel of a chat', () => {
  const places = (text: string): string[] => {
    const index = indexText(text);
    return candidatesOf(index)
      .filter(({ kind }) => kind === 'place')
      .map(({ first }) => index.words[first]?.text ?? '');
  };

  it('is a place, however it is written', () => {
    expect(places('Sales belong in #market.')).toEqual(['market']);
    expect(places('#babel: every other language')).toEqual(['babel']);
  });

  it('is told from a number, and from what is only joined by the sign', () => {
    expect(places('A crash was fixed (#1182).')).toEqual([]);
    expect(places('written in c#sharp')).toEqual([]);
  });
});
