import { NewsdeskError } from '../errors.js';
import type { Article } from './article.js';
import { canonicalUrl } from './canonical.js';
import { hasWords } from '../text/clean.js';
import type { Extract } from './extract.js';
import { humaniseName, opening, tidyTitle } from './title.js';

/** What is known of a document from outside. */
export interface AboutBytes {
  /** File name: its ending helps to tell the kind, and it stands in for a missing title. */
  readonly name: string;
  readonly source: string;
  readonly url?: string | undefined;
  /** A Content-Type header. */
  readonly contentType?: string | undefined;
}

/** Joins what a reader found and what is known from outside. @throws NewsdeskError `source-no-text` */
export function wholeArticle(extract: Extract, { name, source, url }: AboutBytes): Article {
  if (!hasWords(extract.text)) throw new NewsdeskError('source-no-text', { source });
  const title =
    tidyTitle(extract.title) ?? (name === '' ? opening(extract.text) : humaniseName(name));
  return { ...extract, source, title, url: canonicalUrl([extract.url], url) };
}
