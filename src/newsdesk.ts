import type { AskResult } from './answering/answer.js';
import type { Turn } from './answering/question-queue.js';
import type { ConversationOptions } from './conversation/answer.js';
import type { Exchange } from './conversation/exchange.js';
import type { IndexOptions, Upload } from './indexing/options.js';
import type { IndexReport } from './indexing/report.js';
import type { Passage, PassageText } from './retrieval/passage.js';
import type { PassageSearchOptions } from './retrieval/search.js';
import type { AskedQuestion, JournalStats, UnansweredQuestion } from './store/journal.js';
import type {
  ArticleSummary,
  Collection,
  Problem,
  Scope,
  StoredArticle,
  StoreStats,
} from './store/store.js';

export type { IndexOptions, IndexProgress, Upload } from './indexing/options.js';
export type { IndexedArticle, IndexReport, IndexStatus } from './indexing/report.js';

/** What a person can ask for; the rest follows from the settings. */
export interface AskOptions
  extends Omit<ConversationOptions, 'offersAlso' | 'readsEnglishOnly'>, Turn {}

export interface SearchOptions extends Omit<PassageSearchOptions, 'limit'>, Turn {
  readonly limit?: number | undefined;
}

export interface Stats extends StoreStats, JournalStats {
  readonly model: string;
  readonly dims: number;
  readonly version: string;
}

/** The façade that everything outside uses; it knows neither Discord nor a terminal. */
export interface Newsdesk {
  readonly version: string;
  /** Files, folders, URLs, feeds or `-`. One bad source fails alone; the report says why. */
  index(sources: readonly string[], options?: IndexOptions): Promise<IndexReport>;
  indexUpload(upload: Upload, options?: IndexOptions): Promise<IndexReport>;
  /** Reads known articles again from where they came; all if no ids are given. */
  refreshArticles(ids?: readonly string[], options?: IndexOptions): Promise<IndexReport>;
  /** Removes articles, of one collection if it is given. Unknown ids: `article-not-found`. */
  remove(ids: readonly string[], collection?: Collection): Promise<string[]>;
  /** Every collection if no scope is given. */
  list(scope?: Scope): Promise<ArticleSummary[]>;
  /** @throws NewsdeskError `article-not-found`, also if the scope does not see it. */
  show(id: string, scope?: Scope): Promise<StoredArticle>;
  /** @throws NewsdeskError `questions-busy` if who asks is named and too many others wait. */
  ask(question: string, options: AskOptions): Promise<AskResult>;
  /** @throws NewsdeskError as `ask` does */
  search(query: string, options: SearchOptions): Promise<Passage[]>;
  /** Questions and searches that wait for their turn. */
  waiting(): number;
  /** The passages around a position of an article, for "more context". */
  context(articleId: string, start: number, end: number, scope: Scope): Promise<PassageText[]>;
  asked(recordId: string): Promise<(AskedQuestion & { readonly askedAt: string }) | undefined>;
  /** A recorded question and its answer, as a conversation goes on from it. */
  exchange(recordId: string, scope: Scope): Promise<Exchange | undefined>;
  vote(
    recordId: string,
    voter: string,
    vote: 'up' | 'down',
  ): Promise<{ readonly up: number; readonly down: number } | undefined>;
  unanswered(scope?: Scope): Promise<UnansweredQuestion[]>;
  stats(): Promise<Stats>;
  verify(repair: boolean): Promise<Problem[]>;
  backup(file: string): Promise<void>;
  /** Takes up what another process has indexed; true if something changed. */
  refresh(): Promise<boolean>;
  /** Waits until another process may have indexed something, for `withinMs` at most. */
  awaitChange(withinMs: number, signal?: AbortSignal): Promise<void>;
  /** Loads the model and the index, so that the first question is quick. */
  warm(): Promise<void>;
  close(): Promise<void>;
}
