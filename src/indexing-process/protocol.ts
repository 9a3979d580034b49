import type { Config } from '../config.js';
import { NewsdeskError, type ErrorCode, type ErrorDetails } from '../errors.js';
import type { IndexOptions, IndexProgress, Upload } from '../indexing/options.js';
import type { IndexedArticle, IndexReport } from '../indexing/report.js';
import type { Collection } from '../store/store.js';

/** What the indexing process is started with, as JSON in its first argument. */
export interface IndexingSetup
  extends
    Pick<Config, 'dataDir' | 'model' | 'minConfidence' | 'allowPrivateUrls'>,
    Partial<Pick<Config, 'machine'>> {
  readonly logLevel: string;
}

/** Options that can be sent; progress and the end of waiting are messages of their own. */
export type SentOptions = IndexOptions & {
  readonly onProgress: undefined;
  readonly signal: undefined;
};

export type IndexingRequest =
  | { readonly call: 'index'; readonly sources: readonly string[]; readonly options: SentOptions }
  | { readonly call: 'indexUpload'; readonly upload: Upload; readonly options: SentOptions }
  | {
      readonly call: 'refreshArticles';
      readonly ids: readonly string[] | undefined;
      readonly options: SentOptions;
    }
  | {
      readonly call: 'remove';
      readonly ids: readonly string[];
      readonly collection: Collection | undefined;
    }
  | { readonly call: 'warm' };

export type ToIndexing =
  | { readonly kind: 'run'; readonly id: number; readonly request: IndexingRequest }
  | { readonly kind: 'cancel'; readonly id: number };

export interface SentError {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export type SentReport = Omit<IndexReport, 'articles'> & {
  readonly articles: readonly (Omit<IndexedArticle, 'error'> & { readonly error?: SentError })[];
};

export type FromIndexing =
  | { readonly kind: 'ready' }
  /** Sent twice a second by a process that is not stuck. */
  | { readonly kind: 'alive' }
  /** A line of the log, as JSON. */
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: IndexProgress }
  | { readonly kind: 'report'; readonly id: number; readonly report: SentReport }
  | { readonly kind: 'removed'; readonly id: number; readonly ids: readonly string[] }
  | { readonly kind: 'warmed'; readonly id: number }
  | { readonly kind: 'refused'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };

export function packReport(report: IndexReport): SentReport {
  return {
    ...report,
    articles: report.articles.map(({ error, ...article }) =>
      error === undefined
        ? article
        : { ...article, error: { code: error.code, details: error.details } },
    ),
  };
}

export function unpackReport(report: SentReport): IndexReport {
  return {
    ...report,
    articles: report.articles.map(({ error, ...article }) => ({
      ...article,
      error: error && new NewsdeskError(error.code, error.details),
    })),
  };
}
