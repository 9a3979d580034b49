import { NewsdeskError } from '../errors.js';
import { sourceError } from './fault.js';
import { fetchBytes } from './fetch.js';
import { fileBytes } from './file-bytes.js';
import type { ReadOptions } from './read.js';
import { readingProcess } from './reading-process.js';
import type { Sitemap } from './sitemap.js';
import type { SourceItem, SourceList } from './source.js';

/** Sitemaps of one index that are looked into. */
const MOST_SITEMAPS = 50;
/** Pages that are taken if no other limit is given. */
export const MOST_PAGES = 1_000;

/**
 * The pages that a sitemap lists, at an address or in a file, those of an index's sitemaps included,
 * up to a limit; a sitemap that can't be read fails alone.
 */
export async function sitemapPages(
  { source }: SourceItem,
  options: Omit<ReadOptions, 'validators'>,
): Promise<SourceList> {
  const limit = options.limit ?? MOST_PAGES;
  const pages = new Set<string>();
  const failures: SourceList['failures'] = [];
  const look = async (place: string): Promise<readonly string[]> => {
    try {
      const sitemap = await sitemapAt(place, options);
      for (const page of sitemap.pages) if (pages.size < limit) pages.add(page);
      return sitemap.sitemaps;
    } catch (error) {
      failures.push({ source: place, error: sourceError(error, place, options.signal) });
      return [];
    }
  };
  for (const inner of (await look(source)).slice(0, MOST_SITEMAPS)) {
    // An index lists no other index (sitemaps.org).
    if (pages.size < limit) await look(inner);
  }
  const items = Array.from(pages, (page): SourceItem => ({
    source: page,
    kind: 'url',
    bytes: undefined,
  }));
  return { items, failures };
}

async function sitemapAt(
  place: string,
  options: Omit<ReadOptions, 'validators'>,
): Promise<Sitemap> {
  const { reading = readingProcess, signal } = options;
  if (!/^https?:/i.test(place)) {
    const args = [await fileBytes({ source: place }), place] as const;
    return reading.run({ operation: 'readSitemap', args }, place, signal);
  }
  const fetched = await fetchBytes(new URL(place), options);
  if (fetched.notModified) throw new NewsdeskError('sitemap-empty', { source: place });
  const args = [fetched.bytes, fetched.finalUrl.href] as const;
  return reading.run({ operation: 'readSitemap', args }, place, signal);
}
