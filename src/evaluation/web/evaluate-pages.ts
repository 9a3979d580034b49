import { availableParallelism } from 'node:os';
import { NewsdeskError } from '../../errors.js';
import { mapConcurrently } from '../../articles/map-concurrently.js';
import { ReadingProcess } from '../../articles/reading-process.js';
import type { Extract } from '../../articles/extract.js';
import { median, shareOf } from '../metrics.js';
import { measurePage, type PageMeasure, type Verdict } from './measure-page.js';
import type { WebPage } from './web-pages.js';

export interface PagesReport {
  readonly pages: number;
  /** Pages that gave no article. */
  readonly refused: number;
  /** Of all snippets that must be in the text, those that are missing. */
  readonly withMissing: number;
  /** Of all snippets that must not be in the text, those that are present. */
  readonly withoutPresent: number;
  /** Of the pages whose description's first sentence stands in the page, those whose text lacks it. */
  readonly descriptionMissing: number;
  readonly descriptions: number;
  /** Of those that are labelled. */
  readonly date: Verdicts;
  readonly author: Verdicts;
  /** Milliseconds for a page, as whoever asks for it waits, at the median. */
  readonly ms: number;
}

export interface Verdicts {
  readonly labelled: number;
  readonly right: number;
  readonly wrong: number;
}

/** What went wrong on a page. */
export interface PageMiss extends PageMeasure {
  readonly url: string;
  readonly error?: string | undefined;
}

interface Options {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads every page as a file of it would be read, several at once, and compares with its labels. */
export async function evaluatePages(
  pages: readonly WebPage[],
  { onProgress, signal }: Options = {},
): Promise<PagesReport & { readonly misses: readonly PageMiss[] }> {
  const readers = Array.from({ length: availableParallelism() }, () => new ReadingProcess());
  const idle = [...readers];
  let done = 0;
  try {
    const measured = await mapConcurrently(pages, readers.length, async (page) => {
      const reader = idle.pop() ?? new ReadingProcess();
      const started = performance.now();
      const { extract, error } = await readPage(reader, page, signal);
      const ms = performance.now() - started;
      idle.push(reader);
      onProgress?.(++done, pages.length);
      return { url: page.url, error, ms, ...measurePage(page, extract) };
    });
    return reportOf(pages, measured);
  } finally {
    for (const reader of readers) reader.end();
  }
}

async function readPage(
  reader: ReadingProcess,
  { html, url }: WebPage,
  signal: AbortSignal | undefined,
): Promise<{ readonly extract: Partial<Extract>; readonly error?: string }> {
  const about = { name: 'page.html', source: url, contentType: 'text/html; charset=utf-8' };
  const args = [Buffer.from(html), about] as const;
  try {
    const document = await reader.run({ operation: 'openDocument', args }, url, signal);
    return { extract: document.kind === 'article' ? document.article : {} };
  } catch (error) {
    if (!(error instanceof NewsdeskError)) throw error;
    return { extract: {}, error: error.message };
  }
}

function reportOf(
  pages: readonly WebPage[],
  measured: readonly (PageMiss & { readonly ms: number })[],
): PagesReport & { readonly misses: readonly PageMiss[] } {
  const described = measured.filter(({ hasDescription }) => hasDescription);
  return {
    pages: pages.length,
    refused: measured.filter(({ error }) => error !== undefined).length,
    withMissing: share(measured, pages, 'missing', 'with'),
    withoutPresent: share(measured, pages, 'present', 'without'),
    descriptionMissing: shareOf(described, (page) => page.lostDescription !== undefined) ?? 0,
    descriptions: described.length,
    date: verdicts(measured.map(({ date }) => date)),
    author: verdicts(measured.map(({ author }) => author)),
    ms: median(measured.map(({ ms }) => ms)) ?? 0,
    misses: measured.filter(isMiss),
  };
}

function share(
  measured: readonly PageMeasure[],
  pages: readonly WebPage[],
  wrong: 'missing' | 'present',
  labelled: 'with' | 'without',
): number {
  const all = pages.reduce((sum, page) => sum + page[labelled].length, 0);
  return measured.reduce((sum, page) => sum + page[wrong].length, 0) / Math.max(all, 1);
}

function verdicts(all: readonly (Verdict | undefined)[]): Verdicts {
  const labelled = all.filter((each) => each !== undefined);
  return {
    labelled: labelled.length,
    right: shareOf(labelled, (each) => each === 'right') ?? 0,
    wrong: shareOf(labelled, (each) => each === 'wrong') ?? 0,
  };
}

function isMiss(page: PageMiss): boolean {
  return (
    page.missing.length + page.present.length > 0 ||
    page.lostDescription !== undefined ||
    page.error !== undefined ||
    [page.date, page.author].some((each) => each === 'wrong' || each === 'none')
  );
}
