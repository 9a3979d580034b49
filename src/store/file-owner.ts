import path from 'node:path';
import type { ArticleSummary, Store } from './store.js';

type From = Pick<ArticleSummary, 'source' | 'feed'>;

/** Whose file an article is from: this machine's, if others share the store; pages are anybody's. */
export function ownerOf(store: Pick<Store, 'machine'>, { source, feed }: From): string | undefined {
  return path.isAbsolute(feed ?? source) ? store.machine : undefined;
}

/** Whether an article is from a file of another machine, which this one can know nothing of. */
export function isElsewhere(
  store: Pick<Store, 'machine'>,
  { machine }: Pick<ArticleSummary, 'machine'>,
): boolean {
  return machine !== undefined && machine !== store.machine;
}
