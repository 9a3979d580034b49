import type { Extract } from './extract.js';

/** An article as a reader makes it: its text is final, and every later offset points into it. */
export interface Article extends Extract {
  /** The absolute path of the file, the URL, or another name that finds the article again. */
  readonly source: string;
  readonly title: string;
  /** A person gave the title: it stays when the source is read again. */
  readonly titleGiven?: boolean | undefined;
  /** The feed that its text is from, by what finds it again; undefined if it is from `source`. */
  readonly feed?: string | undefined;
  /** What a later fetch of the page, or of the feed, sends to learn whether it has changed. */
  readonly validators?: Validators | undefined;
}

/** HTTP validators (RFC 9110, section 8.8); a file's tag is of its bytes and what read them. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}
