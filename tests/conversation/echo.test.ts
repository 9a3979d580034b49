import { describe, expect, it } from 'vitest';
import { withWhatFollows } from '../../src/conversation/echo.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf, verdictOf } from './made.js';

const TEXTS = ['The lamp is off.', 'Push the plug in.', 'Wait a minute.', 'Ask Ines.'];

function shown(question: string, answered = TEXTS[0] ?? ''): string | undefined {
  const passage = passageOf('Lamp', TEXTS);
  const answer = answerOf(answered, 'sentence', passage.text.indexOf(answered));
  const last = { question: 'x', understood: 'x', articleId: 'a', answer, confidence: 0.8 };
  const topic: Topic = { articleId: 'a', passages: [passage], exchanges: [last], last };
  const verdict = verdictOf(answer);
  return withWhatFollows(verdict, readFollowUp(question), topic).answer?.text;
}

describe('a line that only says what was said', () => {
  it('is shown with what follows it', () => {
    expect(shown('the lamp is off')).toBe('The lamp is off. Push the plug in. Wait a minute.');
    expect(shown('my lamp is off!')).toBe('The lamp is off. Push the plug in. Wait a minute.');
  });

  it('is an answer if it says more, or something was asked', () => {
    expect(shown('the lamp is off', 'Push the plug in.')).toBe('Push the plug in.');
    expect(shown('what is off?')).toBe('The lamp is off.');
  });
});
