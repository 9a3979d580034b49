import { describe, expect, it } from 'vitest';
import { rowBelowHeading } from '../../src/conversation/headed-row.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

function tableOf(heading: string, rows: readonly string[]) {
  const made = passageOf('Harbour days', rows);
  const sentences = made.sentences.map((row, block) => ({ ...row, kind: 'row' as const, block }));
  return { ...made, path: ['Harbour days', heading], sentences };
}

const FRIDAY = tableOf('Friday, 3 May', ['17:00 | Choir | Quay', '20:00 | Film | Shed']);
const SUNDAY = tableOf('Sunday, 5 May', ['09:00 | Swim | Pier', '12:00 | Fish soup | Quay']);

function found(asked: string): string | undefined {
  const question = 'What if it rains?';
  const last = {
    question,
    understood: question,
    articleId: 'a',
    answer: answerOf('If it rains, the film is on Sunday.'),
    confidence: 0.8,
  };
  const topic = { articleId: 'a', passages: [FRIDAY, SUNDAY], exchanges: [last], last };
  return rowBelowHeading(readFollowUp(asked), topic)?.row.text;
}

describe('what comes first or last below a heading', () => {
  it('is a row of its table, whatever was answered before', () => {
    expect(found("what's first on Sunday?")).toBe('09:00 | Swim | Pier');
    expect(found('whats the last event on friday')).toBe('20:00 | Film | Shed');
    expect(found('and what starts first on friday?')).toBe('17:00 | Choir | Quay');
  });

  it('is nothing if no heading, or several, have what is said', () => {
    expect(found("what's first on Monday?")).toBeUndefined();
    expect(found("what's first in May?")).toBeUndefined();
    expect(found("what's first?")).toBeUndefined();
    expect(found('who was first on Sunday?')).toBeUndefined();
  });
});
