import type { ErrorCode, ErrorDetails } from '../errors.js';
import type { openDocument } from './document.js';
import type { readFeed } from './feed.js';
import type { readSitemap } from './sitemap.js';

/** What is done in the reading process. */
export interface Operations {
  readonly openDocument: typeof openDocument;
  readonly readFeed: typeof readFeed;
  readonly readSitemap: typeof readSitemap;
}

export type ReadingRequest = {
  [Name in keyof Operations]: {
    readonly operation: Name;
    readonly args: Readonly<Parameters<Operations[Name]>>;
  };
}[keyof Operations];

export type Read<Request extends ReadingRequest> = Awaited<
  ReturnType<Operations[Request['operation']]>
>;

export type ToReading = ReadingRequest & { readonly id: number };

export type FromReading = { readonly kind: 'ready' } | (ReadingReply & { readonly id: number });

export type ReadingReply =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: 'fault'; readonly error: unknown };
