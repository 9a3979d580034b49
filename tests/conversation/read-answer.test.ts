import { describe, expect, it } from 'vitest';
import { clearlyRead, type Judged } from '../../src/conversation/read-answer.js';
import { askedFor } from '../../src/answering/asked/question.js';
import { answerOf } from './made.js';
import { passageOf, queryOf } from '../answering/made.js';

const TEXTS = [
  'The songs are by Ines Lind, who records them in her attic in Bergen.',
  'The manager is Olav Moe.',
];

/** A question of two sentences, of which words were read with these odds. */
function judged(question: string, ...odds: readonly number[]): Judged {
  const passage = passageOf('Songs', TEXTS);
  const reading = odds.map((each) => ({ start: 0, end: 4, odds: each, share: 0.5 }));
  const query = queryOf(question);
  const readings = new Map([[passage, reading]]);
  const asked = askedFor(query.words);
  return { query, judgement: { asked, ranked: [], weighed: [], readings, confidence: 0 } };
}

describe('what reading alone is sure of', () => {
  it('is the sentence that is far ahead, whatever its words', () => {
    const found = clearlyRead([judged('where does Ines Lind live?', 4, -3)], 'Ines Lind');
    expect(found?.units[0]?.text).toBe(TEXTS[0]);
  });

  it('is nothing if two sentences are near to one another, or none is likely', () => {
    expect(clearlyRead([judged('where does Ines Lind live?', 4, 3)], undefined)).toBeUndefined();
    expect(clearlyRead([judged('where does Ines Lind live?', 1, -3)], undefined)).toBeUndefined();
  });

  it('is nothing without the kind of thing that is asked for', () => {
    expect(clearlyRead([judged('how many songs are there?', 5, -3)], undefined)).toBeUndefined();
  });

  it('is nothing of somebody else than who is spoken of', () => {
    expect(clearlyRead([judged('who manages her?', -3, 5)], 'Ines Lind')).toBeUndefined();
    expect(clearlyRead([judged('who manages them?', -3, 5)], undefined)).toBeDefined();
  });

  it('is not what was told before, if the same is asked once more', () => {
    const told = (understood: string): unknown =>
      clearlyRead([judged('where exactly does she live?', 4, -3)], undefined, {
        understood,
        answer: answerOf(TEXTS[0] ?? ''),
      });
    expect(told('Where does Ines Lind record?')).toBeUndefined();
    expect(told('Who made the songs?')).toBeDefined();
  });

  it('is no answer by yes or no', () => {
    expect(clearlyRead([judged('does she live in Bergen?', 5, -3)], undefined)).toBeUndefined();
  });
});
