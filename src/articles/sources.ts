import { stat } from 'node:fs/promises';
import path from 'node:path';
import { NewsdeskError } from '../errors.js';
import { checkUrl } from './address-guard.js';
import { fileError } from './file-errors.js';
import { listFolder } from './folder.js';
import type { ListOptions, ReadFailure, SourceItem, SourceList } from './source.js';

const URL_LIKE = /^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i;

/** Turns arguments (files, folders, URLs, `-`) into the things to read, each once, in order. */
export async function listSources(
  args: readonly string[],
  options: ListOptions = {},
): Promise<SourceList> {
  const items = new Map<string, SourceItem>();
  const failures: ReadFailure[] = [];
  for (const arg of args) {
    options.signal?.throwIfAborted();
    try {
      const found = await listArgument(arg, options);
      failures.push(...found.failures);
      for (const item of found.items) {
        if (!items.has(item.source)) items.set(item.source, item);
      }
    } catch (error) {
      if (!(error instanceof NewsdeskError)) throw error;
      failures.push({ source: isUrl(arg) ? redacted(arg) : path.resolve(arg), error });
    }
  }
  return { items: [...items.values()], failures };
}

/** Whether an argument names a URL rather than a file. */
export function isUrl(arg: string): boolean {
  return URL_LIKE.test(arg);
}

/** The URL as it is stored: parsed and without fragment. @throws NewsdeskError `url-…` */
export function normaliseUrl(arg: string): URL {
  if (!URL.canParse(arg)) throw new NewsdeskError('url-invalid', { url: redacted(arg) });
  const url = new URL(arg);
  url.hash = '';
  // Whether its address is public is seen when it is fetched.
  checkUrl(url, { allowPrivateUrls: true });
  return url;
}

async function listArgument(arg: string, options: ListOptions): Promise<SourceList> {
  if (arg === '-') return one({ source: '-', kind: 'stdin', bytes: undefined });
  if (isUrl(arg)) return one({ source: normaliseUrl(arg).href, kind: 'url', bytes: undefined });
  // An empty argument, such as an unset shell variable, would resolve to the working directory.
  if (arg === '') throw new NewsdeskError('file-not-found', { source: '""' });

  const source = path.resolve(arg);
  const stats = await stat(source).catch((error: unknown) => {
    throw fileError(error, source);
  });
  if (stats.isDirectory()) return listFolder(source, options);
  if (!stats.isFile()) throw new NewsdeskError('file-not-regular', { source });
  return one({ source, kind: 'file', bytes: stats.size });
}

function one(item: SourceItem): SourceList {
  return { items: [item], failures: [] };
}

function redacted(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
