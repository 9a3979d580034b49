import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import {
  conditionAtHand,
  placeAtHand,
  sectionAtHand,
} from '../../src/conversation/section-at-hand.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Your first visit', ['Sign the form.', 'Borrow shoes.']],
  ['What to bring to the course', ['A towel.', 'A bottle.']],
  ['Prices', ['A day is 9 €.']],
];

function sectionFor(question: string, more: readonly string[] = []): string | undefined {
  const sections = [...SECTIONS, ...more.map((heading) => [heading, ['Something.']] as const)];
  const passages = sections.map(([heading, texts]) => ({
    ...passageOf('The Wall', texts),
    path: [heading],
  }));
  const answer = answerOf('A day is 9 €.');
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };
  const found = sectionAtHand(readFollowUp(question), topic);
  if (found === undefined) return undefined;
  const text = found.units.map((unit) => unit.text).join(' ');
  return found.isSame ? `same: ${text}` : text;
}

describe('the section that a question names by its heading', () => {
  it('is the same if neither says more than the other', () => {
    expect(sectionFor('what happens on my first visit?')).toBe(
      'same: Sign the form. Borrow shoes.',
    );
    expect(sectionFor('how does the first visit work?')).toBe('same: Sign the form. Borrow shoes.');
  });

  it('may say more in its heading', () => {
    expect(sectionFor('what do I need to bring?')).toBe('A towel. A bottle.');
    expect(sectionFor('what should I bring?')).toBe('A towel. A bottle.');
  });

  it('is none if the heading lacks a word, or several have them', () => {
    expect(sectionFor('what happens on my second visit?')).toBeUndefined();
    expect(sectionFor('what do I need to bring?', ['Bring a friend'])).toBeUndefined();
  });

  it('answers no question for a person, a time, a number or yes or no', () => {
    expect(sectionFor('who is at the first visit?')).toBeUndefined();
    expect(sectionFor('how much are the prices?')).toBeUndefined();
    expect(sectionFor('can I bring something?')).toBeUndefined();
  });
});

describe('the section that tells where something is', () => {
  function placeFor(question: string, ...headings: readonly string[]): string | undefined {
    const passages = headings.map((heading) => ({
      ...passageOf('The Wall', [`Of ${heading}.`]),
      path: [heading],
    }));
    const answer = answerOf('A day is 9 €.');
    const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
    const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };
    return placeAtHand(readFollowUp(question), topic)?.units[0]?.text;
  }

  it('is headed so, in one of many ways', () => {
    expect(placeFor('where is it?', 'Prices', 'Where we are')).toBe('Of Where we are.');
    expect(placeFor('where are you?', 'Getting here', 'Prices')).toBe('Of Getting here.');
  });

  it('is none if two are, or the question names a thing', () => {
    expect(placeFor('where is it?', 'Address', 'Directions')).toBeUndefined();
    expect(placeFor('where is the toilet?', 'Address')).toBeUndefined();
  });
});

describe('what follows if something happens', () => {
  function under(question: string, ...headings: readonly string[]): string | undefined {
    const passages = headings.map((heading) => ({
      ...passageOf('The Wall', [`Below: ${heading}`]),
      path: [heading],
    }));
    const answer = answerOf('A day is 9 €.');
    const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
    const topic: Topic = { articleId: 'a', passages, exchanges: [last], last };
    return conditionAtHand(readFollowUp(question), topic)?.passage.path[0];
  }
  const ILL = 'What happens if my dog falls ill?';
  const LATE = 'What do I do when I am late?';

  it('stands below the question that has the condition', () => {
    expect(under('what if I am late?', ILL, LATE)).toBe(LATE);
    expect(under('and if it gets ill?', ILL, LATE)).toBe(ILL);
  });

  it('may be said in other words for the same', () => {
    expect(under('what if it gets sick?', ILL, LATE)).toBe(ILL);
  });

  it('stands nowhere if no question, or several, have it, or something else is asked', () => {
    expect(under('what if it bites?', ILL, LATE)).toBeUndefined();
    expect(under('what if I am late?', LATE, 'Do I pay if I am late?')).toBeUndefined();
    expect(under('what if I am late?', 'Late guests')).toBeUndefined();
    expect(under('how late is it?', LATE)).toBeUndefined();
  });
});
