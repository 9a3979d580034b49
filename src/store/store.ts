import type { Article } from '../articles/article.js';
import type { DocumentText } from '../documents/block.js';
import type { PassageSpan, UnitSpan } from '../passages/passage.js';
import type { Span } from '../text/span.js';

/** `shared`, which every server sees, or the id of the one Discord server that sees it. */
export type Collection = string;
export const SHARED: Collection = 'shared';

/** The collections that a question may be answered from. */
export type Scope = readonly Collection[];

/** How far a call sees that may show an article's words: all that there is, or a scope. */
export const EVERYWHERE = 'everywhere';
export type Reach = Scope | typeof EVERYWHERE;

export function reaches(reach: Reach, collection: Collection): boolean {
  return reach === EVERYWHERE || reach.includes(collection);
}

/** What a server, or with no server a direct message or the command line, may see. */
export function scopeOf(guildId?: string): Scope {
  return guildId === undefined || guildId === SHARED ? [SHARED] : [SHARED, guildId];
}

export interface ArticleSummary extends Omit<Article, 'text' | 'blocks'> {
  /** Short, stable, typed by people. */
  readonly id: string;
  readonly collection: Collection;
  readonly passages: number;
  readonly sentences: number;
  readonly characters: number;
  /** ISO 8601. */
  readonly indexedAt: string;
  /** Hex SHA-256 of title, text and blocks. */
  readonly contentHash: string;
  /** The machine whose file it is from, if several share the store; undefined if any may read it. */
  readonly machine?: string | undefined;
}

/** Where an article comes from, and what was seen there. */
export type ArticleSource = Pick<Article, 'source' | 'feed' | 'url' | 'validators'> &
  Pick<ArticleSummary, 'machine'>;

export interface StoredArticle extends ArticleSummary, DocumentText {}

/** An embedded text: the hash, hex SHA-256 of what was embedded, is the address of its vector. */
export interface EmbeddedSpan extends Span {
  readonly hash: string;
}

export interface NewPassage extends EmbeddedSpan, Omit<PassageSpan, 'sentences'> {
  readonly sentences: readonly (EmbeddedSpan & UnitSpan)[];
}

export interface NewArticle extends Article {
  readonly id: string;
  readonly collection: Collection;
  readonly contentHash: string;
  readonly machine?: string | undefined;
  readonly passages: readonly NewPassage[];
  /** The file as it came, kept if it cannot be fetched again (a Discord attachment). */
  readonly original?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** What an embedded text is found by. */
export interface StoredVector {
  /** Unit length, `dims` numbers. */
  readonly vector: Float32Array;
  /**
   * Of a sentence's words those that tell something (`keptWords()`), by `packSigns()`: those of the
   * title and headings before it, then its own.
   */
  readonly words?: Uint8Array | undefined;
}

/** A unit of a passage that may answer. */
export interface SentenceRecord extends UnitSpan {
  readonly text: string;
  /** What it is read as; its text, if nothing is to be seen beside it. */
  readonly reading: string;
  readonly vector: Float32Array;
  /** As in `StoredVector`; empty where they are lost. */
  readonly words: Uint8Array;
}

/**
 * A passage with all that ranking needs. A store may hand out the same object again for the same
 * passage while its article has not changed, so that what is derived from it need not be again.
 */
export interface PassageRecord extends PassageSpan {
  readonly id: number;
  readonly articleId: string;
  readonly collection: Collection;
  readonly title: string;
  /** What it is read after: title and headings. */
  readonly context: string;
  readonly source: string;
  readonly url?: string | undefined;
  /** Position among the article's passages, from 0. */
  readonly ordinal: number;
  readonly text: string;
  readonly vector: Float32Array;
  readonly sentences: readonly SentenceRecord[];
}

export interface KnownWord {
  readonly word: string;
  /** In how many passages it occurs. */
  readonly passages: number;
}

export interface Hit {
  readonly passageId: number;
  /** Higher is better: cosine similarity for vectors, BM25 for keywords. */
  readonly score: number;
}

export interface ScopeSize {
  readonly articles: number;
  readonly passages: number;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}

export interface StoreStats {
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly characters: number;
  readonly vectors: number;
  /** What the articles take, and what is derived from them to search them. */
  readonly bytes: { readonly database: number; readonly index: number };
  readonly generation: number;
}

export interface WaitOptions {
  /** Told whom it waits for. */
  readonly onWait?: ((holder: string) => void) | undefined;
  /** Ends the waiting; work that has begun is not its concern. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where articles, passages and vectors live and how they are found. The core knows this interface
 * alone, so that a server engine can stand behind it.
 */
export interface Store {
  /** What this machine is called among those that share the store; undefined if it alone has it. */
  readonly machine: string | undefined;
  /** Undefined if the article is out of reach, as if it were not there. */
  article(id: string, reach: Reach): Promise<StoredArticle | undefined>;
  /** Of this machine's own files, and of what is anybody's. */
  articleBySource(collection: Collection, source: string): Promise<ArticleSummary | undefined>;
  articlesByContent(collection: Collection, contentHash: string): Promise<ArticleSummary[]>;
  /** By title. */
  articles(reach: Reach): Promise<ArticleSummary[]>;
  original(id: string, reach: Reach): Promise<{ name: string; bytes: Uint8Array } | undefined>;

