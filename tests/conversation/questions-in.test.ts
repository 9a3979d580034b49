import { expect, it } from 'vitest';
import { questionsIn } from '../../src/conversation/questions-in.js';

const LONGEST = 300;

it('finds each question of a message, up to four', () => {
  expect(questionsIn('Who led the repairs? How much did they cost? Thanks.', LONGEST)).toEqual([
    'Who led the repairs?',
    'How much did they cost?',
  ]);
  expect(
    questionsIn('Who is it? Who was it? Why is it? How is it? Where is it?', LONGEST),
  ).toHaveLength(4);
});

it('leaves a single question as it is, with what stands beside it', () => {
  for (const message of [
    'I was there last year. Who led the repairs?',
    'who led the repairs',
    'Dr. Vogel led what?',
    'Something else. Who led the repairs?',
  ]) {
    expect(questionsIn(message, LONGEST)).toEqual([message]);
  }
});

it('reads a long message for its question, and says where there is none', () => {
  const chatter = 'I went to see the bridge with my brother, who likes stone. '.repeat(8);
  expect(questionsIn(`${chatter}Who led the repairs? ${chatter}`, LONGEST)).toEqual([
    'Who led the repairs?',
  ]);
  expect(questionsIn(chatter, LONGEST)).toEqual([]);
});
