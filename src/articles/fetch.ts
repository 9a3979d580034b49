import type { Validators } from './article.js';

export interface FetchOptions {
  /** Lets requests reach private, loopback and other non-public addresses. */
  readonly allowPrivateUrls: boolean;
  /** Sent as it is. */
  readonly userAgent: string;
  /** Of an earlier fetch: an unchanged page is then not sent again. */
  readonly validators?: Validators | undefined;
  /** Only these hosts (`name` or `name:port`), which may then have private addresses. */
  readonly allowedHosts?: readonly string[] | undefined;
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

/** Fetches a URL without letting it reach what is not public. @throws NewsdeskError `url-…` */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Fetched | NotModified> {
  return Promise.reject(new Error(`not yet written: ${url.href} ${options.userAgent}`));
}
