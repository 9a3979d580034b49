import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import type { AnswerText } from './answer.js';

/** A "sentence" may go on for millions of characters; nobody is shown so many. */
const REACH = 4000;

/**
 * The part of an answer's passage, as positions in it, that has the answering sentences and so many
 * on each side. A list is kept whole: what its items are of stands at its beginning.
 */
export function partAround(answer: AnswerText, neighbours: number): Span {
  const { passage, passageStart, sentences, units } = answer;
  const whole = { start: 0, end: passage.length };
  const [first] = sentences;
  const last = sentences.at(-1);
  const isProse = units.every(({ kind }) => kind === 'sentence');
  if (first === undefined || last === undefined || !isProse) return whole;
  const start = first.start - passageStart;
  const end = last.end - passageStart;
  const before = splitSentences(passage, { start: Math.max(0, start - REACH), end: start });
  const after = splitSentences(passage, { start: end, end: Math.min(passage.length, end + REACH) });
  return {
    start: before.at(-neighbours)?.start ?? before[0]?.start ?? start,
    end: (after[neighbours - 1] ?? after.at(-1))?.end ?? end,
  };
}
