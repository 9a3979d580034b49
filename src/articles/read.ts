import type { NewsdeskError } from '../errors.js';
import type { Article } from './article.js';
import type { FetchOptions } from './fetch.js';
import type { SourceItem } from './sources.js';

export { fetchBytes } from './fetch.js';

export interface ReadOptions extends FetchOptions {
  /** Entries of a feed at most. */
  readonly limit?: number | undefined;
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
}

export type ReadResult =
  | { readonly kind: 'article'; readonly article: Article }
  /** The server says that the page is as it was (304). */
  | { readonly kind: 'unchanged'; readonly source: string }
  | { readonly kind: 'failed'; readonly source: string; readonly error: NewsdeskError };

/** Reads one source; a feed gives many results. What a person can mend comes back as `failed`. */
export async function readItem(item: SourceItem, options: ReadOptions): Promise<ReadResult[]> {
  return Promise.reject(new Error(`not yet written: ${item.source} ${options.userAgent}`));
}

export interface AboutBytes {
  /** File name: its ending helps to tell the kind, and it stands in for a missing title. */
  readonly name: string;
  readonly source: string;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}

/** Makes an article of a file's bytes. @throws NewsdeskError where there is none in them */
export async function readBytes(bytes: Uint8Array, about: AboutBytes): Promise<Article> {
  return Promise.reject(new Error(`not yet written: ${about.name} ${bytes.length}`));
}
