import { readBytes } from '../articles/read.js';
import { SHARED } from '../store/store.js';
import { failureOf } from './failure-of.js';
import { indexArticle } from './index-article.js';
import type { IndexContext } from './index-sources.js';
import { tellWaiting, type IndexOptions, type Upload } from './options.js';
import type { ReportBuilder } from './report.js';
import { TextRoom } from './text-room.js';

/**
 * Reads what came as bytes and indexes it, with the bytes kept as its original.
 * @param onTexts told of the texts that are embedded and of those to embed
 */
export async function indexBytes(
  { store, embedder, read: { reading } }: IndexContext,
  { name, bytes, source, url }: Upload,
  { collection = SHARED, title, force = false, maxCharacters, onProgress, signal }: IndexOptions,
  report: ReportBuilder,
  onTexts?: (done: number, total: number) => void,
): Promise<void> {
  const article = await readBytes(bytes, { name, source, url }, { reading, signal });
  const { entry, embedded } = await indexArticle(store, embedder, article, {
    collection,
    title,
    force,
    original: { name, bytes },
    room: new TextRoom(maxCharacters),
    onTexts,
    onWait: tellWaiting(onProgress),
    signal,
  });
  report.add(entry, embedded);
}

/** Indexes a file that came as bytes; what is wrong with it is in the report. */
export async function indexUpload(
  context: IndexContext,
  upload: Upload,
  options: IndexOptions,
  report: ReportBuilder,
): Promise<void> {
  const { source } = upload;
  const onTexts = (done: number, total: number): void => {
    options.onProgress?.({
      step: 'embedding',
      source,
      sources: { done: 0, total: 1 },
      texts: { done, total },
      share: total === 0 ? 1 : done / total,
      passages: report.passages,
    });
  };
  try {
    await indexBytes(context, upload, options, report, onTexts);
  } catch (error) {
    report.failed(source, failureOf(error, source, options.signal));
  }
}
