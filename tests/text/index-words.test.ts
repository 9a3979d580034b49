import { describe, expect, it } from 'vitest';
import { words } from '../../src/text/index-words.js';

describe('the words of the keyword index', () => {
  it.each([
    [
      'the letters and digits of English',
      'The café opened in 2024.',
      ['the', 'cafe', 'opened', 'in', '2024'],
    ],
    ['pairs of Chinese characters', '渡轮停运', ['渡轮', '轮停', '停运']],
    [
      'pairs of Japanese ones, whatever they write',
      '灯台のコーヒー',
      ['灯台', '台の', 'のコ', 'コー', 'ーヒ', 'ヒー'],
    ],
    [
      'a character alone, and numbers apart from what they count',
      '2024年12月',
      ['2024', '年', '12', '月'],
    ],
    ['no pairs over a comma', '码头，渡轮', ['码头', '渡轮']],
    ['Korean by its spaces', '등대는', ['등대는'.normalize('NFKD')]],
  ])('are %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
