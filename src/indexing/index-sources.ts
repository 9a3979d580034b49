import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readItem, type ReadOptions, type ReadResult } from '../articles/read.js';
import { mapConcurrently } from '../articles/map-concurrently.js';
import { standsInWarning } from '../articles/reading-warnings.js';
import { sitemapPages } from '../articles/sitemap-pages.js';
import type { SourceItem, SourceList } from '../articles/source.js';
import { listSources } from '../articles/sources.js';
import type { Embedder } from '../embedding/embedder.js';
import { NewsdeskError } from '../errors.js';
import { failureOf } from './failure-of.js';
import { tellWaiting, type IndexOptions } from './options.js';
import { isElsewhere } from '../store/file-owner.js';
import { SHARED, type Collection, type Store } from '../store/store.js';
import { indexArticle, noteSource, type IndexArticleOptions } from './index-article.js';
import type { ReportBuilder } from './report.js';
import { TextRoom } from './text-room.js';

/** Stands in for the size of a source whose size is not known beforehand, in bytes. */
const TYPICAL_BYTES = 50_000;

export interface IndexContext {
  readonly store: Store;
  readonly embedder: Embedder;
  /** What reading needs beside the item: where, who asks, and which addresses it may reach. */
  readonly read: Pick<ReadOptions, 'reading' | 'allowPrivateUrls' | 'userAgent' | 'stdin'>;
}

type ItemOptions = IndexOptions & Pick<ReadOptions, 'only' | 'validators'>;

/** Reads and indexes files, folders and URLs one after another; each fails alone. */
export async function indexSources(
  context: IndexContext,
  args: readonly string[],
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  const { items, failures } = await listed(context, args, options);
  for (const { source, error } of failures) {
    // If all files have gone, they are what is pruned.
    if (error.code !== 'folder-empty' || options.prune !== true) report.failed(source, error);
  }
  if (options.title !== undefined && items.length !== 1) {
    throw new NewsdeskError('title-needs-one-source', { count: items.length });
  }
  await indexItems(context, items, options, report);
  if (options.prune === true) await prune(context.store, args, items, options, report);
}

/** The things to read; those of a sitemap are the pages that it lists. */
async function listed(
  { read }: IndexContext,
  args: readonly string[],
  options: IndexOptions,
): Promise<SourceList> {
  const list = await listSources(args, options);
  if (options.sitemap !== true) return list;
  const { limit, signal } = options;
  const lists = await mapConcurrently(list.items, 1, async (item) =>
    item.kind === 'url' || (item.kind === 'file' && item.folder === undefined)
      ? sitemapPages(item, { ...read, limit, signal })
      : { items: [item], failures: [] },
  );
  return {
    items: lists.flatMap(({ items }) => items),
    failures: [...list.failures, ...lists.flatMap(({ failures }) => failures)],
  };
}

/** Indexes what has been listed; `only` and `validators` are of the feed that its one item is. */
export async function indexItems(
  context: IndexContext,
  items: readonly SourceItem[],
  options: ItemOptions,
  report: ReportBuilder,
): Promise<void> {
  const totalBytes = items.reduce((sum, item) => sum + sizeOf(item), 0);
  let doneBytes = 0;
  const room = new TextRoom(options.maxCharacters);
  for (const [index, item] of items.entries()) {
    options.signal?.throwIfAborted();
    const onTexts = (done: number, total: number): void => {
      const part = total === 0 ? 0 : done / total;
      options.onProgress?.({
        step: 'embedding',
        source: item.source,
        sources: { done: index, total: items.length },
        texts: { done, total },
        share: totalBytes === 0 ? 1 : (doneBytes + part * sizeOf(item)) / totalBytes,
        passages: report.passages,
      });
    };
    await indexItem(context, item, options, report, { room, onTexts });
    doneBytes += sizeOf(item);
    onTexts(0, 0);
  }
}

async function indexItem(
  { store, embedder, read }: IndexContext,
  item: SourceItem,
  options: ItemOptions,
  report: ReportBuilder,
  { room, onTexts }: Pick<IndexArticleOptions, 'room' | 'onTexts'>,
): Promise<void> {
  const collection = options.collection ?? SHARED;
  const validators = async (source: string) =>
    // Another title makes another article even of the same bytes.
    options.force === true || (options.title !== undefined && item.kind === 'file')
      ? undefined
      : (await store.articleBySource(collection, source))?.validators;
  const results = await readItem(item, {
    ...read,
    limit: options.limit,
    only: options.only,
    validators: options.validators ?? (await validators(item.source)),
    entryValidators: validators,
    signal: options.signal,
  });
  for (const result of results) {
    if (result.kind === 'failed') report.failed(result.source, result.error);
    else if (result.kind === 'left') report.left(result.count);
    else if (result.kind === 'unchanged') await reportUnchanged(store, collection, result, report);
    else {
      const { standsIn } = result;
      if (standsIn !== undefined && (await isKnown(store, collection, result.article.source))) {
        // What its page said is better than what the feed says of it.
        report.failed(result.article.source, standsIn);
        continue;
      }
      try {
        const { entry, embedded } = await indexArticle(store, embedder, result.article, {
          collection,
          title: options.title,
          force: options.force === true,
          room,
          onTexts,
          onWait: tellWaiting(options.onProgress),
          signal: options.signal,
        });
        report.add({ ...entry, warning: standsIn && standsInWarning(standsIn) }, embedded);
      } catch (error) {
        const { source } = result.article;
        report.failed(source, failureOf(error, source, options.signal));
      }
    }
  }
}

async function isKnown(store: Store, collection: Collection, source: string): Promise<boolean> {
  return (await store.articleBySource(collection, source)) !== undefined;
}

async function reportUnchanged(
  store: Store,
  collection: Collection,
  { source, validators }: Extract<ReadResult, { kind: 'unchanged' }>,
  report: ReportBuilder,
): Promise<void> {
  const known = await store.articleBySource(collection, source);
  if (known === undefined) return;
  if (validators !== undefined) await noteSource(store, known, { ...known, validators });
  const { id, title, passages } = known;
  report.add({ id, title, source, status: 'unchanged', passages });
}

/** Removes the articles whose file has left one of the folders; other machines' files are theirs. */
async function prune(
  store: Store,
  args: readonly string[],
  items: readonly SourceItem[],
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  const folders = new Set(items.flatMap(({ folder }) => (folder === undefined ? [] : [folder])));
  // A folder that is empty now has no items to name it.
  for (const arg of args) {
    const stats = await stat(path.resolve(arg)).catch(() => undefined);
    if (stats?.isDirectory() === true) folders.add(path.resolve(arg));
  }
  for (const article of await store.articles([options.collection ?? SHARED])) {
    const file = article.feed ?? article.source;
    const inside = [...folders].some((folder) => file.startsWith(folder + path.sep));
    if (!inside || isElsewhere(store, article) || (await isThere(file))) continue;
    await store.exclusively(() => store.removeArticles([article.id]), { signal: options.signal });
    const { id, title, source, passages } = article;
    report.add({ id, title, source, status: 'removed', passages });
  }
}

async function isThere(file: string): Promise<boolean> {
  const error = await stat(file).then(
    () => undefined,
    (reason: unknown) => reason as NodeJS.ErrnoException,
  );
  // Only a file that is surely gone: a share that does not answer has lost nothing.
  return error?.code !== 'ENOENT' && error?.code !== 'ENOTDIR';
}

function sizeOf({ bytes }: SourceItem): number {
  return bytes ?? TYPICAL_BYTES;
}
