import { expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { understandings } from '../../src/conversation/understandings.js';
import type { AskContext } from '../../src/answering/ask.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

/** No way to understand these is looked up anywhere. */
const nowhere = {} as AskContext;

async function likeliest(question: string, before: string): Promise<string | undefined> {
  const answer = answerOf('A towel.');
  const last = { question: before, understood: before, articleId: 'a', answer, confidence: 0.8 };
  const passages = [passageOf('The Baths', ['A towel.'])];
  const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };
  const followUp = {
    reading: readFollowUp(question),
    topic,
    about: 'baths',
    ownSubject: false,
    complete: false,
  };
  return (await understandings(nowhere, followUp, { scope: ['shared'] }))[0]?.text;
}

it.each([
  ['and what isnt?', 'what is included with the day pass?', "what isn't included?"],
  ["what's not?", 'What is covered?', "what's not covered?"],
  ["who isn't?", 'who is invited to the baths?', "who isn't invited?"],
])('%s after "%s": %s', async (question, before, meant) => {
  expect(await likeliest(question, before)).toBe(meant);
});

it('takes over nothing that was done into what names it itself', async () => {
  expect(await likeliest("what isn't covered?", 'what is included?')).not.toContain('included');
});
