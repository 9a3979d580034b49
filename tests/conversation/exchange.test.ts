import { describe, expect, it } from 'vitest';
import { exchangeOf } from '../../src/conversation/exchange.js';
import { isOfWhole } from '../../src/conversation/subject.js';

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

describe('what a question about articles as a whole adds to its conversation', () => {
  const desk = { question: 'What’s new?', kind: 'desk', confidence: 0, answer: null } as const;

  it('is that nothing of it can be taken over, also where no article is spoken of', () => {
    const added = exchangeOf({ ...desk, passages: [], lookedFor: [] });
    expect(added).toMatchObject({ articleId: undefined, guessed: false });
    expect(added !== undefined && isOfWhole(added)).toBe(true);
  });

  it('is the article, however a summary was asked for', () => {
    const context = { articleId: 'pool', about: null, understood: 'whatever' };
    const question = 'What is the pool story about?';
    const gist = { ...desk, question, kind: 'gist', context } as const;
    const added = exchangeOf({ ...gist, passages: [], lookedFor: [] });
    expect(added).toMatchObject({ question, articleId: 'pool', guessed: false });
    expect(added !== undefined && isOfWhole(added)).toBe(true);
  });
});
