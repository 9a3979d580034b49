import { describe, expect, it } from 'vitest';
import { itemBeside } from '../../src/conversation/item-beside.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const ITEMS = [
  '12 March: maths test',
  '19 March: no school',
  '24 April: physics test',
  '8 May: evening for parents in the hall',
  '9 May: concert in the hall',
];

function topicOf(kind: 'item' | 'sentence'): Topic {
  const made = passageOf('Dates', ITEMS);
  const sentences = made.sentences.map((item, block) => ({ ...item, kind, block }));
  const last = {
    question: 'When is the maths test?',
    understood: 'When is the maths test?',
    articleId: 'a',
    answer: answerOf(ITEMS[0] ?? '', kind),
    confidence: 0.8,
  };
  const passages = [{ ...made, sentences }];
  return { articleId: 'a', passages, exchanges: [last], last };
}

const beside = (question: string, kind: 'item' | 'sentence' = 'item'): string | undefined =>
  itemBeside(readFollowUp(question), topicOf(kind))?.row.text;

describe('an item beside the one that answered', () => {
  it('is the only one that has what is named instead', () => {
    expect(beside('and physics?')).toBe(ITEMS[2]);
    expect(beside('what about the concert?')).toBe(ITEMS[4]);
    expect(beside('and the parents?')).toBe(ITEMS[3]);
  });

  it('is none if several have it, none does, or the answer has it itself', () => {
    expect(beside('and in the hall?')).toBeUndefined();
    expect(beside('and biology?')).toBeUndefined();
    expect(beside('and maths?')).toBeUndefined();
  });

  it('is none of a whole question, or after prose', () => {
    expect(beside('Who teaches physics?')).toBeUndefined();
    expect(beside('and physics?', 'sentence')).toBeUndefined();
  });
});
