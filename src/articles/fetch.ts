import type { Dispatcher } from 'undici';
import { NewsdeskError } from '../errors.js';
import { checkUrl, guardedLookup, type AddressRules } from './address-guard.js';
import type { Validators } from './article.js';
import { fetchError, statusError } from './fetch-errors.js';
import { FETCH_TIMEOUT_MS, MAX_REDIRECTS, MAX_SOURCE_BYTES } from './limits.js';
import { readBody } from './response-body.js';

export interface FetchOptions extends AddressRules {
  /** Sent as it is. */
  readonly userAgent: string;
  /** Of an earlier fetch: an unchanged page is then not sent again. */
  readonly validators?: Validators | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default 25 MB, counted after decompression. */
  readonly maxBytes?: number | undefined;
  /** For the whole fetch, redirects included; default 20,000. */
  readonly timeoutMs?: number | undefined;
}

export interface Fetched {
  readonly notModified?: undefined;
  readonly bytes: Uint8Array;
  /** The Content-Type header as it came. */
  readonly contentType: string | undefined;
  /** After redirects, without fragment. */
  readonly finalUrl: URL;
  readonly validators: Validators | undefined;
}

export interface NotModified {
  readonly notModified: true;
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, application/feed+json, text/markdown, text/plain, */*;q=0.1';

/** Media that never hold an article; all else is judged by its bytes. */
const MEDIA_TYPE = /^(?:image|video|audio|font|model)\//i;

/**
 * Fetches a URL without letting it reach what is not public: addresses are checked when connecting,
 * on every redirect. Time, size and compression are limited.
 * @throws NewsdeskError `url-…` or `source-too-large`; the signal's reason if that is aborted
 */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Fetched | NotModified> {
  const timeoutMs = options.timeoutMs ?? FETCH_TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal =
    options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    return await follow(url, options, signal);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (timeout.aborted) {
      const details = { url: url.href, seconds: timeoutMs / 1000 };
      throw new NewsdeskError('url-timeout', details, { cause: error });
    }
    throw fetchError(error, url);
  }
}

async function follow(
  start: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched | NotModified> {
  let url = withoutFragment(start);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    checkUrl(url, options);
    const result = await hop(url, options, signal);
    if (!(result instanceof URL)) return result;
    url = withoutFragment(result);
  }
  throw new NewsdeskError('url-redirects', { url: start.href, limit: MAX_REDIRECTS });
}

/** One request: what came, or where it redirects to. */
async function hop(
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched | NotModified | URL> {
  // Loaded with the first page: no command but those that fetch needs its 60 ms.
  const { Agent, request } = await import('undici');
  // An agent of its own, since its lookup knows which URL it guards.
  const agent = new Agent({ connect: { lookup: guardedLookup(url, options) } });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: requestHeaders(options),
    });
    return await take(response, url, options);
  } finally {
    // Not awaited: what the server still sends is of no interest.
    void agent.destroy();
  }
}

async function take(
  response: Dispatcher.ResponseData,
  url: URL,
  options: FetchOptions,
): Promise<Fetched | NotModified | URL> {
  const { statusCode, headers, body } = response;
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  // The agent is destroyed with the body unread if this returns early.
  body.on('error', () => undefined);

  if (statusCode === 304 && options.validators !== undefined) return { notModified: true };
  const location = header('location');
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
    if (!URL.canParse(location, url.href))
      throw new NewsdeskError('url-invalid', { url: location });
    return new URL(location, url);
  }
  if (statusCode >= 300) throw statusError(url, statusCode);

  const contentType = header('content-type');
  if (contentType !== undefined && MEDIA_TYPE.test(contentType)) {
    throw new NewsdeskError('url-content-type', { url: url.href, type: contentType });
  }
  const bytes = await readBody(body, {
    url,
    encoding: header('content-encoding'),
    declaredBytes: Number(header('content-length') ?? 0),
    maxBytes: options.maxBytes ?? MAX_SOURCE_BYTES,
  });
  const etag = header('etag');
  const lastModified = header('last-modified');
  const validators =
    etag === undefined && lastModified === undefined ? undefined : { etag, lastModified };
  return { bytes, contentType, finalUrl: url, validators };
}

function requestHeaders({ userAgent, validators }: FetchOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT,
    'accept-encoding': 'gzip, br',
    ...(validators?.etag !== undefined && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified !== undefined && {
      'if-modified-since': validators.lastModified,
    }),
  };
}

function withoutFragment(url: URL): URL {
  const copy = new URL(url);
  copy.hash = '';
  return copy;
}