  /** Adds or replaces (by id) an article in one transaction. Its vectors must have been added. */
  putArticle(article: NewArticle): Promise<void>;
  /** Changes where an article comes from, or its validators, and nothing else. */
  moveArticle(id: string, to: ArticleSource): Promise<void>;
  /** The ids that were there. */
  removeArticles(ids: readonly string[]): Promise<string[]>;

  /** Which of these texts the current model has embedded before; with their words, if asked for. */
  knownVectors(hashes: readonly string[], withWords: boolean): Promise<Set<string>>;
  /** Adds what is not there yet, vectors as well as words. */
  addVectors(entries: ReadonlyMap<string, StoredVector>): Promise<void>;
  /** Articles that lack vectors of the current model, which was another when they were indexed. */
  articlesWithoutVectors(): Promise<string[]>;

  /**
   * Runs `work` while no other process indexes; waits for its turn and tells whom it waits for.
   * @throws the signal's reason if that is aborted before the turn has come
   */
  exclusively<T>(work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  /** Runs `work` if nobody indexes; undefined otherwise. */
  tryExclusively<T>(work: () => Promise<T>): Promise<T | undefined>;
  /**
   * Saves what is derived from the articles, for the next start, if it is out of date. What an
   * aborted signal leaves undone is made good later.
   */
  flush(signal?: AbortSignal): Promise<void>;
  /** Has the vector indexes take up what other processes have written. */
  catchUp(): Promise<void>;
  /** Takes up what other processes have written; true if something changed. */
  refresh(): Promise<boolean>;
  /** Waits until others may have changed the articles, for `withinMs` at most; `refresh` then tells. */
  awaitChange(withinMs: number, signal?: AbortSignal): Promise<void>;
  /** Grows with every change of the articles. */
  generation(): number;

  size(scope: Scope): Promise<ScopeSize>;
  nearestPassages(scope: Scope, vector: Float32Array, limit: number): Promise<Hit[]>;
  /** Passages with any of the words, best BM25 first; words are stemmed as the index stems them. */
  keywordSearch(scope: Scope, words: readonly string[], limit: number): Promise<Hit[]>;
  /** In the order of `ids`, without those that are gone or out of the scope. */
  passages(ids: readonly number[], scope: Scope): Promise<PassageRecord[]>;
  /** All passages of an article, in order; none if it is out of reach. */
  passagesOf(articleId: string, reach: Reach): Promise<PassageRecord[]>;
  /**
   * In how many passages of the scope each word occurs, as `words()` gives it (unstemmed). A title
   * counts with its article's first passage.
   */
  documentFrequencies(scope: Scope, words: readonly string[]): Promise<Map<string, number>>;
  /** Words of the scope that begin with `prefix` and have `minLength` to `maxLength` letters. */
  vocabulary(
    scope: Scope,
    prefix: string,
    minLength: number,
    maxLength: number,
  ): Promise<KnownWord[]>;

  stats(): Promise<StoreStats>;
  verify(repair: boolean): Promise<Problem[]>;
  /** Writes a consistent copy while others read and write. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
