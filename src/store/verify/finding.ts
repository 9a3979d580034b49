import type { Problem } from '../store.js';

/** What repair does about a problem; each step is done once, however many problems ask for it. */
export type Remedy =
  /** Counts and hashes that follow from the text. */
  | 'recount'
  /** Words and the keyword index, from the texts. */
  | 'reindex-keywords'
  /** Vectors that are not what they should be go, so that their texts are embedded again. */
  | 'drop-bad-vectors'
  | 'drop-orphan-vectors'
  /** Files and what is in memory, from the vectors. */
  | 'rebuild-graphs'
  /** Files, brought up to what the vectors are now. */
  | 'flush-graphs';

export interface Finding extends Problem {
  /** None if only the article's source, a model or a backup helps. */
  readonly remedies: readonly Remedy[];
}

export function finding(code: string, message: string, ...remedies: Remedy[]): Finding {
  return { code, message, remedies };
}
