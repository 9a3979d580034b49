import { embeddedText, textHash } from '../passages/embedded-text.js';
import { embeddedPassage } from '../passages/reading.js';
import { ownerOf } from './file-owner.js';
import {
  EVERYWHERE,
  type ArticleSummary,
  type NewArticle,
  type NewPassage,
  type PassageRecord,
  type Store,
  type StoredArticle,
  type StoredVector,
} from './store.js';

export interface CopyReport {
  readonly copied: number;
  /** There already, as an earlier run has left them. */
  readonly unchanged: number;
  /** Ids of articles that lack vectors where they are, or were embedded by other rules. */
  readonly incomplete: readonly string[];
}

export interface CopyOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies all articles with their originals and vectors from one store to another, whichever engines
 * those are: nothing is embedded again. Each article is written whole, so that a run that was
 * interrupted goes on where it stopped; what only the target has stays there.
 */
export async function copyArticles(
  from: Store,
  to: Store,
  { onProgress, signal }: CopyOptions = {},
): Promise<CopyReport> {
  const all = await from.articles(EVERYWHERE);
  const there = new Map((await to.articles(EVERYWHERE)).map((article) => [article.id, article]));
  const incomplete: string[] = [];
  let copied = 0;
  for (const [done, article] of all.entries()) {
    signal?.throwIfAborted();
    onProgress?.(done, all.length);
    if (isSame(article, there.get(article.id))) continue;
    const whole = await readWhole(from, to, article.id);
    if (whole === undefined) {
      incomplete.push(article.id);
      continue;
    }
    await to.exclusively(
      async () => {
        await to.addVectors(whole.vectors);
        await to.putArticle(whole.article);
      },
      { signal },
    );
    copied += 1;
  }
  if (copied > 0) await to.exclusively(() => to.flush(), { signal });
  onProgress?.(all.length, all.length);
  return { copied, unchanged: all.length - copied - incomplete.length, incomplete };
}

function isSame(article: ArticleSummary, other: ArticleSummary | undefined): boolean {
  return (
    other?.contentHash === article.contentHash &&
    other.collection === article.collection &&
    other.source === article.source &&
    other.passages === article.passages &&
    other.sentences === article.sentences
  );
}

interface Whole {
  readonly article: NewArticle;
  readonly vectors: ReadonlyMap<string, StoredVector>;
}

/** Undefined if it is gone meanwhile, or lacks a vector. */
async function readWhole(from: Store, to: Store, id: string): Promise<Whole | undefined> {
  const stored = await from.article(id, EVERYWHERE);
  if (stored === undefined) return undefined;
  const vectors = new Map<string, StoredVector>();
  const passages = (await from.passagesOf(id, EVERYWHERE)).map((record) =>
    newPassage(stored, record, vectors),
  );
  const hashes = [...vectors.keys()];
  const known = await from.knownVectors(hashes, false);
  if (hashes.some((hash) => !known.has(hash))) return undefined;
  const original = await from.original(id, EVERYWHERE);
  // The files of a folder's articles are on this machine.
  const machine = from.machine === undefined ? ownerOf(to, stored) : stored.machine;
  return { article: { ...stored, machine, passages, original }, vectors };
}

/** The addresses of its vectors are made again, as they are where an article is embedded. */
function newPassage(
  { title, text }: Pick<StoredArticle, 'title' | 'text'>,
  record: PassageRecord,
  vectors: Map<string, StoredVector>,
): NewPassage {
  const { start, end, path, context } = record;
  const sentences = record.sentences.map((unit) => {
    const hash = textHash(embeddedText(context, unit.reading));
    vectors.set(hash, { vector: unit.vector, words: unit.words });
    const { start: from, end: to, kind, block } = unit;
    // What is read as it is written has no reading of its own.
    const reading = unit.reading === unit.text ? undefined : unit.reading;
    return { start: from, end: to, kind, block, reading, hash };
  });
  const hash = textHash(embeddedPassage(title, text, { start, end, path, sentences }));
  if (!vectors.has(hash)) vectors.set(hash, { vector: record.vector });
  return { start, end, path, hash, sentences };
}
