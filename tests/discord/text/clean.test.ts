import { describe, expect, test } from 'vitest';
import { clean, cleanLine } from '../../../src/discord/text/clean.js';

describe('cleaned text', () => {
  test.each([
    ['a\u0000b', 'ab', 'null characters'],
    ['a\u202eb\u2066c\u200fd', 'abcd', 'bidirectional controls'],
    ['@\u200beveryone', '@everyone', 'zero-width spaces'],
    ['pay\u200dpal', 'paypal', 'joiners inside of Latin words'],
    ['a\r\nb\u2028c\u0085d', 'a\nb\nc\nd', 'line breaks of other kinds'],
    ['a\ud800b', 'a\ufffdb', 'half characters'],
    [`e${'\u0301'.repeat(30)}`, `e${'\u0301'.repeat(4)}`, 'towers of marks'],
    ['a\n\n\n\n\nb', 'a\n\nb', 'many blank lines'],
  ])('%j becomes %j: no %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each(['👩‍👩‍👧‍👦', 'नमस्ते', 'می‌خواهم', 'שלום עליכם', 'Việt Nam', '🏳️‍🌈'])('%s stays', (text) => {
    expect(clean(text)).toBe(text);
  });

  test('one line has single spaces and none at its ends', () => {
    expect(cleanLine('  a \n\t b\u00a0 c ')).toBe('a b c');
  });
});
