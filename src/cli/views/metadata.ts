import type { ArticleSummary } from '../../store/store.js';
import { plainLine } from '../text.js';

type Metadata = Pick<ArticleSummary, 'url' | 'author' | 'publishedAt' | 'site' | 'language'>;

/** What is known of an article beside its text, and nothing of what is not. */
export function metadataJson({ url, author, publishedAt, site, language }: Metadata): Metadata {
  return JSON.parse(JSON.stringify({ url, author, publishedAt, site, language })) as Metadata;
}

/** `By Jane Doe, The Gazette, 2026-03-02`, or nothing. */
export function metadataLine({ author, site, publishedAt }: Metadata): string {
  const parts = [author === undefined ? undefined : `By ${author}`, site, publishedAt];
  return plainLine(parts.filter((part) => part !== undefined).join(', '));
}
