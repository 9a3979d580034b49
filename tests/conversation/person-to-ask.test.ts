import { describe, expect, it } from 'vitest';
import { personToAsk } from '../../src/conversation/person-to-ask.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

function asked(question: string, texts: readonly string[], heading = ''): string | undefined {
  const made = passageOf('Boat club', texts);
  const last = {
    question: 'When is the course?',
    understood: 'When is the course?',
    articleId: 'a',
    answer: answerOf(texts[0] ?? ''),
    confidence: 0.8,
  };
  const passages = [{ ...made, path: [heading] }];
  const topic = { articleId: 'a', passages, exchanges: [last], last };
  const found = personToAsk(readFollowUp(question), topic)?.answer;
  const [mark] = found?.highlights ?? [];
  return mark && made.text.slice(mark.start, mark.end);
}

describe('whom to ask about something', () => {
  it('is whoever people are sent to for it', () => {
    const course = ['The rowing course is in May.', 'Book it with Ida Krog at the boathouse.'];
    expect(asked('who do i ask about the rowing course', course)).toBe('Ida Krog');
    expect(asked('who should I talk to about keys?', ['For keys, ask Per Dahl.'])).toBe('Per Dahl');
    expect(asked('who do i write to?', ['For keys, ask Per Dahl.'])).toBeUndefined();
  });

  it('is the one below the heading that has it, by a handle too', () => {
    expect(asked('who can i message about appeals', ['Write to @krog.'], 'Appeals')).toBe('@krog');
    expect(asked('who do i contact about keys', ['Write to @krog.'], 'Appeals')).toBeUndefined();
  });

  it('is nobody if two are named, or nobody is', () => {
    const two = ['For keys, ask Per Dahl.', 'For new keys, call Ida Krog.'];
    expect(asked('who do I ask about keys?', two)).toBeUndefined();
    expect(asked('who do I ask about keys?', ['For keys, ask at the desk.'])).toBeUndefined();
  });
});
