import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/answering/answer.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { isOfItself, reachOf, type Reached } from '../../src/conversation/reach.js';
import type { Topic } from '../../src/conversation/topic.js';
import { termsOf } from '../../src/retrieval/terms.js';
import { wordsOf } from '../../src/text/words.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const question = 'When does the café open?';
const last = {
  question,
  understood: question,
  articleId: 'a',
  answer: answerOf('The café opens at ten.'),
  confidence: 0.8,
};
const passages = [passageOf('The Blue Cup', ['The café opens at ten.', 'Tables can be booked.'])];
const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };

/** Every word stands in some other article too. */
const store = {
  documentFrequencies: (_: unknown, words: readonly string[]) =>
    Promise.resolve(new Map(words.map((word) => [word, 3]))),
};

async function reached(text: string): Promise<Reached> {
  return reachOf(store, readFollowUp(text), topic, ['shared']);
}

describe('where an answer is looked for', () => {
  it('is everywhere if the question names something that this article lacks', async () => {
    expect(await reached('How much are nachos?')).toMatchObject({ reach: 'all', named: true });
    expect(await reached('who built the barque')).toMatchObject({ reach: 'all', named: true });
    expect(await reached('Where does Tamsin live?')).toMatchObject({ reach: 'all', named: true });
  });

  it('is the article first if the question only does something that it lacks a word for', async () => {
    expect(await reached('how do I quit?')).toMatchObject({ reach: 'compare', named: false });
    expect(await reached('who got expelled?')).toMatchObject({ reach: 'compare', named: false });
  });

  it('is the article first if what is asked about may be found in any', async () => {
    expect(await reached('is there an elevator?')).toMatchObject({ named: false });
  });

  it('is the article for what happens, which no other one is about', async () => {
    const { named, reach } = await reached('what happens to my table?');
    expect(named).toBe(false);
    expect(reach).not.toBe('all');
  });
});

describe('what answers a question that names nothing', () => {
  const lacking = termsOf(wordsOf('quit break'), new Map(), 1);
  function alone(text: string, more: Partial<Verdict>, title = 'Another'): Verdict {
    const answer = { ...answerOf(text), articleId: 'b', passage: text };
    const passage = { ...answer, title, source: 'b', score: 1 };
    const base = { kind: 'answer' as const, passages: [passage], lookedFor: [] };
    return { ...base, confidence: 0.85, answer, ...more };
  }

  it('is in the same article, or what another one is called by', () => {
    const own = { ...answerOf('Quit by mail.'), articleId: 'a' };
    expect(isOfItself(alone('Quit by mail.', { answer: own }), lacking, topic)).toBe(true);
    expect(isOfItself(alone('Write to us.', {}, 'How to quit'), lacking, topic)).toBe(true);
  });

  it('is no other article that only has one of the words', () => {
    expect(isOfItself(alone('Quit the program.', {}), lacking, topic)).toBe(false);
  });

  it('is another article that surely has several of them', () => {
    const both = 'Quit it and take a break.';
    expect(isOfItself(alone(both, {}), lacking, topic)).toBe(true);
    expect(isOfItself(alone(both, { confidence: 0.6 }), lacking, topic)).toBe(false);
  });
});
