import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { NewsdeskError } from '../errors.js';
import { collectBytes } from './collect.js';
import { fileError } from './file-errors.js';
import { MAX_SOURCE_BYTES, MAX_SOURCE_MB } from './limits.js';
import type { SourceItem } from './source.js';

/** Files up to this many bytes need no stream, which takes longer to set up than they take to read. */
const READ_AT_ONCE = 1_000_000;

/** What a file holds. @throws NewsdeskError `file-…`, `source-too-large` */
export async function fileBytes({
  source,
  bytes,
}: Pick<SourceItem, 'source'> & Partial<SourceItem>): Promise<Uint8Array> {
  checkSize(bytes ?? 0, source);
  try {
    if (bytes !== undefined && bytes > 0 && bytes <= READ_AT_ONCE) {
      const read = await readFile(source);
      checkSize(read.length, source);
      return read;
    }
    return await collectBytes(createReadStream(source), (size) => {
      checkSize(size, source);
    });
  } catch (error) {
    throw fileError(error, source);
  }
}

/** @throws NewsdeskError `source-too-large` */
export function checkSize(bytes: number, source: string): void {
  if (bytes > MAX_SOURCE_BYTES) {
    throw new NewsdeskError('source-too-large', { source, limit: MAX_SOURCE_MB });
  }
}
