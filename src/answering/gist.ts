import type { Passage } from '../retrieval/passage.js';
import { shownPassage } from '../retrieval/rank.js';
import type { AnswerText } from './answer.js';
import { answerTextOf } from './answer-text.js';
import { mayAnswer } from './sections/structure.js';
import { dot } from '../vectors/dot.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';

export interface Gist {
  /** The sentence that the article opens with, and the one after it if that is central too. */
  readonly lead: AnswerText;
  /** The most central sentences, each as a passage of its own, most central first. */
  readonly central: readonly Passage[];
}

interface Central {
  readonly passage: PassageRecord;
  readonly sentence: SentenceRecord;
  readonly centrality: number;
}

/** Sentences beside the first, the most central ones, that a gist may show: as many as `ask` gives passages. */
const CENTRAL_SENTENCES = 5;
/**
 * Sentences that are closer than this say the same thing twice. Set by hand, and no set measures it:
 * at 0.8 and 0.9 other sentences are shown of 20 and 11 of the 120 articles of XQuAD's development
 * half, and of 9 and 7 of 16 invented documents.
 */
const REPEATS = 0.85;
/**
 * Too short to tell anything: "He agreed." Set by hand, and no set measures it: at 25 and 60 other
 * sentences are shown of 1 and 14 of the same 120 articles, and of 8 and 14 of the 16 documents, whose
 * items are short.
 */
const FEWEST_LETTERS = 40;

/**
 * What an article is about, in its own words: news tell it in their lead, and the sentences nearest
 * to the mean of all are what most of the article speaks of (Radev et al., 2004: centroid-based
 * summaries).
 */
export function gistOf(passages: readonly PassageRecord[]): Gist | undefined {
  const sentences = distinctSentences(passages);
  const outline = outlineOf(passages);
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
  const second = first.passage.sentences[first.passage.sentences.indexOf(first.sentence) + 1];
  const goesOn = second !== undefined && central.some(({ sentence }) => sentence === second);
  return {
    lead: {
      ...answerTextOf(first.passage, goesOn ? [first.sentence, second] : [first.sentence]),
      ...(outline.length === 0 ? {} : { outline }),
    },
    central: central.map(({ passage, sentence, centrality }) =>
      shownPassage(passage, centrality, sentence),
    ),
  };
}

/** Headings at most, which is what is still read in a chat. */
const MOST_HEADINGS = 20;

/** The article's headings, in order, each once. */
function outlineOf(passages: readonly PassageRecord[]): string[] {
  const headings = passages.flatMap(({ path }) => path.slice(0, 1));
  return [...new Set(headings)].slice(0, MOST_HEADINGS);
}

/** In order, each once; prose before items and rows, which say little by themselves. */
function distinctSentences(passages: readonly PassageRecord[]): Omit<Central, 'centrality'>[] {
  const seen = new Set<number>();
  const units = passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) => {
      if (seen.has(sentence.start) || !mayAnswer(sentence)) return [];
      seen.add(sentence.start);
      return [{ passage, sentence }];
    }),
  );
  const prose = units.filter(({ sentence }) => sentence.kind === 'sentence');
  return prose.length > 0 ? prose : units;
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
