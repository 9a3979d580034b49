import type { Readings } from '../../src/answering/reading.js';
import type { AskedFor } from '../../src/answering/asked/question.js';
import type { Gold } from '../../src/evaluation/evaluation-set.js';
import type { Query } from '../../src/retrieval/query.js';
import type { PassageRecord } from '../../src/store/store.js';

/** What a question is asked of, and so what the answer should be. */
export const KINDS = {
  own: 'all articles, of which one answers',
  alone: 'the article that answers, alone',
  offTopic: 'articles about something else',
  nearMiss: 'with a name, year or noun changed, or known to be not answered',
  gone: 'the passages that answer taken out',
} as const;

export type ObservationKind = keyof typeof KINDS;

/** A question as it met a collection: what was found, before anything is ranked. */
export interface Observation {
  /** The file that it comes from. */
  readonly set: string;
  readonly kind: ObservationKind;
  readonly id: string;
  /** Questions of one group are never on both sides of a cross-validation. */
  readonly group: string;
  readonly query: Query;
  readonly asked: AskedFor;
  readonly records: readonly PassageRecord[];
  /** What was read in the best of them; undefined without a reader. */
  readonly readings?: Readings | undefined;
  /** Undefined if what was found does not answer. */
  readonly gold?: Gold | undefined;
}
