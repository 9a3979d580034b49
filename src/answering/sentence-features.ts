import { coverage } from '../retrieval/coverage.js';
import type { Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence, indexOfTitle } from '../retrieval/text-index.js';
import { dot } from '../retrieval/vectors.js';
import type { PassageRecord } from '../store/store.js';
import { evidenceFor } from './evidence.js';
import type { AskedFor } from './question.js';

export type SentenceFeature =
  | 'similarity'
  | 'previousSimilarity'
  | 'nextSimilarity'
  | 'coverage'
  | 'titledCoverage'
  | 'previousCoverage'
  | 'nextCoverage'
  | 'evidence'
  | 'lacksEvidence'
  | 'person'
  | 'number'
  | 'name'
  | 'head'
  | 'opensWithPronoun'
  | 'newWords'
  | 'length';

const PRONOUNS = new Set(
  'he she it they his her its their this these those such that him them'.split(' '),
);

/** What speaks for each sentence of a passage as the answering one. */
export function sentenceFeatures(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
): Features<SentenceFeature>[] {
  const title = indexOfTitle(passage.title);
  const texts = passage.sentences.map(indexOfSentence);
  const similarities = passage.sentences.map(({ vector }) => dot(query.vector, vector));
  return texts.map((text, at) => {
    const own = coverage(query.terms, text);
    const addedBy = (neighbour: number): number => {
      const other = texts[neighbour];
      return other === undefined ? 0 : coverage(query.terms, text, other) - own;
    };
    const similarity = similarities[at] ?? 0;
    const evidence = evidenceFor(asked, text, query.stems);
    const has = evidence.candidates.length > 0;
    return {
      similarity,
      previousSimilarity: similarities[at - 1] ?? similarity,
      nextSimilarity: similarities[at + 1] ?? similarity,
      coverage: own,
      titledCoverage: coverage(query.terms, text, title),
      previousCoverage: addedBy(at - 1),
      nextCoverage: addedBy(at + 1),
      evidence: Math.log1p(evidence.candidates.length),
      lacksEvidence: evidence.expected && !has ? 1 : 0,
      person: asked.kind === 'person' && has ? 1 : 0,
      number: asked.kind === 'number' && has ? 1 : 0,
      name: (asked.kind === 'thing' || asked.kind === 'name') && has ? 1 : 0,
      head: asked.head !== undefined && text.positions.has(asked.head) ? 1 : 0,
      opensWithPronoun: PRONOUNS.has(text.words[0]?.text ?? '') ? 1 : 0,
      newWords: Math.log1p(text.words.filter(({ stem }) => !query.stems.has(stem)).length),
      length: Math.log1p(text.words.length),
    };
  });
}
