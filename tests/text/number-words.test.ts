import { describe, expect, it } from 'vitest';
import { impliedStems } from '../../src/text/calendar.js';
import { numberStems } from '../../src/text/number-words.js';
import { stemOf, wordsOf } from '../../src/text/words.js';

const other = (text: string): readonly string[] => numberStems(wordsOf(text));

describe('numbers in their other form', () => {
  it('are digits for words, and words for digits', () => {
    expect(other('Ten visits cost 60 euros.')).toEqual(['10', stemOf('sixty')]);
    expect(other('A team of 3, or of twelve')).toEqual([stemOf('three'), '12']);
    expect(impliedStems(wordsOf('Ten visits')).has('10')).toBe(true);
  });

  it('are places as digits with their ends', () => {
    expect(other('First place, then 2nd and fourth')).toEqual(['1st', 'second', '4th'].map(stemOf));
  });

  it('are none of other numbers, times and "one"', () => {
    expect(other('One of 115 at 10:30 in 2010, for 1.5')).toEqual([]);
    expect(other('A tent that often is full')).toEqual([]);
  });
});
