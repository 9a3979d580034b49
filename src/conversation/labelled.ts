import type { AnswerText } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { askedFor } from '../answering/asked/question.js';
import { ordinalWord } from '../answering/asked/wanted.js';
import { indexOfSentence, indexText } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Span } from '../text/span.js';
import { isStopWord } from '../text/stop-words.js';
import { wordsOf } from '../text/words.js';
import { withoutEnd } from './ending.js';
import type { Reading } from './reading.js';
import { thingIn } from './subject.js';
import type { Topic } from './topic.js';

export interface Labelled {
  readonly passage: PassageRecord;
  readonly answer: AnswerText;
}

/** "Makerspace and 3D printer: Tobias Renn." */
const LABEL = /^([^:|\n]{1,60}): (?=\S)/u;
/** What somebody does whose name stands behind what he does it for. */
const LOOKS_AFTER = new Set(
  `run runs running lead leads manage manages organise organises organize organizes host hosts teach
  teaches handle handles charge responsible ask contact talk write help helps call care looks`.split(
    /\s+/u,
  ),
);

/** "Who runs it?", "who do I ask about the 3D printer?": the name behind a label that has the thing. */
export function personLabelled(
  { words, content }: Reading,
  about: string | undefined,
  { passages }: Topic,
): Labelled | undefined {
  if (words[0]?.text !== 'who' || !words.some(({ text }) => LOOKS_AFTER.has(text)))
    return undefined;
  const own = content.filter(({ text }) => !LOOKS_AFTER.has(text));
  const things =
    own.length > 0 ? own : wordsOf(about ?? '').filter((word) => !isStopWord(word.text));
  if (things.length === 0) return undefined;
  const found = unitsOf(passages).flatMap(({ passage, unit }) => {
    const label = LABEL.exec(unit.text);
    if (label === null) return [];
    const { positions } = indexText(label[1] ?? '');
    const value = nameIn(unit, label[0].length);
    if (value === undefined || !things.every(({ stem }) => positions.has(stem))) return [];
    return [{ passage, answer: answerTextOf(passage, [unit], [value]) }];
  });
  return onlyOf(found);
}

/** Where the name is with which a value begins: two words or more, for one alone may be a thing. */
function nameIn({ text, start }: SentenceRecord, from: number): Span | undefined {
  const value = text.slice(from);
  const index = indexText(value);
  const opening = candidatesOf(index).find(({ first }) => first === 0);
  if (opening === undefined || (opening.kind !== 'person' && opening.kind !== 'name')) {
    return undefined;
  }
  const end = index.words[opening.last]?.end;
  if (end === undefined || opening.last === 0) return undefined;
  return { start: start + from, end: start + from + end };
}

const RANKED = new Set('prize place rank position price reward'.split(' '));

/** "And the prize for first?", "second?": the entry that is headed by that place, "1st place: 350 €". */
export function entryOfRank(
  { form, words, content }: Reading,
  { passages }: Topic,
): Labelled | undefined {
  if (form !== 'instead') return undefined;
  const rank = words.map(({ text }) => rankOf(text)).find((each) => each !== undefined);
  const saysMore = content.some(({ text }) => rankOf(text) === undefined && !RANKED.has(text));
  if (rank === undefined || saysMore) return undefined;
  const found = unitsOf(passages).flatMap(({ passage, unit }) => {
    const [label = ''] = unit.text.split(unit.kind === 'row' ? ' | ' : ':');
    const [first] = wordsOf(label);
    const isHead = label.length < unit.text.length && rankOf(first?.text ?? '') === rank;
    return isHead ? [{ passage, answer: answerTextOf(passage, [unit]) }] : [];
  });
  return onlyOf(found);
}

/** A place among others, which a plain number is not. */
function rankOf(word: string): number | undefined {
  return /^\d+$/u.test(word) ? undefined : ordinalWord(word);
}

const SINCE =
  /^since (?:when|what year|which year)(?: (?:is|was|has|have) (?:he|she|been|there|here|at|in|on|that|it|this| ){1,60})?$/iu;
const BEGAN = new Set(
  `took became elected appointed joined succeeded since began started founded promoted named hired
  inherited came`.split(/\s+/u),
);

/** Right behind the name it is told of whoever has it. */
const OF_WHO = /^(?:he|she|they)\b/iu;

/** "Since when?" after "who is Ines Lind?": the one sentence that says when she became that. */
export function sinceWhen(
  { text }: Reading,
  about: string | undefined,
  { passages, last, exchanges }: Topic,
): Labelled | undefined {
  if (!SINCE.test(withoutEnd(text))) return undefined;
  const isOfPerson = askedFor(wordsOf(last.understood)).kind === 'person';
  const isSomebody = wordsOf(text).some(({ text: word }) => word === 'he' || word === 'she');
  const person = isSomebody ? about : isOfPerson ? thingIn(exchanges) : undefined;
  const name = wordsOf(person ?? '').at(-1);
  if (name === undefined) return undefined;
  const { answer } = last;
  const isNext = ({ text: each, start }: SentenceRecord): boolean =>
    answer !== null && start >= answer.end && start - answer.end <= 1 && OF_WHO.test(each);
  return onlyOf(
    unitsOf(passages).flatMap(({ passage, unit }) => {
      const index = indexOfSentence(unit);
      const tells =
        (index.positions.has(name.stem) || isNext(unit)) &&
        index.words.some(({ text: word }) => BEGAN.has(word)) &&
        candidatesOf(index).some(({ kind }) => kind === 'date');
      return tells ? [{ passage, answer: answerTextOf(passage, [unit]) }] : [];
    }),
  );
}

function unitsOf(
  passages: readonly PassageRecord[],
): { readonly passage: PassageRecord; readonly unit: SentenceRecord }[] {
  return passages.flatMap((passage) => passage.sentences.map((unit) => ({ passage, unit })));
}

function onlyOf(found: readonly Labelled[]): Labelled | undefined {
  const [only] = found;
  const isOne = found.every(({ answer }) => answer.start === only?.answer.start);
  return isOne ? only : undefined;
}
