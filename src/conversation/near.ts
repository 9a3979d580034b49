import type { Verdict } from '../answering/answer.js';
import { candidatesOf } from '../answering/confidence/evidence.js';
import { hasClock } from '../answering/asked/clock.js';
import type { Judgement } from '../answering/judge.js';
import { askedFor } from '../answering/asked/question.js';
import { hasRivalDoer } from '../answering/confidence/rivals.js';
import type { Query } from '../retrieval/query.js';
import {
  indexOfPassage,
  indexOfSentence,
  indexOfTitle,
  indexText,
} from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { wordsOf, type Word } from '../text/words.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';
import type { FollowUp } from './understandings.js';

/** Sentences before and after the last answer that are its surroundings. */
const BEFORE = 1;
const AFTER = 2;

/** A section of more is a chapter, and all of an article may be headed by its title. */
const MOST_HEADED = 3;

interface Window {
  readonly passages: readonly PassageRecord[];
  /** The last answer alone, which must have something else of the kind that is asked for. */
  readonly isAnswer: boolean;
}

/**
 * The last answer among its neighbours, if a question leans on it: "who hosts it?" is mostly
 * answered there, and "when?" in the same sentence. None if it stands by itself.
 */
export function windowsOf({ reading, topic, about }: FollowUp): Window[] {
  const answer = topic.last.answer;
  if (answer === null) return [];
  if (answer.articleId !== topic.articleId) return [];
  // Of another thing another row tells.
  if (reading.form === 'instead' && answer.units.every(({ kind }) => kind === 'row')) return [];
  const leans = reading.form !== 'whole' || reading.joined || reading.pronoun !== undefined;
  if (!leans) return [];
  const around = (before: number, after: number): PassageRecord[] =>
    topic.passages.flatMap((passage) => {
      const at = passage.sentences.flatMap(({ start, end }, index) =>
        start < answer.end && end > answer.start ? [index] : [],
      );
      const [first] = at;
      const last = at.at(-1);
      if (first === undefined || last === undefined) return [];
      const isRow = passage.sentences[first]?.kind === 'row';
      const from = isRow ? first : Math.max(0, first - before);
      const to = isRow ? last : last + after;
      return [{ ...passage, sentences: passage.sentences.slice(from, to + 1) }];
    });
  const headed = topic.passages.filter(
    ({ path }) => about !== undefined && isCalled(path.at(-1) ?? '', about),
  );
  const windows = [
    { passages: around(BEFORE, AFTER), isAnswer: false },
    { passages: headed.slice(0, MOST_HEADED), isAnswer: false },
  ];
  if (reading.form === 'bare') windows.unshift({ passages: around(0, 0), isAnswer: true });
  return windows.filter(({ passages }) => passages.length > 0);
}

/** It has something of the kind that is asked for, which the last answer was not given for. */
export function hasAnother({ answer }: Verdict, { asked }: Judgement, { last }: Topic): boolean {
  if (answer === null || asked.kind === 'thing' || asked.kind === 'reason') return false;
  const before = last.answer?.highlights ?? [];
  const index = indexText(answer.text);
  const others = candidatesOf(index).filter(({ kind, first }) => {
    const at = answer.start + (index.words[first]?.start ?? 0);
    return kind === asked.kind && before.every(({ start, end }) => at < start || at >= end);
  });
  const wasAlike = askedFor(wordsOf(last.understood)).kind === asked.kind;
  if (asked.kind === 'date' && !wasAlike && hasClock(index)) return true;
  return others.length > (wasAlike && before.length === 0 ? 1 : 0);
}

/**
 * Whether another thing that is named in place of one before stands in the article, but neither in
 * what was chosen nor right before it: then it is not about that.
 */
