import type { AnswerText } from '../answering/answer.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { indexText } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Span } from '../text/span.js';
import { wordsOf } from '../text/words.js';
import { withoutEnd } from './ending.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

const ASKS_WHO =
  /^who (?:said|says|told|wrote|asked|claimed|claims|answered)(?: (?:you|us|them))? (?:that|this|it|so)$/iu;
const SAYS = new Set(
  `said says say told tells added adds wrote writes announced announces explained explains asked
  claimed claims warned insisted argued recalled`.split(/\s+/u),
);
const WRITES = new Set('wrote writes written'.split(' '));
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
  // What somebody said in an article, its author wrote.
  const verbs = /\bwrote\b/iu.test(reading.text) ? WRITES : SAYS;
  const named = sayingPerson(answer.text, verbs);
  if (named === undefined) return undefined;
  const { start, end } = named;
  return { ...answer, highlights: [{ start: answer.start + start, end: answer.start + end }] };
}

function sayingPerson(text: string, verbs: ReadonlySet<string>): Span | undefined {
  const index = indexText(text);
  const { words } = index;
  const named = candidatesOf(index).find(
    ({ kind, first, last }) =>
      (kind === 'person' || kind === 'name') &&
      words
        .slice(Math.max(0, first - BETWEEN), last + 1 + BETWEEN)
        .some((word) => verbs.has(word.text)),
  );
  const start = words[named?.first ?? -1]?.start;
  const end = words[named?.last ?? -1]?.end;
  return start === undefined || end === undefined ? undefined : { start, end };
}

const ASKS_SAID =
  /^what (?:did|does|do|has|have|had) .{1,60}\b(?:say|said|think|thought|tell|told) (?:\p{L}{1,20} )?(?:about|of) /iu;
const OPENS_QUOTE = /^[“"„«]/u;
const CLOSES_QUOTE = /[”"“»]/u;

/**
 * To "what did her coach say about her?" the one quoted sentence that has the name, which mostly says
 * nothing of who speaks. Undefined if none has it, or several do.
 */
export function quoteAbout(
  { text }: Reading,
  about: string | undefined,
  { passages }: Topic,
): { readonly passage: PassageRecord; readonly sentence: SentenceRecord } | undefined {
  if (about === undefined || !ASKS_SAID.test(text)) return undefined;
  const stems = wordsOf(about).map(({ stem }) => stem);
  const [only, ...others] = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => {
        if (!OPENS_QUOTE.test(sentence.text)) return false;
        const quoted = sentence.text.slice(1).split(CLOSES_QUOTE)[0] ?? '';
        const { positions } = indexText(quoted);
        return stems.some((stem) => positions.has(stem));
      })
      .map((sentence) => ({ passage, sentence })),
  );
  return others.some(({ sentence }) => sentence.start !== only?.sentence.start) ? undefined : only;
}
