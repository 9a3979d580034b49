import type { Reading } from '../embedding/passage-reader.js';
import { coverage } from '../retrieval/coverage.js';
import { alignedByAny, alignTerms, newWordSimilarities, shareAligned } from '../retrieval/align.js';
import type { Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence, indexOfTitle, type TextIndex } from '../retrieval/text-index.js';
import { dot } from '../vectors/dot.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { evidenceFor } from './confidence/evidence.js';
import type { AskedFor } from './asked/question.js';
import { readSentence } from './reading.js';

export type SentenceFeature =
  | 'similarity'
  | 'coverage'
  | 'titledCoverage'
  | 'previousCoverage'
  | 'nextCoverage'
  | 'evidence'
  | 'lacksEvidence'
  | 'head'
  | 'opensWithPronoun'
  | 'newWords'
  | 'length'
  | 'alignment'
  | 'previousAlignment'
  | 'nextAlignment'
  | 'askedAlignment'
  | 'headAlignment'
  | 'readOdds'
  | 'readShare'
  | 'readBest';

const PRONOUNS = new Set(
  'he she it they his her its their this these those such that him them'.split(' '),
);

/** What speaks for each sentence of a passage as the answering one. */
export function sentenceFeatures(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  reading?: Reading,
): Features<SentenceFeature>[] {
  const title = indexOfTitle(passage.context);
  const texts = passage.sentences.map(indexOfSentence);
  const aligned = passage.sentences.map((sentence) => alignTerms(query, sentence));
  const similarities = passage.sentences.map(({ vector }) => dot(query.vector, vector));
  return texts.map((text, at) => {
    const own = coverage(query.terms, text);
    const addedBy = (neighbour: number): number => {
      const other = texts[neighbour];
      return other === undefined ? 0 : coverage(query.terms, text, other) - own;
    };
    const alone = aligned[at] ?? new Float32Array(0);
    const alignment = shareAligned(query.terms, alone);
    const alignedBy = (neighbour: number): number => {
      const other = aligned[neighbour];
      if (other === undefined) return 0;
      return shareAligned(query.terms, alignedByAny(alone, other)) - alignment;
    };
    const similarity = similarities[at] ?? 0;
    const evidence = evidenceFor(asked, text, query.stems);
    const has = evidence.candidates.length > 0;
    return {
      similarity,
      coverage: own,
      titledCoverage: coverage(query.terms, text, title),
      previousCoverage: addedBy(at - 1),
      nextCoverage: addedBy(at + 1),
      evidence: Math.log1p(evidence.candidates.length),
      lacksEvidence: evidence.expected && !has ? 1 : 0,
      head: asked.head !== undefined && text.positions.has(asked.head) ? 1 : 0,
      opensWithPronoun: PRONOUNS.has(text.words[0]?.text ?? '') ? 1 : 0,
      newWords: Math.log1p(text.words.filter(({ stem }) => !query.stems.has(stem)).length),
      length: Math.log1p(text.words.length),
      alignment,
      previousAlignment: alignedBy(at - 1),
      nextAlignment: alignedBy(at + 1),
      askedAlignment: nearestNewWord(query, asked.at, passage.sentences[at], text),
      headAlignment: nearestNewWord(query, asked.headAt, passage.sentences[at], text),
      ...readSentence(reading, at),
    };
  });
}

/** How near a word of the question, such as "who", comes to any that the question does not say. */
function nearestNewWord(
  query: Query,
  position: number | undefined,
  sentence: SentenceRecord | undefined,
  text: TextIndex,
): number {
  if (position === undefined || sentence === undefined) return 0;
  return Math.max(0, ...newWordSimilarities(query, position, sentence, text).values());
}
