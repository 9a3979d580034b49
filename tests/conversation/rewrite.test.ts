import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import {
  askedOf,
  inPlaceOf,
  inPlaceOfPronoun,
  isCondition,
  replaceable,
  under,
} from '../../src/conversation/rewrite.js';

const before = (understood: string) => ({
  question: understood,
  understood,
  articleId: 'a',
  answer: null,
  confidence: 0,
});

describe('a question with what it leaves out', () => {
  it('keeps the article of a common noun', () => {
    const reading = readFollowUp('How often does it run?');
    expect(inPlaceOfPronoun(reading, 'ferry').text).toBe('How often does the ferry run?');
    expect(inPlaceOfPronoun(reading, 'Valmar').text).toBe('How often does Valmar run?');
  });

  it('puts a noun in place of "one" alone', () => {
    const reading = readFollowUp('When was the old one built?');
    expect(inPlaceOfPronoun(reading, 'kiln').text).toBe('When was the old kiln built?');
  });

  it('changes the particle with its verb', () => {
    const understood = 'When can I move in at Larch House?';
    const [move = []] = replaceable(understood);
    const reading = readFollowUp('and move out?');
    expect(inPlaceOf(move, reading, before(understood)).text).toBe(
      'When can I move out at Larch House?',
    );
  });

  it('is the question before with a condition behind it', () => {
    const said = before('When is the regatta?');
    for (const [question, understood] of [
      ['and if it rains?', 'When is the regatta if it rains?'],
      ['and without wind?', 'When is the regatta without wind?'],
    ] as const) {
      const reading = readFollowUp(question);
      expect(isCondition(reading)).toBe(true);
      expect(under(reading, said).text).toBe(understood);
    }
    expect(isCondition(readFollowUp('and on Sunday?'))).toBe(false);
    expect(isCondition(readFollowUp('what about ferries?'))).toBe(false);
  });

  it('is asked of what was asked before, and of what that was about only if it says nothing', () => {
    const asked = (question: string, understood: string): string => {
      const said = { ...before(understood), question, about: 'the kitchen' };
      return askedOf(readFollowUp('how?'), said).text;
    };
    expect(asked('do I have to book?', 'do I have to book (the kitchen)?')).toBe(
      'how do I have to book?',
    );
    expect(asked('and why is it?', 'why is it (the kitchen)?')).toBe('how is it (the kitchen)?');
  });
});
