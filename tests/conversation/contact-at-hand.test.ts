import { describe, expect, it } from 'vitest';
import { contactAtHand } from '../../src/conversation/contact-at-hand.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const TEXTS = [
  'Boats are let by Maren Pike.',
  'To book, ring her on 0551 70 22.',
  'The office opened in 2019 and has 4 rooms, 12 desks and 300 books.',
  'Write to boats@orrin.example before May.',
];

function asked(question: string, texts = TEXTS, answered = 0): string | undefined {
  const passage = passageOf('Boat hire', texts);
  const answer = answerOf(texts[answered] ?? '', 'sentence', passage.sentences[answered]?.start);
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.9 };
  const topic: Topic = { articleId: 'a', passages: [passage], exchanges: [last], last };
  const found = contactAtHand(readFollowUp(question), topic)?.answer;
  const mark = found?.highlights[0];
  return mark && passage.text.slice(mark.start, mark.end);
}

describe('a number or an address that is asked for, of nothing else', () => {
  it('is the one that stands by the last answer', () => {
    expect(asked("what's her number?")).toBe('0551 70 22');
    expect(asked('What is the phone number?')).toBe('0551 70 22');
    expect(asked("what's the email address?")).toBe('boats@orrin.example');
  });

  it('is none if two are as far away, or more is asked for', () => {
    const far = [...TEXTS, 'Yes.', 'No.', 'Late boats pay.', 'Or ring Jo on 0551 70 33.'];
    expect(asked("what's the number?", far, 5)).toBe('0551 70 33');
    const away = ['It rains.', ...Array<string>(4).fill('It is wet.'), ...far.slice(1)];
    expect(asked("what's the number?", away, 0)).toBeUndefined();
    expect(asked('what is the number of seats?')).toBeUndefined();
    expect(asked('does the number change?')).toBeUndefined();
  });

  it('is no price, date or time', () => {
    for (const text of ['Office: 2.20 3.80 6.50.', 'Call at 10:00-12:30.', 'Ring on 2026-05-03.']) {
      expect(asked("what's the number?", [text])).toBeUndefined();
    }
  });
});
