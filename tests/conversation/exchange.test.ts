import { describe, expect, it } from 'vitest';
import { exchangeOf } from '../../src/conversation/exchange.js';

const refused = {
  question: 'When is yoga?',
  kind: 'unanswered',
  confidence: 0,
  answer: null,
} as const;
const passage = {
  articleId: 'gym',
  title: 'Gym',
  source: 'gym.md',
  text: '',
  start: 0,
  end: 0,
  score: 1,
};

describe('what a refusal adds to its conversation', () => {
  it('is a guess at the nearest article', () => {
    expect(exchangeOf({ ...refused, passages: [passage], lookedFor: [] })).toMatchObject({
      articleId: 'gym',
      guessed: true,
      answer: null,
    });
  });

  it('is nothing where nothing is near', () => {
    expect(exchangeOf({ ...refused, passages: [], lookedFor: [] })).toBeUndefined();
  });

  it('is no guess where an article was asked', () => {
    const context = { articleId: 'pool', about: null, understood: 'When is yoga?' };
    expect(exchangeOf({ ...refused, context, passages: [passage], lookedFor: [] })).toMatchObject({
      articleId: 'pool',
      guessed: false,
    });
  });
});
