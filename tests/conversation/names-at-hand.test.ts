import { describe, expect, it } from 'vitest';
import { namesAtHand } from '../../src/conversation/names-at-hand.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

function named(asked: string, told: string, question = 'did Una have kids?'): string[] | undefined {
  const last = {
    question,
    understood: question,
    articleId: 'a',
    answer: answerOf(told),
    confidence: 0.8,
  };
  const passages = [passageOf('A potter', [told])];
  const topic = { articleId: 'a', passages, exchanges: [last], last };
  const found = namesAtHand(readFollowUp(asked), topic);
  return found?.answer.highlights.map(({ start, end }) => told.slice(start, end));
}

describe('the names of those who were just told of', () => {
  const SONS = 'They married in 1911 and had two sons, Birk Aune and Odd Aune.';

  it('are those that the last answer has', () => {
    expect(named('what were their names?', SONS)).toEqual(['Birk Aune', 'Odd Aune']);
    expect(named('and their names', SONS)).toEqual(['Birk Aune', 'Odd Aune']);
    expect(named('what are they called', SONS)).toEqual(['Birk Aune', 'Odd Aune']);
  });

  it('are one if one is asked for', () => {
    const told = 'She had a daughter, Gro Aune, who kept the kiln.';
    expect(named('whats her name', told)).toEqual(['Gro Aune']);
    expect(named('what is she called?', told)).toEqual(['Gro Aune']);
    expect(named('what is his name?', SONS)).toBeUndefined();
  });

  it('are none if it has none but those of the question', () => {
    expect(named('what were their names?', 'Una Aune had two sons.')).toBeUndefined();
    expect(named('how old were they?', SONS)).toBeUndefined();
  });
});
