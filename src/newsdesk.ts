import type { AskResult, Passage } from './answering/answer.js';
import type { NewsdeskError } from './errors.js';
import type { AskedQuestion, JournalStats, UnansweredQuestion } from './store/journal.js';
import type {
  ArticleSummary,
  Collection,
  Problem,
  Scope,
  StoredArticle,
  StoreStats,
} from './store/store.js';

export type IndexStatus = 'added' | 'updated' | 'unchanged' | 'removed' | 'failed';

export interface IndexedArticle {
  readonly id: string | null;
  readonly title: string;
  readonly source: string;
  readonly status: IndexStatus;
  readonly passages: number;
  readonly error?: NewsdeskError | undefined;
}

export interface IndexReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: number;
  readonly articles: readonly IndexedArticle[];
  /** Texts newly embedded. */
  readonly embedded: number;
  readonly ms: number;
}

export type IndexProgress =
  /** Another process indexes; `holder` says which. */
  | { readonly step: 'waiting'; readonly holder: string }
  | {
      readonly step: 'embedding';
      readonly source: string;
      /** Sources done and in all. */
      readonly sources: { readonly done: number; readonly total: number };
      /** Of the current article: texts embedded and to embed. */
      readonly texts: { readonly done: number; readonly total: number };
      /** Of the whole run: share of the sources' bytes that is done, 0 to 1. */
      readonly share: number;
      /** Passages finished in this run. */
      readonly passages: number;
    }
  | { readonly step: 'saving' };

export interface IndexOptions {
  readonly collection?: Collection | undefined;
  /** For a single source; a file's own title otherwise. */
  readonly title?: string | undefined;
  /** Read and split again even what is unchanged; known vectors are still used. */
  readonly force?: boolean | undefined;
  /** Remove the articles of a folder whose file is gone. */
  readonly prune?: boolean | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Entries of a feed at most. */
  readonly limit?: number | undefined;
  /** Nothing is read or embedded after this run, so that what does it makes room for the saving. */
  readonly last?: boolean | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file that came as bytes, such as a Discord attachment, or the text of a message. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Finds the article again, e.g. the message's link. */
  readonly source: string;
  readonly url?: string | undefined;
}

export interface AskOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  /** Asked first; the other articles where this one does not say. */
  readonly preferArticleId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
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
  /** Reads known articles again from where they came; all where no ids are given. */
  refreshArticles(ids?: readonly string[], options?: IndexOptions): Promise<IndexReport>;
  /** Removes articles, of one collection where it is given. Unknown ids: `article-not-found`. */
  remove(ids: readonly string[], collection?: Collection): Promise<string[]>;
  /** Every collection where no scope is given. */
  list(scope?: Scope): Promise<ArticleSummary[]>;
  /** @throws NewsdeskError `article-not-found`, also where the scope does not see it. */
  show(id: string, scope?: Scope): Promise<StoredArticle>;
  ask(question: string, options: AskOptions): Promise<AskResult>;
  search(query: string, options: SearchOptions): Promise<Passage[]>;
  /** The passages around a position of an article, for "more context". */
  context(articleId: string, start: number, end: number, scope: Scope): Promise<Passage[]>;
  asked(recordId: string): Promise<(AskedQuestion & { readonly askedAt: string }) | undefined>;
  vote(
    recordId: string,
    voter: string,
    vote: 'up' | 'down',
  ): Promise<{ readonly up: number; readonly down: number } | undefined>;
  unanswered(scope?: Scope): Promise<UnansweredQuestion[]>;
  stats(): Promise<Stats>;
  verify(repair: boolean): Promise<Problem[]>;
  backup(file: string): Promise<void>;
  /** Takes up what another process has indexed; true where something changed. */
  refresh(): Promise<boolean>;
  /** Loads the model and the index, so that the first question is quick. */
  warm(): Promise<void>;
  close(): Promise<void>;
}
