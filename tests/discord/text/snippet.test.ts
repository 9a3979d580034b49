import { describe, expect, test } from 'vitest';
import { snippet } from '../../../src/discord/text/snippet.js';
import { hostileTexts } from '../hostile.js';

const PASSAGE = `The market opens at ten.
Sellers pay twelve euros for a table. Anna Kern sells blue bowls, and takes cards.`;

describe('the line that is shown of a passage', () => {
  test('is the sentence with most of the words, which are marked', () => {
    expect(snippet(PASSAGE, 'Who is selling blue bowls?', 160)).toBe(
      '> Anna Kern **sells blue bowls**, and takes cards.',
    );
  });

  test('goes on behind a short sentence, over line breaks', () => {
    expect(snippet(PASSAGE, 'market', 60)).toBe('> The **market** opens at ten. Sellers pay…');
  });

  test('is the beginning where no word is in it', () => {
    expect(snippet(PASSAGE, 'pottery', 30)).toBe('> The market…');
  });

  test('is cut around the words of a long sentence', () => {
    const long = `${'so very '.repeat(100)}blue ${'and far '.repeat(100)}`;
    const shown = snippet(long, 'blue', 60);
    expect(shown).toMatch(/^> ….*very \*\*blue\*\* and.*…$/u);
    expect(shown.length).toBeLessThanOrEqual(60);
  });

  test('is one line within its length, whatever is in the passage', () => {
    for (const hostile of hostileTexts(100, 20)) {
      const shown = snippet(`${hostile}\n${hostile}`, hostile, 120);
      expect(shown.length).toBeLessThanOrEqual(120);
      expect(shown).toMatch(/^> [^\n]*$/u);
    }
  });
});
