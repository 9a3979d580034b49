import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/conversation/reading.js';
import { cellOfSameRow } from '../../src/conversation/row-at-hand.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const ROW = 'Monday | 14:00 | Glass blowing | Barn | Ines Lind';
const COLUMNS = ['Day', 'Time', 'What', 'Where', 'Who'];

function topicOf(question: string, columns = COLUMNS): Topic {
  const plain = answerOf(ROW, 'row');
  let at = 0;
  const cells = ROW.split(' | ').map((text, index) => {
    const start = at;
    at += text.length + 3;
    return { start, end: start + text.length, column: columns[index] };
  });
  const answer = { ...plain, units: [{ start: 0, end: ROW.length, kind: 'row' as const, cells }] };
  const last = { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  return { articleId: 'a', passages: [passageOf('Fair', [ROW])], exchanges: [last], last };
}

function marked(question: string, topic = topicOf("what's on at 14:00?")): string | undefined {
  const answer = cellOfSameRow(readFollowUp(question), topic);
  return answer?.highlights.map(({ start, end }) => answer.text.slice(start, end)).join(' ');
}

describe('another cell of the row that answered', () => {
  it('is where, who or when it is, as its column says', () => {
    expect(marked('in which room?')).toBe('Barn');
    expect(marked('where?')).toBe('Barn');
    expect(marked('who gives it?')).toBe('Ines Lind');
    expect(marked("who's doing it?")).toBe('Ines Lind');
    expect(marked("who's making them?")).toBe('Ines Lind');
    expect(marked('what time?')).toBe('Monday 14:00');
  });

  it('is how long it takes, how many it holds or what it costs', () => {
    const columns = ['Trip', 'Price', 'What', 'Minutes', 'Seats'];
    const topic = topicOf("what's on at 14:00?", columns);
    expect(marked('how long does it take?', topic)).toBe('Barn');
    expect(marked('how many people fit in?', topic)).toBe('Ines Lind');
    expect(marked('and how much?', topic)).toBe('14:00');
    expect(marked('what is it?', topic)).toBeUndefined();
    expect(marked('how many boats fit in?', topic)).toBeUndefined();
  });

  it('is what helps, if a column says that', () => {
    const columns = ['Light', 'Meaning', 'What to do', 'Part', 'Page'];
    const topic = topicOf('what does a red light mean?', columns);
    expect(marked('what do I do then?', topic)).toBe('Glass blowing');
    expect(marked('so what should we do?', topic)).toBe('Glass blowing');
    expect(marked('what can we do now?', topic)).toBe('Glass blowing');
    expect(marked('what now?', topic)).toBe('Glass blowing');
    expect(marked('what do I do then?')).toBeUndefined();
    expect(marked('what do I do with the filter?', topic)).toBeUndefined();
  });

  it('is of what the question before named, if the row has it', () => {
    expect(marked('where is it?', topicOf('When is the glass blowing?'))).toBe('Barn');
    expect(marked('where is it?', topicOf('When is the fair?'))).toBeUndefined();
  });

  it('is none if more is asked, or no column, or several, may be meant', () => {
    expect(marked('who won it?')).toBeUndefined();
    expect(marked('who founded the barn?')).toBeUndefined();
    const columns = ['Day', 'Time', 'Who', 'Level', 'Teacher'];
    expect(marked('who?', topicOf("what's on at 14:00?", columns))).toBeUndefined();
    expect(marked('where?', topicOf("what's on at 14:00?", columns))).toBeUndefined();
  });
});
