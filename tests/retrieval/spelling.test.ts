import { describe, expect, it } from 'vitest';
import { askingWord, editsBetween } from '../../src/retrieval/spelling.js';

describe('edits between two words', () => {
  it('count a letter too few, too many or wrong as one', () => {
    expect(editsBetween('delegaton', 'delegation')).toBe(1);
    expect(editsBetween('kremlinn', 'kremlin')).toBe(1);
    expect(editsBetween('kremlen', 'kremlin')).toBe(1);
  });

  it('count two exchanged neighbours as one', () => {
    expect(editsBetween('krelmin', 'kremlin')).toBe(1);
    expect(editsBetween('nkremli', 'kremlin')).toBeGreaterThan(1);
  });
});

describe('a word that asks, misspelt', () => {
  it.each([
    ['wher', 'where'],
    ['whre', 'where'],
    ['waht', 'what'],
    ['wehn', 'when'],
    ['wich', 'which'],
    ['delegate', undefined],
    ['much', undefined],
    ['water', undefined],
  ])('%s is %s', (written, meant) => {
    expect(askingWord(written)).toBe(meant);
  });
});