export function missesAtHand(
  { form, content }: Reading,
  { chosen }: Judgement,
  { articleId, passages }: Topic,
): boolean {
  if (form !== 'instead' || chosen === undefined) return false;
  const { sentences, best } = chosen.bold;
  if (best.passage.articleId !== articleId) return false;
  const from = Math.min(...sentences.map(({ at }) => at));
  const before = best.passage.sentences.slice(Math.max(0, from - 1), from);
  const shown = [...before, ...sentences.map(({ sentence }) => sentence)].map(indexOfSentence);
  // A heading of the whole article tells none of its parts.
  const own = best.passage.path.filter(
    (each) => !passages.every(({ path }) => path.includes(each)),
  );
  const headings = indexOfTitle(own.join('. '));
  const has = ({ stem }: Word): boolean =>
    [headings, ...shown].some(({ positions }) => positions.has(stem));
  const isAtHand = ({ stem }: Word): boolean =>
    passages.some((passage) => indexOfPassage(passage).positions.has(stem));
  return content.some((word) => isAtHand(word) && !has(word));
}

/** To "why?" the last answer once more, or a part of it, which gives no reason. */
export function repeatsWithoutReason(
  { answer }: Verdict,
  { asked, chosen }: Judgement,
  { last }: Topic,
): boolean {
  if (asked.kind !== 'reason' || chosen === undefined || answer === null) return false;
  const isIn =
    last.answer !== null && answer.start >= last.answer.start && answer.end <= last.answer.end;
  return isIn && chosen.evidence.features.lacksReason > 0;
}

/**
 * Whether an answer of the kind that is asked for stands in the section that is headed by what is
 * spoken of, in whatever words: "Professor at Adwa" below "Desta Alemu", to "where does she work?"
 */
export function isOfOwnSection(
  { about }: Pick<FollowUp, 'about'>,
  { asked, chosen }: Judgement,
): boolean {
  const heading = chosen?.bold.best.passage.path.at(-1);
  if (about === undefined || chosen === undefined || heading === undefined) return false;
  if (asked.kind === 'thing' || asked.kind === 'reason') return false;
  return isCalled(heading, about) && chosen.evidence.features.lacksKind === 0;
}

function isCalled(heading: string, about: string): boolean {
  const stems = wordsOf(heading).map(({ stem }) => stem);
  const own = new Set(wordsOf(about).map(({ stem }) => stem));
  return stems.length === own.size && stems.every((stem) => own.has(stem));
}

/** "Anyone aged ten or over may join" tells nobody's age. */
function isOfAnyone({ text }: SentenceRecord): boolean {
  return OF_ANYONE.test(text);
}

const OF_ANYONE = /^(?:anyone|anybody|everyone|everybody|nobody|no one|whoever)\b/iu;

/**
 * Asked of "him" without the name, the answer says it of somebody else by name, with the question's
 * own verb or as its very first words: "Putin will stay at the guesthouse" after Lavrov was spoken of.
 */
export function isOfAnotherPerson(
  { pronoun }: Reading,
  about: string | undefined,
  named: Query,
  { asked, chosen }: Judgement,
): boolean {
  if (pronoun?.kind !== 'he' && pronoun?.kind !== 'she') return false;
  if (chosen === undefined) return false;
  const shown = chosen.bold.sentences.map(({ sentence }) => indexOfSentence(sentence));
  if (chosen.bold.sentences.some(({ sentence }) => isOfAnyone(sentence))) return true;
  if (about === undefined) return false;
  const stems = wordsOf(about).map(({ stem }) => stem);
  if (shown.some(({ positions }) => stems.some((stem) => positions.has(stem)))) return false;
  if (hasRivalDoer(named, asked, shown)) return true;
  const opening = shown[0] === undefined ? undefined : candidatesOf(shown[0])[0];
  return opening?.kind === 'person' && opening.first === 0;
}

/** A row says of one thing all that its columns are about, in no words of the question's. */
export function isOfRow({ answer }: Verdict, { asked }: Judgement): boolean {
  const [unit, ...others] = answer?.units ?? [];
  if (answer === null || unit?.kind !== 'row' || others.length > 0) return false;
  if (asked.kind !== 'person') return answer.highlights.length === 1;
  return (unit.cells ?? []).some(({ start, end }) =>
    candidatesOf(indexText(answer.text.slice(start - answer.start, end - answer.start))).some(
      ({ kind, first, last }) => kind === 'person' || (kind === 'name' && last > first),
    ),
  );
}
