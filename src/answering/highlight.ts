import type { Span } from '../passages/passage.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import type { WeighedSentence } from './bold.js';
import { evidenceFor, type Candidate } from './evidence.js';
import type { AskedFor } from './question.js';

/**
 * Finds the words of a sentence that answer, as positions in the article; none where it is not
 * clear. A question-answering model can take the place of the rules.
 */
export interface SpanReader {
  read(query: Query, asked: AskedFor, sentence: WeighedSentence): Span[] | Promise<Span[]>;
}

/** Rules for names, dates and numbers: they speak where just one thing in the sentence fits. */
export const ruleReader: SpanReader = {
  read(query, asked, { sentence }) {
    const text = indexOfSentence(sentence);
    const { expected, candidates } = evidenceFor(asked, text, query.stems);
    if (!expected || candidates.length !== 1) return [];
    return candidates.flatMap((candidate) => spanOf(candidate, sentence.start, text.words));
  },
};

function spanOf({ first, last }: Candidate, offset: number, words: readonly Span[]): Span[] {
  const from = words[first];
  const to = words[last];
  return from === undefined || to === undefined
    ? []
    : [{ start: offset + from.start, end: offset + to.end }];
}
