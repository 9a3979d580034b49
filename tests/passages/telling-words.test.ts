import { describe, expect, it } from 'vitest';
import { keptWords } from '../../src/passages/telling-words.js';
import { wordsOf } from '../../src/text/words.js';

function keptOf(text: string): string[] {
  const words = wordsOf(text);
  return keptWords(words).map((place) => words[place]?.text ?? '');
}

describe('the words of an embedded text that are kept', () => {
  it('are those that tell something', () => {
    expect(keptOf('The visit. He was in Pyongyang on Tuesday.')).toEqual([
      'visit',
      'pyongyang',
      'tuesday',
    ]);
  });

  it('have its numbers', () => {
    expect(keptOf('It was there 3 times, in 1,200 places.')).toEqual([
      '3',
      'times',
      '1,200',
      'places',
    ]);
  });

  it('are all if none tells anything', () => {
    expect(keptOf('What is it? It is here.')).toEqual(['what', 'is', 'it', 'it', 'is', 'here']);
  });
});
