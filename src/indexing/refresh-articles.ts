import path from 'node:path';
import { readBytes } from '../articles/read.js';
import { isUrl } from '../articles/sources.js';
import { NewsdeskError } from '../errors.js';
import type { IndexOptions } from '../newsdesk.js';
import type { ArticleSummary } from '../store/store.js';
import { indexArticle } from './index-article.js';
import { indexItems, type IndexContext } from './index-sources.js';
import type { ReportBuilder } from './report.js';

/** Reads articles again from where they came: the file, the page, or the original that was kept. */
export async function refreshStored(
  context: IndexContext,
  articles: readonly ArticleSummary[],
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  for (const article of articles) {
    const { id, title, source, collection, passages } = article;
    const perArticle = { ...options, collection };
    const original = await context.store.original(id);
    try {
      if (original !== undefined) {
        const read = await readBytes(original.bytes, {
          name: original.name,
          source,
          url: article.url,
        });
        const { entry, embedded } = await indexArticle(context.store, context.embedder, read, {
          collection,
          force: true,
          original,
          signal: options.signal,
        });
        report.add(entry, embedded);
      } else if (isUrl(source)) {
        await indexItems(context, [{ source, kind: 'url', bytes: undefined }], perArticle, report);
      } else if (path.isAbsolute(source)) {
        await indexItems(context, [{ source, kind: 'file', bytes: undefined }], perArticle, report);
      } else {
        // Standard input cannot be read again.
        report.add({ id, title, source, status: 'unchanged', passages });
      }
    } catch (error) {
      if (!(error instanceof NewsdeskError)) throw error;
      report.failed(source, error);
    }
  }
}
