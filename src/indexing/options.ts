import type { Collection } from '../store/store.js';

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
  /** Entries of a feed, or pages of a sitemap, at most. */
  readonly limit?: number | undefined;
  /** Addresses are those of sitemaps, whose pages are meant. */
  readonly sitemap?: boolean | undefined;
  /** Characters of new text that one run takes; what goes beyond is refused. No limit by default. */
  readonly maxCharacters?: number | undefined;
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

/** Says for whom a writing waits. */
export function tellWaiting(onProgress: IndexOptions['onProgress']): (holder: string) => void {
  return (holder) => onProgress?.({ step: 'waiting', holder });
}
