import { describe, expect, it } from 'vitest';
import { guttersOf } from '../../../../src/articles/kinds/pdf/gutters.js';

const SIZE = 10;

/** A line of parts, each with where it begins; letters are half as wide as they are large. */
function line(y: number, ...parts: readonly (readonly [number, string])[]) {
  return parts.map(([left, text]) => ({
    text,
    left,
    right: left + text.length * 5,
    y,
    size: SIZE,
  }));
}

describe('columns that stand close', () => {
  const rows = [
    line(100, [60, 'Place'], [110, 'Delta'], [139, 'Box']),
    line(114, [60, 'Cold Tarn'], [110, '41'], [139, '17']),
    line(128, [60, 'Low Quay'], [110, '8'], [139, '6']),
    line(142, [60, 'Marlpit'], [110, '15'], [139, '2']),
  ];

  it('are told by what is empty all the way down', () => {
    const gutters = guttersOf(rows);
    expect(gutters.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    for (const [first = 0, second = 0] of gutters) {
      expect(first).toBeGreaterThan(105);
      expect(first).toBeLessThan(110);
      expect(second).toBeGreaterThan(135);
      expect(second).toBeLessThan(139);
    }
  });

  it('are told below and above a paragraph', () => {
    const prose = (y: number) =>
      line(y, [60, 'The'], [78, 'stewards'], [121, 'counted'], [160, 'all'], [178, 'kites']);
    const gutters = guttersOf([prose(60), prose(74), ...rows, prose(162)]);
    expect(gutters.map(({ length }) => length)).toEqual([0, 0, 2, 2, 2, 2, 0]);
  });

  it('are none between two lines, or if no column is of numbers', () => {
    expect(guttersOf(rows.slice(1, 3)).flat()).toEqual([]);
    const words = rows.map((row) => row.map((part) => ({ ...part, text: 'abcde' })));
    expect(guttersOf(words).flat()).toEqual([]);
  });

  it('are none in prose whose spaces happen to stand below each other', () => {
    const prose = [0, 14, 28, 42].map((y) =>
      line(y, [60, 'In 1962'], [100, 'the council of'], [175, 'the town met for']),
    );
    expect(guttersOf(prose).flat()).toEqual([]);
  });
});
