import type { AskContext, QuestionOptions } from '../answering/ask.js';
import { isNegated } from '../answering/asked/wanted.js';
import { readQuery, type Query } from '../retrieval/query.js';
import { isStopWord } from '../text/stop-words.js';
import { isNumber, type Word } from '../text/words.js';
import { dot } from '../vectors/dot.js';
import type { Exchange } from './exchange.js';
import type { Reading } from './reading.js';
import {
  askedOf,
  inPlaceOf,
  inPlaceOfPronoun,
  isCondition,
  isDay,
  replaceable,
  under,
  withSubject,
  withWordsOf,
  type Rewritten,
} from './rewrite.js';
import { isMany } from './subject.js';
import { spelledOut } from './spelled-out.js';
import type { Topic } from './topic.js';

export interface FollowUp {
  readonly reading: Reading;
  readonly topic: Topic;
  /** What its pronoun stands for. */
  readonly about: string | undefined;
  /** It names another subject than the last one, which other articles may be about. */
  readonly ownSubject: boolean;
  /** It could stand alone: only its article is taken over. */
  readonly complete: boolean;
}

/** The ways in which a follow-up can be understood, likeliest first; never empty. */
export async function understandings(
  context: AskContext,
  { reading, topic, about, ownSubject, complete }: FollowUp,
  { scope, signal }: QuestionOptions,
): Promise<Rewritten[]> {
  const { last } = topic;
  const alone: Rewritten = { text: reading.text, carried: new Set() };
  if (asksOfPredicate(reading)) return withPredicate(alone, last);
  switch (reading.form) {
    case 'bare':
      return [askedOf(reading, last)];
    case 'instead': {
      if (isCondition(reading)) return [under(reading, last), alone];
      const [own, before] = await Promise.all([
        readQuery(context, reading.text, scope, signal),
        readQuery(context, last.understood, scope, signal),
      ]);
      const spoken = { ...last, understood: before.text };
      const stretches = replaceable(before.text);
      const stretch = nearestStretch(own, before, stretches);
      const replaced = inPlaceOf(stretch, reading, spoken);
      if (reading.content.length === 0) return [replaced];
      // Nothing is plainly like it: it may take the place of any of them.
      const others = stretch.length > 0 ? [] : othersOf(stretches, reading);
      const ways = [...others.map((each) => inPlaceOf(each, reading, spoken)), replaced];
      return ownSubject ? ways : [...ways, alone];
    }
    default: {
      const said = spelledOut(reading, topic.exchanges);
      const alone: Rewritten = { text: said.text, carried: new Set() };
      if (complete) return [alone];
      if (about === undefined) return [alone, withWordsOf(alone, last)];
      if (said.pronoun === undefined) {
        return [withSubject(said, about), alone, withWordsOf(alone, last)];
      }
      const named = inPlaceOfPronoun(said, about);
      return [named, alone, withWordsOf(named, last)];
    }
  }
}

const OF_ALL = new Set('what who which'.split(' '));

/** "What isn't?" and "who can't?" ask of what was said before, and name nothing. */
function asksOfPredicate({ form, words, content, pronoun }: Reading): boolean {
  const opens = OF_ALL.has(words[0]?.text ?? '') && (form === 'whole' || form === 'bare');
  return opens && pronoun === undefined && content.length === 0 && isNegated(words);
}

/** "What isn't included?" after "what is included with the pass?", of which the heading says nothing. */
function withPredicate(alone: Rewritten, last: Exchange): Rewritten[] {
  const [run] = replaceable(last.question);
  const said = run?.map(({ text }) => text).join(' ') ?? '';
  const brief = withWordsOf(alone, { ...last, understood: said });
  return [brief, withWordsOf(alone, { ...last, understood: last.question }), alone];
}

/** A number or a day gives its place to its like alone. */
function othersOf(stretches: readonly Word[][], { words }: Reading): Word[][] {
  const isOther = (word: Word): boolean => isNumber(word.text) || isDay(word);
  const mayTake = words.some(isOther);
  return stretches
    .filter((stretch) => mayTake || !stretch.some(isOther))
    .slice(-MOST_STRETCHES)
    .reverse();
}

const MOST_STRETCHES = 3;
/** A stretch is worth replacing from this similarity on. */
const ALIKE = 0.35;
const SAME_WORD = 0.5;

function nearestStretch(own: Query, before: Query, stretches: readonly Word[][]): Word[] {
  let nearest: Word[] = [];
  let most = ALIKE;
  for (const stretch of stretches) {
    const similarities = own.terms.map(({ position, stem }) =>
      Math.max(
        ...stretch.map((word) => {
          const at = before.words.findIndex(({ start }) => start === word.start);
          return (
            dot(vectorOf(own, position), vectorOf(before, at)) +
            (word.stem === stem ? SAME_WORD : 0)
          );
        }),
      ),
    );
    const is = (same: (one: Word, other: Word) => boolean): boolean =>
      own.words.some((word) => stretch.some((other) => same(word, other)));
    const alike = is(sameSort) ? SAME_SORT : is(bothMany) ? BOTH_MANY : 0;
    const similarity = Math.max(0, ...similarities) + alike;
    if (similarity <= most) continue;
    most = similarity;
    nearest = stretch;
  }
  return nearest;
}

/** A name takes the place of a name, a day of a day, a number of a number. */
const SAME_SORT = 0.3;
const BOTH_MANY = 0.15;

function sameSort(one: Word, other: Word): boolean {
  if (isDay(one) || isDay(other)) return isDay(one) && isDay(other);
  if (isNumber(one.text) || isNumber(other.text)) return isNumber(one.text) && isNumber(other.text);
  return one.capitalised && other.capitalised && !isStopWord(one.text) && !isStopWord(other.text);
}

function bothMany({ text }: Word, other: Word): boolean {
  return isMany(text) && isMany(other.text);
}

function vectorOf({ wordVectors, vector }: Query, at: number): Float32Array {
  return wordVectors.subarray(at * vector.length, (at + 1) * vector.length);
}
