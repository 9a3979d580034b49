import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/conversation/exchange.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { spelledOut } from '../../src/conversation/spelled-out.js';
import { answerOf } from './made.js';

function exchange(understood: string, text = 'It is open.'): Exchange {
  return {
    question: understood,
    understood,
    articleId: 'a',
    confidence: 1,
    answer: answerOf(text),
  };
}

describe('"that day"', () => {
  const told = (exchanges: readonly Exchange[]): string =>
    spelledOut(readFollowUp('when is the den open that day?'), exchanges).text;

  it('is the day that was asked about last', () => {
    const before = [exchange('When is the hall open on Saturday?'), exchange('Who runs it?')];
    expect(told(before)).toBe('when is the den open on Saturday?');
  });

  it('is the only day that the answer names', () => {
    expect(told([exchange('When is the fair?', 'On Friday, 3 May.')])).toContain('on Friday');
    const two = [exchange('When is the fair?', 'On Friday and on Sunday.')];
    expect(told(two)).toContain('that day');
  });

  it('stays as it is if no day was spoken of', () => {
    expect(told([exchange('Where is the hall?')])).toBe('when is the den open that day?');
  });
});

describe('"the number"', () => {
  it('is one to call, unless it is one of something', () => {
    const asked = (question: string): string => spelledOut(readFollowUp(question), []).text;
    expect(asked("what's her number?")).toBe("what's her phone number?");
    expect(asked('what is the number of seats?')).toBe('what is the number of seats?');
  });
});

describe('"do that"', () => {
  const doing = (question: string, before: string): string =>
    spelledOut(readFollowUp(question), [exchange(before)]).text;

  it('is what was asked to be done', () => {
    expect(doing('where do I do that?', 'until when can I sign up?')).toBe('where do I sign up?');
    expect(doing('how do you do it?', 'do I have to book a table?')).toBe(
      'how do you book a table?',
    );
  });

  it('stays as it is if nobody does anything, or only to "it"', () => {
    expect(doing('why did they do that?', 'When did the hall close?')).toContain('do that');
    expect(doing('how do I do that?', 'Can I change it?')).toContain('do that');
  });
});
