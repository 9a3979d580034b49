import { createHash } from 'node:crypto';

/** Tells two sets of articles apart, by their numbers, which are never used twice. */
export function articlesDigest(numbers: readonly number[]): string {
  return createHash('sha256')
    .update([...numbers].sort((a, b) => a - b).join())
    .digest('hex');
}
