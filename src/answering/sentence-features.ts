import { coverage, missingSpecifics, phraseShare } from '../retrieval/coverage.js';
import type { Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence, indexOfTitle } from '../retrieval/text-index.js';
import { dot } from '../retrieval/vectors.js';
import type { PassageRecord } from '../store/store.js';
import { evidenceFor } from './evidence.js';
import type { AskedFor } from './question.js';

export type SentenceFeature =
  | 'passage'
  | 'similarity'
  | 'previousSimilarity'
  | 'nextSimilarity'
  | 'coverage'
  | 'titledCoverage'
  | 'previousCoverage'
  | 'nextCoverage'
  | 'phrases'
  | 'missingSpecifics'
  | 'evidence'
  | 'lacksEvidence'
  | 'person'
  | 'date'
  | 'number'
  | 'place'
  | 'name'
  | 'head'
  | 'newWords'
  | 'length';

/** What speaks for each sentence of a passage as the answering one, but for the passage's own worth. */
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
    const with_ = (neighbour: number): number => {
      const other = texts[neighbour];
      return other === undefined ? 0 : coverage(query.terms, text, other) - own;
    };
    const similarity = similarities[at] ?? 0;
    const evidence = evidenceFor(asked, text, query.stems);
    const has = evidence.candidates.length > 0;
    return {
      passage: 0,
      similarity,
      previousSimilarity: similarities[at - 1] ?? similarity,
      nextSimilarity: similarities[at + 1] ?? similarity,
      coverage: own,
      titledCoverage: coverage(query.terms, text, title),
      previousCoverage: with_(at - 1),
      nextCoverage: with_(at + 1),
      phrases: phraseShare(query.terms, text),
      missingSpecifics: missingSpecifics(query.terms, text, title),
      evidence: Math.log1p(evidence.candidates.length),
      lacksEvidence: evidence.expected && !has ? 1 : 0,
      person: asked.kind === 'person' && has ? 1 : 0,
      date: asked.kind === 'date' && has ? 1 : 0,
      number: asked.kind === 'number' && has ? 1 : 0,
      place: asked.kind === 'place' && has ? 1 : 0,
      name: (asked.kind === 'thing' || asked.kind === 'name') && has ? 1 : 0,
      head: asked.head !== undefined && text.positions.has(asked.head) ? 1 : 0,
      newWords: Math.log1p(text.words.filter(({ stem }) => !query.stems.has(stem)).length),
      length: Math.log1p(text.words.length),
    };
  });
}
