import { describe, expect, it } from 'vitest';
import { rarity, related, termsOf } from '../../src/retrieval/terms.js';
import { wordsOf } from '../../src/text/words.js';

const texts = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('words', () => {
  it('leaves out the s of a possessive, straight or curly', () => {
    expect(texts("Putin's delegation")).toEqual(['putin', 'delegation']);
    expect(texts('Putin’s delegation')).toEqual(['putin', 'delegation']);
  });

  it('keeps the separators of a number', () => {
    expect(texts('1,345,596 people paid 6.5 million.')).toContain('1,345,596');
  });

  it('compares without diacritics and stands where it is written', () => {
    const text = 'In Trần Kinh';
    const word = wordsOf(text)[1];
    expect(word?.text).toBe('tran');
    expect(text.slice(word?.start, word?.end)).toBe('Trần');
  });

  it('knows that a capital says nothing at the start of a sentence', () => {
    expect(wordsOf('“Which Paper')[0]).toMatchObject({ opens: true, capitalised: true });
    expect(wordsOf('“Which Paper')[1]).toMatchObject({ opens: false, capitalised: true });
  });
});

describe('terms', () => {
  it('leave out what only builds the question', () => {
    const terms = termsOf(wordsOf("who is in Putin's delegation"), new Map(), 5);
    expect(terms.map(({ text }) => text)).toEqual(['putin', 'delegation']);
  });

  it('weigh a rare word more than an everyday one, in one article as in many', () => {
    for (const passages of [1, 10, 1_000, 100_000]) {
      expect(rarity('cosmodrome', 1, passages)).toBeGreaterThan(
        rarity('people', Math.ceil(passages / 10), passages),
      );
    }
  });

  it('stay of the same order from one article to ten thousand', () => {
    expect(rarity('cosmodrome', 1, 1)).toBeGreaterThan(2);
    expect(rarity('cosmodrome', 1, 10_000)).toBeLessThan(12);
  });

  it('are related by a common beginning of two thirds', () => {
    expect(related('norman', 'normandi')).toBe(true);
    expect(related('north', 'norman')).toBe(false);
    expect(related('intern', 'interest')).toBe(false);
  });
});
