import { expect, it } from 'vitest';
import { wantedOf } from '../../../src/answering/asked/wanted.js';
import { wordsOf } from '../../../src/text/words.js';

const wanted = (question: string) => wantedOf(wordsOf(question));

it.each([
  'What are the rules?',
  'Which ingredients go into the dough?',
  'How do I join the server?',
  'List all error codes',
  'What do I need to bring?',
  'Who are the officers?',
  'What goes into the filling?',
  "what's on on sunday",
  "What isn't included?",
  'what is planned for autumn',
  'what is forbidden in the pool',
])('%s asks for a list as a whole', (question) => {
  expect(wanted(question).whole).toBe(true);
});

it.each([
  'Who wrote the rules?',
  'Who is the owner?',
  'What is the price of Gold?',
  'What on earth is a wake?',
  'What is he based in?',
  'How many rules are there?',
])('%s does not', (question) => {
  expect(wanted(question).whole).toBe(false);
});

it.each([
  ['What is rule 3?', 3],
  ['What does the second step say?', 2],
  ['Explain step 12', 12],
  ['Which team is in third place?', 3],
  ['Who won in 3 days?', undefined],
])('%s asks for item %s', (question, ordinal) => {
  expect(wanted(question).ordinal).toBe(ordinal);
});
