import type { Collection, Scope } from './store.js';

/** A question as it was asked. Who asked is never kept. */
export interface AskedQuestion {
  readonly question: string;
  /** A follow-up with what it left out; undefined if it left out nothing. */
  readonly understood?: string | undefined;
  readonly collection: Collection;
  /** Where it was asked of one article alone, by the person or as a follow-up. */
  readonly articleId?: string | undefined;
  readonly answered: boolean;
  readonly confidence: number;
  /** The answering sentence, for the buttons under a reply. */
  readonly answer?:
    { readonly articleId: string; readonly start: number; readonly end: number } | undefined;
}

export interface UnansweredQuestion {
  readonly question: string;
  readonly collection: Collection;
  readonly count: number;
  readonly bestConfidence: number;
  /** ISO 8601. */
  readonly firstAskedAt: string;
  readonly lastAskedAt: string;
}

export interface JournalStats {
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly feedback: { readonly up: number; readonly down: number };
}

/** What was asked and how it was liked. It outlives restarts, and is apart from the articles. */
export interface Journal {
  /** Returns a short id that the buttons under the reply carry. */
  record(question: AskedQuestion): Promise<string>;
  asked(id: string): Promise<(AskedQuestion & { readonly askedAt: string }) | undefined>;
  /** One vote a person and answer; a later one replaces the first, and the same again withdraws it. */
  vote(
    id: string,
    voter: string,
    vote: 'up' | 'down',
  ): Promise<{ readonly up: number; readonly down: number } | undefined>;
  /** Questions of these collections that found no answer, alike ones counted together, most asked first. */
  unanswered(scope?: Scope): Promise<UnansweredQuestion[]>;
  stats(): Promise<JournalStats>;
  close(): Promise<void>;
}
