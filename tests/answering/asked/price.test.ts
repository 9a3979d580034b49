import { describe, expect, it } from 'vitest';
import { tellsPrice } from '../../../src/answering/asked/price.js';
import { passageOf } from '../made.js';

function unit(text: string, kind: 'row' | 'item' | 'sentence'): Parameters<typeof tellsPrice>[0] {
  const [sentence] = passageOf('Café', [text]).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return { ...sentence, kind };
}

describe('a unit tells a price', () => {
  it.each([
    ['Espresso | 2.20', 'row', ['Prices']],
    ['Pot of tea – 3.80', 'item', ['Menu']],
    ['Single room | 90', 'row', ['Our rooms', 'Room rates']],
    ['Espresso costs 2 euros.', 'sentence', []],
  ] as const)('as a number in an entry below such a heading, or a currency: %s', (...given) => {
    const [text, kind, path] = given;
    expect(tellsPrice(unit(text, kind), path)).toBe(true);
  });

  it.each([
    ['Espresso | 2.20', 'row', ['Volumes']],
    ['We opened with 12 tables.', 'sentence', ['Prices']],
    ['Espresso | sold out', 'row', ['Prices']],
  ] as const)('and not as any number: %s', (...given) => {
    const [text, kind, path] = given;
    expect(tellsPrice(unit(text, kind), path)).toBe(false);
  });
});
