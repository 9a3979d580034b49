import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DocumentText } from '../documents/block.js';
import { NewsdeskError } from '../errors.js';
import type { Article, Validators } from './article.js';
import { collectBytes } from './collect.js';
import type { Document } from './document.js';
import type { FeedEntry } from './feed.js';
import { sourceError } from './fault.js';
import { fetchBytes, type Fetched, type FetchOptions } from './fetch.js';
import { checkSize, fileBytes } from './file-bytes.js';
import { mapConcurrently } from './map-concurrently.js';
import type { Metadata } from './extract.js';
import { readPlainText } from './plain-text.js';
import { readingProcess, type ReadingProcess } from './reading-process.js';
import type { SourceItem } from './source.js';
import { opening, urlName } from './title.js';
import { VERSION } from '../version.js';
import { joinEntries } from './join-entries.js';
import { wholeArticle, type AboutBytes } from './whole-article.js';

export type { AboutBytes } from './whole-article.js';
export { fetchBytes } from './fetch.js';

export interface ReadBytesOptions {
  /** Where documents are read; the one that the whole program shares by default. */
  readonly reading?: ReadingProcess | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends FetchOptions, ReadBytesOptions {
  /** Entries of a feed at most. */
  readonly limit?: number | undefined;
  /** Reads these entries of a feed only; those that have left it are unchanged. */
  readonly only?: ReadonlySet<string> | undefined;
  /** What is known of the page of a feed's entry, by its source. */
  readonly entryValidators?: ((source: string) => Promise<Validators | undefined>) | undefined;
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
}

export type ReadResult =
  | {
      readonly kind: 'article';
      readonly article: Article;
      /** Why its page could not be read, if what the feed says of it stands in. */
      readonly standsIn?: NewsdeskError | undefined;
    }
  /**
   * The server says that the page or the feed is as it was (304), a file has the same bytes, or the
   * entry has left its feed.
   */
  | {
      readonly kind: 'unchanged';
      readonly source: string;
      /** Of the feed, if others of its entries were read; of the file. */
      readonly validators?: Validators | undefined;
    }
  | { readonly kind: 'failed'; readonly source: string; readonly error: NewsdeskError }
  /** Entries of a feed that were left out, for no more were to be read. */
  | { readonly kind: 'left'; readonly source: string; readonly count: number };

/** Pages of a feed that are fetched at the same time: they are mostly one site's. */
const FEED_CONCURRENCY = 3;

/**
 * Reads one source; a feed gives a result for each entry. Whatever goes wrong comes back as `failed`;
 * a signal that is aborted throws its reason.
 */
export async function readItem(item: SourceItem, options: ReadOptions): Promise<ReadResult[]> {
  try {
    switch (item.kind) {
      case 'file':
        return await readFromFile(item, options);
      case 'stdin':
        return await readStdin(options);
      case 'url':
        return await readUrl(item, options);
    }
  } catch (error) {
    const { source } = item;
    return [{ kind: 'failed', source, error: sourceError(error, source, options.signal) }];
  }
}

/** Makes an article of a file's bytes. @throws NewsdeskError if there is none in them */
export async function readBytes(
  bytes: Uint8Array,
  about: AboutBytes,
  options: ReadBytesOptions = {},
): Promise<Article> {
  checkSize(bytes.length, about.name);
  const document = await openDocument(bytes, about, options);
  if (document.kind === 'article') return document.article;
  if (document.isOneFile !== true) {
    throw new NewsdeskError('feed-not-one-article', { name: about.name });
  }
  const { reading = readingProcess, signal } = options;
  const { source } = about;
  const args = [document.text, source] as const;
  const { entries } = await reading.run({ operation: 'readFeed', args }, source, signal);
  return wholeArticle(joinEntries(entries), about);
}

async function openDocument(
  bytes: Uint8Array,
  about: AboutBytes,
  { reading = readingProcess, signal }: ReadBytesOptions,
): Promise<Document> {
  const article = readPlainText(bytes, about);
  if (article !== undefined) return { kind: 'article', article };
  const { name, source, url, contentType } = about;
  const args = [bytes, { name, source, url, contentType }] as const;
  return reading.run({ operation: 'openDocument', args }, source, signal);
}

async function readDocument(
  bytes: Uint8Array,
  about: AboutBytes,
  options: ReadOptions,
  validators?: Validators,
): Promise<ReadResult[]> {
  const document = await openDocument(bytes, about, options);
  if (document.kind === 'feed') return readEntries(document.text, about, options, validators);
  const { source } = document.article;
  return options.only === undefined
    ? [{ kind: 'article', article: { ...document.article, validators } }]
    : [{ kind: 'failed', source, error: new NewsdeskError('feed-empty', { source }) }];
}

async function readEntries(
  feedText: string,
  { source: feed, url }: AboutBytes,
  options: ReadOptions,
  validators?: Validators,
): Promise<ReadResult[]> {
  const { limit, only, reading = readingProcess, signal } = options;
  const args = [feedText, url ?? feed, limit] as const;
  const { entries, left: beyond } = await reading.run(
    { operation: 'readFeed', args },
    feed,
    signal,
  );
  const wanted = entries.filter(({ source }) => only?.has(source) ?? true);
  const results = await mapConcurrently(wanted, FEED_CONCURRENCY, (entry) =>
    readEntry(entry, feed, options, validators),
  );
  const left = new Set(only);
  for (const { source } of wanted) left.delete(source);
  const beyondLimit: ReadResult[] =
    beyond === 0 || only !== undefined ? [] : [{ kind: 'left', source: feed, count: beyond }];
  return [
    ...results,
    ...beyondLimit,
    ...Array.from(left, (source) => unchanged(source, validators)),
  ];
}

function unchanged(source: string, validators?: Validators): ReadResult {
  return { kind: 'unchanged', source, validators };
}

async function readUrl({ source }: SourceItem, options: ReadOptions): Promise<ReadResult[]> {
  const fetched = await fetchBytes(new URL(source), options);
  if (fetched.notModified) return Array.from(options.only ?? [source], (each) => unchanged(each));
  return readDocument(fetched.bytes, aboutPage(fetched, source), options, fetched.validators);
}

/** Takes an entry's article from the feed if it is whole there, else from the entry's page. */
async function readEntry(
  entry: FeedEntry,
  feed: string,
  options: ReadOptions,
  ofFeed: Validators | undefined,
): Promise<ReadResult> {
  const { source, content, summary, url, ...metadata } = entry;
  const fromFeed = (text: DocumentText): Article => {
    const title = entry.title ?? opening(text.text);
    return { ...metadata, ...text, source, feed, url, title };
  };
  if (content !== undefined) {
    return { kind: 'article', article: { ...fromFeed(content), validators: ofFeed } };
  }
  try {
    if (url === undefined) throw new NewsdeskError('source-no-text', { source });
    const known = await options.entryValidators?.(source);
    const fetched = await fetchBytes(new URL(url), { ...options, validators: known });
    if (fetched.notModified) return unchanged(source);
    const article = await readBytes(fetched.bytes, aboutPage(fetched, source), options);
    const { validators } = fetched;
    return { kind: 'article', article: { ...withMetadata(metadata, article), validators } };
  } catch (error) {
    const standsIn = sourceError(error, source, options.signal);
    if (summary === undefined) return { kind: 'failed', source, error: standsIn };
    return { kind: 'article', article: fromFeed(summary), standsIn };
  }
}

/** The page's own metadata, so that it reads the same when refreshed; the feed fills the gaps. */
function withMetadata(metadata: Metadata, article: Article): Article {
  const own = Object.entries(article).filter(([, value]) => value !== undefined);
  return { ...article, ...metadata, ...Object.fromEntries(own), title: article.title };
}

function aboutPage({ finalUrl, contentType }: Fetched, source: string): AboutBytes {
  return { name: urlName(finalUrl), source, url: finalUrl.href, contentType };
}

/**
 * A file with the bytes that it was last read from says the same, unless this version of Newsdesk
 * reads it otherwise. A feed's entries are looked at each time, since their pages may have changed.
 */
async function readFromFile(item: SourceItem, options: ReadOptions): Promise<ReadResult[]> {
  const bytes = await fileBytes(item);
  const validators = { etag: bytesTag(bytes) };
  const isSame = options.validators?.etag === validators.etag && options.only === undefined;
  if (isSame) return [unchanged(item.source, validators)];
  const results = await readDocument(bytes, aboutFile(item), options);
  return results.map((result) =>
    result.kind === 'article' && result.article.feed === undefined
      ? { ...result, article: { ...result.article, validators } }
      : result,
  );
}

/** Grows when what is read from the same file changes between two versions. */
const READING = 10;

function bytesTag(bytes: Uint8Array): string {
  return `${VERSION}.${String(READING)}:${createHash('sha256').update(bytes).digest('base64url')}`;
}

function aboutFile({ source }: SourceItem): AboutBytes {
  return { name: path.basename(source), source };
}

async function readStdin(options: ReadOptions): Promise<ReadResult[]> {
  if (options.stdin === undefined) throw new NewsdeskError('stdin-missing');
  const bytes = await collectBytes(options.stdin, (size) => {
    checkSize(size, 'Standard input');
  });
  if (bytes.length === 0) throw new NewsdeskError('source-empty', { source: 'Standard input' });
  // Named by its content: what is piped in next is another article, not a new version of this one.
  const source = `stdin:${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
  return readDocument(bytes, { name: '', source }, options);
}
