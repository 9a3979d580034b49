import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../../src/discord/text/clean.js';
import { escape, unescape } from '../../../src/discord/text/escape.js';
import { inline, plain } from '../../../src/discord/text/inline.js';
import { hostileTexts } from '../hostile.js';

describe('escaped text', () => {
  test.each([
    ['**bold** _it_ ~~no~~ ||s||', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|s\\|\\|'],
    ['[a](https://b.example)', '\\[a\\](https://b.example)'],
    ['<@1> @everyone', '\\<\\@1\\> \\@everyone'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['- item', '\\- item'],
    ['3. item', '3\\. item'],
    ['> quote', '\\> quote'],
    ['well-known #1, 3.5 + 2', 'well-known #1, 3.5 + 2'],
  ])('%j becomes %j', (text, expected) => {
    expect(escape(text)).toBe(expected);
  });

  test('can be read back', () => {
    for (const text of hostileTexts(300, 12)) {
      const line = cleanLine(text);
      expect(unescape(escape(line))).toBe(line);
    }
  });

  test('at most doubles, and is cut before it is too long', () => {
    for (const text of hostileTexts(300, 40)) {
      expect(inline(text, 50).length).toBeLessThanOrEqual(50);
      expect(plain(text, 50).length).toBeLessThanOrEqual(50);
      expect(inline(text, 50)).not.toMatch(/(?:^|[^\\])(?:\\\\)*\\…$/);
    }
  });
});
