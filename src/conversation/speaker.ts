import type { AnswerText } from '../answering/answer.js';
import { candidatesOf } from '../answering/evidence.js';
import { indexText } from '../retrieval/text-index.js';
import type { Span } from '../text/span.js';
import { withoutEnd } from './ending.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

const ASKS_WHO =
  /^who (?:said|says|told|wrote|asked|claimed|claims|answered)(?: (?:you|us|them))? (?:that|this|it|so)$/iu;
const SAYS = new Set(
  `said says say told tells added adds wrote writes announced announces explained explains asked
  claimed claims warned insisted argued recalled`.split(/\s+/u),
);
/** Words between a name and its verb at most: "Stroud, the mayor, told". */
const BETWEEN = 4;
/** The name before a turn: "Wren: ". */
const TURN = /^(\p{Lu}[^:\n]{0,47}):\s/u;

/**
 * The last answer once more to "who said that?", with the name of who said it marked: the one before
 * the turn that it is from, else the person next to a verb of saying. Undefined if there is none.
 */
export function speakerOf(reading: Reading, { last, passages }: Topic): AnswerText | undefined {
  const { answer } = last;
  if (answer === null || !ASKS_WHO.test(withoutEnd(reading.text))) return undefined;
  const passage = passages.find(({ start, end }) => start <= answer.start && end >= answer.end);
  const from = passage?.sentences.find(({ start }) => start === answer.units[0]?.start);
  if (passage === undefined || from === undefined) return undefined;
  const line = passage.text.lastIndexOf('\n', from.start - passage.start - 1) + 1;
  const name = TURN.exec(passage.text.slice(line))?.[1];
  if (name !== undefined && from.reading.startsWith(name)) {
    const start = passage.start + line;
    const whole = { start, end: answer.end };
    return {
      ...answer,
      ...whole,
      text: passage.text.slice(line, answer.end - passage.start),
      sentences: [whole],
      units: [{ ...whole, kind: 'sentence' }],
      highlights: [{ start, end: start + name.length }],
    };
  }
  const named = sayingPerson(answer.text);
  if (named === undefined) return undefined;
  const { start, end } = named;
  return { ...answer, highlights: [{ start: answer.start + start, end: answer.start + end }] };
}

function sayingPerson(text: string): Span | undefined {
  const index = indexText(text);
  const { words } = index;
  const named = candidatesOf(index).find(
    ({ kind, first, last }) =>
      (kind === 'person' || kind === 'name') &&
      words
        .slice(Math.max(0, first - BETWEEN), last + 1 + BETWEEN)
        .some((word) => SAYS.has(word.text)),
  );
  const start = words[named?.first ?? -1]?.start;
  const end = words[named?.last ?? -1]?.end;
  return start === undefined || end === undefined ? undefined : { start, end };
}
