/** An article as a reader makes it: its text is final, and every later offset points into it. */
export interface Article {
  /** The absolute path of the file, the URL, or another name that finds the article again. */
  readonly source: string;
  readonly title: string;
  readonly text: string;
  /** A person gave the title: it stays when the source is read again. */
  readonly titleGiven?: boolean | undefined;
  /** The feed that its text is from, by what finds it again; undefined where it is from `source`. */
  readonly feed?: string | undefined;
  /** Where a person can read it: http or https only. */
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601 date or date-time, as precise as the source gives it. */
  readonly publishedAt?: string | undefined;
  readonly site?: string | undefined;
  /** BCP 47, e.g. `en`. */
  readonly language?: string | undefined;
  /** What a later fetch of the page, or of the feed, sends to learn whether it has changed. */
  readonly validators?: Validators | undefined;
}

/** HTTP validators (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}
