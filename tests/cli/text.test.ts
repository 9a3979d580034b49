import { describe, expect, it } from 'vitest';
import {
  count,
  duration,
  plain,
  plainJson,
  plainLine,
  size,
  table,
  wrap,
} from '../../src/cli/text.js';

describe('text for a terminal', () => {
  it('loses what steers a terminal or turns the direction of text', () => {
    expect(plain('\u001b[31mred\u001b[0m\u0007 and \u202eback\u009b')).toBe('red and back');
    expect(plain('two\nlines\tkept')).toBe('two\nlines\tkept');
  });

  it('keeps its value in JSON, with what steers a terminal escaped', () => {
    const value = { text: 'a\u202eb\u009bc\u001b[31m' };
    expect(plainJson(value)).toBe(String.raw`{"text":"a\u202eb\u009bc\u001b[31m"}`);
    expect(JSON.parse(plainJson(value))).toEqual(value);
  });

  it('is cut between characters as people count them', () => {
    expect(plainLine(' one \n two ', 20)).toBe('one two');
    expect(plainLine('abcdef', 4)).toBe('abc…');
    expect(plainLine('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…');
  });

  it('stands in columns, whatever script it is in', () => {
    const rows = [
      ['東京', 1],
      ['👩‍👩‍👧 fun', 20],
      ['plain', 300],
    ] as const;
    expect(table(['title', 'passages'], rows).split('\n')).toEqual([
      'title   passages',
      '東京           1',
      '👩‍👩‍👧 fun        20',
      'plain        300',
    ]);
  });

  it('is broken between words, where escape sequences take no room', () => {
    expect(wrap('one two three', 7)).toBe('one two\nthree');
    expect(wrap('one \u001b[1mtwo\u001b[22m three', 7)).toBe('one \u001b[1mtwo\u001b[22m\nthree');
    expect(wrap('a-word-too-long for it', 5)).toBe('a-word-too-long\nfor\nit');
    expect(wrap('as it is', undefined)).toBe('as it is');
  });
});

describe('figures for a person', () => {
  it('have a unit that fits their size', () => {
    expect([340, 12_345, 245_000, 7_380_000].map(duration)).toEqual([
      '340 ms',
      '12.3 s',
      '4 min 5 s',
      '2 h 3 min',
    ]);
    expect([12, 1_234, 56_700_000].map(size)).toEqual(['12 B', '1.2 kB', '56.7 MB']);
    expect([count(1, 'article'), count(1200, 'article')]).toEqual(['1 article', '1,200 articles']);
  });

  it('stand under one another in a table', () => {
    expect(
      table(
        ['NAME', 'N'],
        [
          ['gull', 1],
          ['a', 1000],
        ],
      ),
    ).toBe(['NAME      N', 'gull      1', 'a     1,000'].join('\n'));
  });
});
