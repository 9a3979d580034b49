import { describe, expect, it } from 'vitest';
import { piecesOf, windowsOf } from '../../src/embedding/pieces.js';

/** Two characters a piece. */
function encode(word: string): number[] {
  return Array.from({ length: Math.ceil(word.length / 2) }, (_, index) => index);
}

describe('the pieces of a text', () => {
  it('stand where their words stand, in UTF-16 units', () => {
    const text = '😀 Zoë’s café—“open” 24h';
    const { starts, ends, ids } = piecesOf(text, encode);
    expect(ids).toHaveLength(starts.length);
    const words = new Set(starts.map((start, index) => text.slice(start, ends[index])));
    expect([...words]).toEqual(['😀', 'Zoë', '’', 's', 'café', '—', '“', 'open', '”', '24h']);
  });

  it('are cut at every sign of ASCII and every Chinese character, as BERT cuts them', () => {
    const text = 'a+b=c 北京x';
    const { starts, ends } = piecesOf(text, () => [1]);
    expect(starts.map((start, index) => text.slice(start, ends[index]))).toEqual([
      'a',
      '+',
      'b',
      '=',
      'c',
      '北',
      '京',
      'x',
    ]);
  });

  it('leave out what is no word, however long', () => {
    expect(piecesOf('x'.repeat(100_000), encode).ids).toEqual([]);
  });
});

describe('windows', () => {
  it('are one where all fits', () => {
    expect(windowsOf(100, 300, 50)).toEqual([{ start: 0, end: 100 }]);
    expect(windowsOf(0, 300, 50)).toEqual([{ start: 0, end: 0 }]);
  });

  it('overlap and reach the end', () => {
    expect(windowsOf(500, 300, 50)).toEqual([
      { start: 0, end: 300 },
      { start: 250, end: 500 },
    ]);
  });
});
