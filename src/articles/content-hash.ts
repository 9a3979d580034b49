import { createHash } from 'node:crypto';
import type { DocumentText } from '../documents/block.js';
import { hasCharacters } from '../text/unspaced.js';

/** Grows when the words change that Chinese and Japanese are found by. */
const PAIRS = 'pairs';

/** Hex SHA-256 of title, text and blocks: an article with the same one is unchanged. */
export function contentHash(title: string, { text, blocks }: DocumentText): string {
  const hash = createHash('sha256')
    .update(title)
    .update('\0')
    .update(text)
    .update('\0')
    .update(JSON.stringify(blocks));
  // What was indexed before it was cut into pairs is indexed again.
  if (hasCharacters(title) || hasCharacters(text)) hash.update('\0').update(PAIRS);
  return hash.digest('hex');
}
