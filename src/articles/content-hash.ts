import { createHash } from 'node:crypto';

/** Hex SHA-256 of title and text: an article with the same one is unchanged. */
export function contentHash(title: string, text: string): string {
  return createHash('sha256').update(title).update('\0').update(text).digest('hex');
}
