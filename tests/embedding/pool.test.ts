import { describe, expect, it } from 'vitest';
import { poolText, poolWords, wordOfPieces } from '../../src/embedding/pool.js';
import { wordsOf } from '../../src/text/words.js';

function wordsOfPieces(text: string, pieces: string[]): (string | undefined)[] {
  const words = wordsOf(text);
  return wordOfPieces(words, pieces).map((word) =>
    word === undefined ? undefined : words[word]?.text,
  );
}

describe('word pieces', () => {
  it('belong to the words that they are of', () => {
    expect(
      wordsOfPieces('Kim met Putin.', ['[CLS]', 'kim', 'met', 'put', '##in', '.', '[SEP]']),
    ).toEqual([undefined, 'kim', 'met', 'putin', 'putin', undefined, undefined]);
  });

  it('follow a number over its comma, and a possessive over its s', () => {
    expect(
      wordsOfPieces("Russia's 1,000 men", ['russia', "'", 's', '1', ',', '000', 'men']),
    ).toEqual(['russia', undefined, undefined, '1,000', '1,000', '1,000', 'men']);
  });

  it('find their place again after one that the tokenizer does not know', () => {
    expect(wordsOfPieces('The 陳 clan ruled', ['the', '[UNK]', 'clan', 'ruled'])).toEqual([
      'the',
      undefined,
      'clan',
      'ruled',
    ]);
  });

  it('are read with the marks of other tokenizers, and without accents', () => {
    expect(wordsOfPieces('Trần dynasty', ['▁tran', '▁dyn', 'asty'])).toEqual([
      'tran',
      'dynasty',
      'dynasty',
    ]);
  });
});

describe('pooling', () => {
  const states = Float32Array.of(0, 0, 2, 0, 0, 4, 0, 8, 0, 0);

  it('takes the mean of all pieces, or the first alone, at unit length', () => {
    const mean = poolText(states, { dims: 2, pooling: 'mean' });
    expect(Math.hypot(...mean)).toBeCloseTo(1);
    expect(mean[1]).toBeCloseTo(12 / Math.hypot(2, 12));
    const first = poolText(Float32Array.of(3, 4, 9, 9), { dims: 2, pooling: 'cls' });
    expect([...first]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });

  it('gives each word the mean of its pieces, and the whole to one that was cut off', () => {
    const whole = Float32Array.of(0.6, 0.8);
    const words = poolWords('Kim Putin rest', ['[CLS]', 'kim', 'put', '##in'], states, whole);
    expect([...words]).toEqual([1, 0, 0, 1, whole[0], whole[1]]);
  });

  it('gives a text without words one vector', () => {
    const whole = Float32Array.of(1, 0);
    expect(poolWords('…', ['[CLS]', '…'], states, whole)).toEqual(whole);
  });
});

describe('words after a prompt', () => {
  const pieces = ['[CLS]', 'query', ':', 'who', 'met', 'put', '##in', '[SEP]'];
  const states = Float32Array.from(pieces.flatMap((_, index) => [index + 1, 1]));
  const whole = Float32Array.from([0, 1]);
  const rowOf = (x: number): number[] => [x, 1].map((value) => value / Math.hypot(x, 1));

  it('are the text’s alone, each with its own pieces', () => {
    const words = poolWords('who met Putin', pieces, states, whole, 'query: ');
    [4, 5, 6.5].forEach((x, word) => {
      const [first = 0, second = 0] = rowOf(x);
      expect(words[2 * word]).toBeCloseTo(first);
      expect(words[2 * word + 1]).toBeCloseTo(second);
    });
    expect(words).toHaveLength(6);
  });

  it('are one, the whole, if the text has none', () => {
    expect(poolWords('?', pieces, states, whole, 'query: ')).toEqual(whole);
  });

  it('are themselves if they repeat the prompt', () => {
    const again = ['query', ':', 'query'];
    const words = poolWords('query', again, states.subarray(0, 6), whole, 'query: ');
    expect(words[0]).toBeCloseTo(rowOf(3)[0] ?? 0);
  });
});
