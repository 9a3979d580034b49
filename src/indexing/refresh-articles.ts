import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Validators } from '../articles/article.js';
import { NewsdeskError } from '../errors.js';
import { groupBy } from '../text/group-by.js';
import { type SourceItem } from '../articles/source.js';
import { isUrl } from '../articles/sources.js';
import { failureOf } from './failure-of.js';
import type { IndexOptions } from './options.js';
import { isElsewhere } from '../store/file-owner.js';
import type { ArticleSummary } from '../store/store.js';
import { indexBytes } from './index-bytes.js';
import { indexItems, type IndexContext } from './index-sources.js';
import type { ReportBuilder } from './report.js';

/**
 * Reads articles again from where they came: the file, the page, the feed, or the original that was
 * kept. A file of another machine can only be read there. A feed is read once for all of its entries; those that have left it stay as they are.
 */
export async function refreshStored(
  context: IndexContext,
  articles: readonly ArticleSummary[],
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  const places = groupBy(articles, ({ collection, source, feed, machine }) =>
    JSON.stringify([collection, feed ?? source, feed === undefined, machine]),
  );
  for (const together of places.values()) {
    const [article] = together;
    if (article === undefined) continue;
    try {
      if (isElsewhere(context.store, article)) {
        const { source, machine = '' } = article;
        throw new NewsdeskError('source-elsewhere', { source, machine });
      } else if (article.feed !== undefined) {
        await refreshFrom(article.feed, context, together, options, report);
      } else if (!(await refreshOriginal(context, article, options, report))) {
        await refreshFrom(article.source, context, together, options, report);
      }
    } catch (error) {
      report.failed(article.source, failureOf(error, article.source, options.signal));
    }
  }
}

/** False if no original was kept. */
async function refreshOriginal(
  context: IndexContext,
  { id, source, url, collection }: ArticleSummary,
  { signal, maxCharacters, onProgress }: IndexOptions,
  report: ReportBuilder,
): Promise<boolean> {
  const original = await context.store.original(id, [collection]);
  if (original === undefined) return false;
  const options = { collection, force: true, maxCharacters, onProgress, signal };
  await indexBytes(context, { ...original, source, url }, options, report);
  return true;
}

/** Reads a place, which is a feed or an article's own, for the articles that are from there. */
async function refreshFrom(
  place: string,
  context: IndexContext,
  articles: readonly ArticleSummary[],
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  const item = itemAt(place);
  if (item === undefined) {
    for (const { id, title, source, passages } of articles) {
      report.add({ id, title, source, status: 'unchanged', passages });
    }
    return;
  }
  const entries = articles.filter(({ feed }) => feed !== undefined).map(({ source }) => source);
  await indexItems(
    context,
    [item],
    {
      ...options,
      collection: articles[0]?.collection,
      only: entries.length === 0 ? undefined : new Set(entries),
      validators: options.force === true ? undefined : commonValidators(articles),
    },
    report,
  );
}

/** What a feed came with when all of these articles were last read; undefined if that differs. */
function commonValidators(articles: readonly ArticleSummary[]): Validators | undefined {
  const [first, ...others] = articles.map(({ validators }) => validators);
  return others.every((other) => isDeepStrictEqual(other, first)) ? first : undefined;
}

/** Undefined for standard input, which cannot be read again. */
function itemAt(place: string): SourceItem | undefined {
  if (isUrl(place)) return { source: place, kind: 'url', bytes: undefined };
  return path.isAbsolute(place) ? { source: place, kind: 'file', bytes: undefined } : undefined;
}
