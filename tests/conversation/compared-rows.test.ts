import { describe, expect, it } from 'vitest';
import { comparedRows } from '../../src/conversation/compared-rows.js';
import type { Exchange } from '../../src/conversation/exchange.js';
import { readFollowUp } from '../../src/conversation/reading.js';
import type { Topic } from '../../src/conversation/topic.js';
import { passageOf } from '../answering/made.js';
import { answerOf } from './made.js';

const TENTS = ['Ridge | 2 | €9 | €40', 'Dome | 4 | €12 | €30', 'Bell | 8 | €20 | €95'];
const COLUMNS = ['Tent', 'Beds', 'Per night', 'Per week'];

/** A conversation in which these rows were answers, one after another. */
function topicOf(rows: readonly string[], spoken: readonly number[], marked?: number): Topic {
  const made = passageOf('Meadow camp', rows);
  const sentences = made.sentences.map((row, block) => ({ ...row, kind: 'row' as const, block }));
  const exchanges = spoken.map((at): Exchange => {
    const row = sentences[at];
    if (row === undefined) throw new Error('no such row');
    let from = row.start;
    const cells = row.text.split(' | ').map((text, column) => {
      const start = from;
      from += text.length + 3;
      return { start, end: start + text.length, column: COLUMNS[column] };
    });
    const cell = cells[marked ?? -1];
    const answer = {
      ...answerOf(row.text, 'row', row.start),
      units: [{ start: row.start, end: row.end, kind: 'row' as const, cells }],
      highlights: cell === undefined ? [] : [{ start: cell.start, end: cell.end }],
    };
    const question = 'How much is it?';
    return { question, understood: question, articleId: 'a', answer, confidence: 0.8 };
  });
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return { articleId: 'a', passages: [{ ...made, sentences }], exchanges, last };
}

const label = (asked: string, topic: Topic): string | undefined =>
  comparedRows(readFollowUp(asked), topic)?.answer.text.split(' | ')[0];

describe('after a row of a table', () => {
  it('the cheapest is the one of the column that was asked of', () => {
    expect(label('which is the cheapest?', topicOf(TENTS, [2], 2))).toBe('Ridge');
    expect(label('and the cheapest one', topicOf(TENTS, [2], 3))).toBe('Dome');
    expect(label('whats the most expensive', topicOf(TENTS, [0], 1))).toBe('Bell');
  });

  it('it is the one of the column that is named', () => {
    expect(label('which has the most beds?', topicOf(TENTS, [0], 2))).toBe('Bell');
    expect(label('which tent is the cheapest per week', topicOf(TENTS, [0], 2))).toBe('Dome');
  });

  it('it is none if columns would have it differently, or another thing is named', () => {
    expect(label('which is the cheapest?', topicOf(TENTS, [0], 1))).toBeUndefined();
    expect(label('which is the biggest?', topicOf(TENTS, [0]))).toBeUndefined();
    expect(label('which caravan is the cheapest?', topicOf(TENTS, [0], 2))).toBeUndefined();
  });
});

describe('after two rows of a table', () => {
  it('the cheaper one is one of them, whatever the others are', () => {
    expect(label('which is cheaper?', topicOf(TENTS, [1, 2], 2))).toBe('Dome');
    expect(label('which one costs more?', topicOf(TENTS, [0, 1], 2))).toBe('Dome');
    expect(label('and which is more expensive', topicOf(TENTS, [0, 1], 3))).toBe('Ridge');
    expect(label('which is bigger?', topicOf(TENTS, [1, 0], 1))).toBe('Dome');
  });

  it('nothing is compared with one alone', () => {
    expect(label('which is cheaper?', topicOf(TENTS, [1], 2))).toBeUndefined();
    expect(label('is it cheaper on Mondays?', topicOf(TENTS, [1, 2], 2))).toBeUndefined();
  });

  it('the answer is a row that can be asked of in turn', () => {
    const found = comparedRows(readFollowUp('which is cheaper?'), topicOf(TENTS, [1, 2], 2));
    expect(found?.answer.units[0]?.cells?.map(({ column }) => column)).toEqual(COLUMNS);
  });
});
