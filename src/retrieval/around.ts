import type { Scope, Store } from '../store/store.js';
import type { PassageText } from './passage.js';

/** The passages of an article that a stretch of it touches, with one before and one after them. */
export async function passagesAround(
  store: Store,
  articleId: string,
  start: number,
  end: number,
  scope: Scope,
): Promise<PassageText[]> {
  const passages = await store.passagesOf(articleId, scope);
  const inside = passages.filter((passage) => passage.start < end && passage.end > start);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [];
  return passages
    .filter(({ ordinal }) => ordinal >= first.ordinal - 1 && ordinal <= last.ordinal + 1)
    .map(({ title, source, url, text, start: from, end: to }) => ({
      articleId,
      title,
      source,
      url,
      text,
      start: from,
      end: to,
    }));
}
