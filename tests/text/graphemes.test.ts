import { describe, expect, it } from 'vitest';
import { graphemes } from '../../src/text/graphemes.js';

const PIECES = [
  'a',
  'é',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '🇫🇷',
  '\r\n',
  '\n',
  '한',
  'क्षि',
  '\u200d',
  ' ',
  '👍🏽',
  'ﾞ',
];

describe('characters as people count them', () => {
  it('are those of Unicode, however long the text is', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    for (let round = 1; round < 40; round++) {
      let text = '';
      for (let at = 0; at < 700; at++) text += PIECES[(at * at * round + at) % PIECES.length] ?? '';
      expect([...graphemes(text)]).toEqual(
        Array.from(segmenter.segment(text), ({ segment }) => segment),
      );
    }
  });

  it.each(['é', '\u200d', 'e\u0301', '👩‍👩‍👧‍👦', '🇩🇪'])(
    'are found in time that grows with the text: %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const before = performance.now();
      expect([...graphemes(text)].join('')).toBe(text);
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );
});
