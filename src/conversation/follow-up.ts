import {
  considered,
  decide,
  fittedThreshold,
  type AskContext,
  type QuestionOptions,
} from '../answering/ask.js';
import type { Judgement } from '../answering/judge.js';
import type { Verdict } from '../answering/answer.js';
import { alignedByAny, alignTerms, shareAligned } from '../retrieval/align.js';
import { readQuery, type Query } from '../retrieval/query.js';
import { isStopWord } from '../text/stop-words.js';
import { presence } from '../retrieval/terms.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import { dot } from '../vectors/dot.js';
import type { Word } from '../text/words.js';
import type { Topic } from './topic.js';
import type { Reading } from './reading.js';
import {
  askedOf,
  inPlaceOf,
  inPlaceOfPronoun,
  replaceable,
  withSubject,
  withWordsOf,
  type Rewritten,
} from './rewrite.js';

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

/** What was taken over weighs so much of what the question says itself. */
const CARRIED = 0.3;

/**
 * Asks a follow-up of the article of the last answer, in each way in which it can be understood;
 * the surest answer counts. Nothing is answered from another article where the question does not
 * name a subject of its own.
 */
export async function answerFollowUp(
  context: AskContext,
  question: string,
  followUp: FollowUp,
  options: QuestionOptions,
): Promise<Verdict> {
  const { topic, about, ownSubject } = followUp;
  const articleId = ownSubject ? undefined : topic.articleId;
  let best: { verdict: Verdict; taken: boolean; least: number } | undefined;
  const ways = await understandings(context, followUp, options);
  const own = await readQuery(context, followUp.reading.text, options.scope, options.signal);
  for (const { text, carried } of ways) {
    const read = await readQuery(context, text, options.scope, options.signal);
    const query = weighed(read, carried);
    const judgement = await considered(context, query, options.scope, articleId, options.signal);
    const verdict = await decide({ ...context, minConfidence: 0 }, query, judgement);
    const met = shareOfOwnMet(own, judgement.chosen);
    const confidence = verdict.confidence * allowance(met);
    if (best !== undefined && best.verdict.confidence >= confidence) continue;
    const least = context.minConfidence ?? fittedThreshold(judgement);
    best = { verdict: { ...verdict, confidence }, taken: carried.size > 0, least };
  }
  const { verdict, taken, least } = best ?? { verdict: NOTHING, taken: false, least: 1 };
  const understood = {
    articleId: verdict.answer?.articleId ?? topic.articleId,
    about: taken ? (about ?? null) : null,
    understood: ways[0]?.text ?? question,
    pronoun: followUp.reading.pronoun?.kind,
  };
  if (verdict.answer === null || verdict.confidence < least) {
    return { ...verdict, kind: 'unanswered', answer: null, context: understood };
  }
  return { ...verdict, context: understood };
}

const NOTHING: Verdict = {
  kind: 'unanswered',
  confidence: 0,
  answer: null,
  passages: [],
  lookedFor: [],
};

async function understandings(
  context: AskContext,
  { reading, topic, about, ownSubject, complete }: FollowUp,
  { scope, signal }: QuestionOptions,
): Promise<Rewritten[]> {
  const { last } = topic;
  const alone: Rewritten = { text: reading.text, carried: new Set() };
  switch (reading.form) {
    case 'bare':
      return [askedOf(reading, last)];
    case 'instead': {
      const [own, before] = await Promise.all([
        readQuery(context, reading.text, scope, signal),
        readQuery(context, last.understood, scope, signal),
      ]);
      const stretch = nearestStretch(own, before, replaceable(before.text));
      const replaced = inPlaceOf(stretch, reading, { ...last, understood: before.text });
      return reading.content.length === 0 || ownSubject ? [replaced] : [replaced, alone];
    }
    default: {
      if (complete) return [alone];
      if (about === undefined) return [alone, withWordsOf(alone, last)];
      if (reading.pronoun === undefined) {
        return [withSubject(reading, about), alone, withWordsOf(alone, last)];
      }
      const named = inPlaceOfPronoun(reading, about);
      return [named, alone, withWordsOf(named, last)];
    }
  }
}

function weighed(query: Query, carried: ReadonlySet<string>): Query {
  return {
    ...query,
    terms: query.terms.map((term) =>
      carried.has(term.stem) ? { ...term, weight: term.weight * CARRIED, specific: false } : term,
    ),
  };
}

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
    const similarity = Math.max(...similarities);
    if (similarity <= most) continue;
    most = similarity;
    nearest = stretch;
  }
  return nearest;
}

function vectorOf({ wordVectors, vector }: Query, at: number): Float32Array {
  return wordVectors.subarray(at * vector.length, (at + 1) * vector.length);
}

const SAYS_LITTLE = new Set('per also else exactly'.split(' '));

/**
 * How near the answer comes to the question's own words, the rarer counting more: 0 to 1. What was
 * taken over is met by nearly every sentence beside the last answer, and says nothing of whether
 * this one answers.
 */
function shareOfOwnMet({ terms, ...query }: Query, chosen: Judgement['chosen']): number {
  if (chosen === undefined) return 0;
  const own = terms.filter(({ text }) => !isStopWord(text) && !SAYS_LITTLE.has(text));
  if (own.length === 0) return 1;
  const asked = { ...query, terms: own };
  const sentences = chosen.bold.sentences.map(({ sentence }) => sentence);
  const aligned = alignedByAny(...sentences.map((sentence) => alignTerms(asked, sentence)));
  const texts = sentences.map(indexOfSentence);
  const met = own.map((term, at) =>
    Math.max(aligned[at] ?? 0, ...texts.map((text) => presence(term, text))),
  );
  return shareAligned(own, Float32Array.from(met));
}

/** Below the first an answer says nothing of what is asked; from the second on it is taken as it is. */
const UNMET = 0.3;
const MET = 0.38;

function allowance(met: number): number {
  return Math.min(1, Math.max(0, (met - UNMET) / (MET - UNMET)));
}
