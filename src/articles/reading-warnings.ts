import type { NewsdeskError } from '../errors.js';
import type { Article } from './article.js';

/** Of letters: a page that gives less has hardly given its article. */
const HARDLY_ANY = 100;

/** What a person should know about how an article was read, in sentences. */
export function readingWarnings({ text, feed }: Pick<Article, 'text' | 'feed'>): string[] {
  const letters = text.replace(/\s+/g, ' ').length;
  return letters < HARDLY_ANY && feed === undefined
    ? [`Only ${letters} characters of text were found.`]
    : [];
}

/** Says that a feed's own words stand in for an entry's page, and why. */
export function standsInWarning(error: NewsdeskError): string {
  return `Only what the feed says is read, for its page is not to be had: ${error.message}`;
}
