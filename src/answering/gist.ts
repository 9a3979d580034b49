import type { Passage } from '../retrieval/passage.js';
import { shownPassage } from '../retrieval/rank.js';
import type { AnswerText } from './answer.js';
import { answerTextOf } from './answer-text.js';
import { dot } from '../vectors/dot.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';

export interface Gist {
  /** The sentence that the article opens with, and the one after it where that is central too. */
  readonly lead: AnswerText;
  /** The most central sentences, each as a passage of its own, most central first. */
  readonly central: readonly Passage[];
}

interface Central {
  readonly passage: PassageRecord;
  readonly sentence: SentenceRecord;
  readonly centrality: number;
}

const CENTRAL_SENTENCES = 5;
/** Sentences that are closer than this say the same thing twice. */
const REPEATS = 0.85;
/** Too short to tell anything: "He agreed." */
const FEWEST_LETTERS = 40;

/**
 * What an article is about, in its own words: news tell it in their lead, and the sentences nearest
 * to the mean of all are what most of the article speaks of (Radev et al., 2004: centroid-based
 * summaries).
 */
export function gistOf(passages: readonly PassageRecord[]): Gist | undefined {
  const sentences = distinctSentences(passages);
  const first = sentences[0];
  if (first === undefined) return undefined;
  const centre = meanOf(sentences.map(({ sentence }) => sentence.vector));
  const central: Central[] = [];
  const byCentrality = sentences
    .map((each) => ({ ...each, centrality: dot(centre, each.sentence.vector) }))
    .sort((a, b) => b.centrality - a.centrality);
  for (const each of byCentrality) {
    if (central.length === CENTRAL_SENTENCES) break;
    if (each.sentence === first.sentence || each.sentence.text.length < FEWEST_LETTERS) continue;
    const repeats = [first, ...central].some(
      ({ sentence }) => dot(sentence.vector, each.sentence.vector) > REPEATS,
    );
    if (!repeats) central.push(each);
  }
  const second = first.passage.sentences[1];
  const goesOn = second !== undefined && central.some(({ sentence }) => sentence === second);
  return {
    lead: answerTextOf(first.passage, goesOn ? [first.sentence, second] : [first.sentence]),
    central: central.map(({ passage, sentence, centrality }) =>
      shownPassage(passage, centrality, sentence),
    ),
  };
}

function distinctSentences(passages: readonly PassageRecord[]): Omit<Central, 'centrality'>[] {
  const seen = new Set<number>();
  return passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) => {
      if (seen.has(sentence.start)) return [];
      seen.add(sentence.start);
      return [{ passage, sentence }];
    }),
  );
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (const [index, value] of vector.entries()) {
      mean[index] = (mean[index] ?? 0) + value / vectors.length;
    }
  }
  return mean;
}
