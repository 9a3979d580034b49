import { expect, it } from 'vitest';
import { hasClock, saysClosed } from '../../../src/answering/asked/clock.js';
import { mayTell } from '../../../src/answering/confidence/evidence.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { indexText } from '../../../src/retrieval/text-index.js';
import { wordsOf } from '../../../src/text/words.js';

it.each(['Panel at 16:00', 'from 7 pm', 'from 7pm', "at eight, no, 8 o'clock", 'until noon'])(
  'sees a time of day: %s',
  (text) => {
    expect(hasClock(indexText(text))).toBe(true);
  },
);

it.each(['Room 16', 'we won 31:18', 'I am 8', '16.5 litres'])('sees no time of day: %s', (text) => {
  expect(hasClock(indexText(text))).toBe(false);
});

it('takes a time of day as what tells when', () => {
  const when = askedFor(wordsOf('When is the panel?'));
  expect(mayTell(when, [indexText('16:00 Panel')])).toBe(true);
  expect(mayTell(when, [indexText('Panel in room 16')])).toBe(false);
});

it('takes "closed" as what tells when something opens or closes, and nothing else', () => {
  const tells = (question: string, text: string): boolean =>
    saysClosed({ stems: new Set(wordsOf(question).map(({ stem }) => stem)) }, indexText(text));
  expect(tells('When do you open on Monday?', 'Monday: closed')).toBe(true);
  expect(tells('What time does the shop shut on Sundays?', 'On Sundays it is shut.')).toBe(true);
  expect(tells('When is the concert on Monday?', 'Monday: closed')).toBe(false);
  expect(tells('When do you open on Monday?', 'Monday: stocktaking')).toBe(false);
});
