import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NewsdeskError } from '../errors.js';
import { collectBytes } from './collect.js';
import { COMPRESSION_GRACE_BYTES, MAX_COMPRESSION_RATIO } from './limits.js';

export interface BodyLimits {
  readonly url: URL;
  /** The Content-Encoding header. */
  readonly encoding: string | undefined;
  /** The Content-Length header, 0 if there is none; a server may lie. */
  readonly declaredBytes: number;
  /** After decompression. */
  readonly maxBytes: number;
}

const DECOMPRESSORS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Reads and unpacks a response, and stops as soon as it is too large or unpacks like a bomb. */
export async function readBody(body: Readable, limits: BodyLimits): Promise<Uint8Array> {
  const { url, maxBytes, declaredBytes } = limits;
  const encoding = (limits.encoding ?? 'identity').trim().toLowerCase();
  const checkSize = (bytes: number) => {
    if (bytes > maxBytes) {
      throw new NewsdeskError('source-too-large', { source: url.href, limit: maxBytes / 1e6 });
    }
  };
  checkSize(declaredBytes);
  if (encoding === 'identity' || encoding === '') return collectBytes(body, checkSize);

  const decompressor = DECOMPRESSORS.get(encoding);
  if (decompressor === undefined) {
    const reason = `it is packed as "${encoding}"`;
    throw new NewsdeskError('url-compression', { url: url.href, reason });
  }
  let received = 0;
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      received += chunk.length;
      yield chunk;
    }
  };
  const checkUnpacked = (bytes: number) => {
    if (bytes > COMPRESSION_GRACE_BYTES && bytes > received * MAX_COMPRESSION_RATIO) {
      const reason = `it unpacks to more than ${MAX_COMPRESSION_RATIO} times its size`;
      throw new NewsdeskError('url-compression', { url: url.href, reason });
    }
    checkSize(bytes);
  };
  return pipeline(body, count, decompressor(), (unpacked: AsyncIterable<Buffer>) =>
    collectBytes(unpacked, checkUnpacked),
  );
}
