import { createHash } from 'node:crypto';
import type { DocumentText } from '../documents/block.js';

/** Hex SHA-256 of title, text and blocks: an article with the same one is unchanged. */
export function contentHash(title: string, { text, blocks }: DocumentText): string {
  return createHash('sha256')
    .update(title)
    .update('\0')
    .update(text)
    .update('\0')
    .update(JSON.stringify(blocks))
    .digest('hex');
}
