import { LRUCache } from 'lru-cache';
import { ofLength } from '../rows/terms.js';
import type { KnownWord, Scope } from '../store.js';
import type { Queries } from './database.js';
import { withoutNul } from './words.js';

/** Words of all beginnings that are kept, some 100 bytes each: more than where graphs are in memory. */
const MAX_KEPT_WORDS = 250_000;
/** A question may have several unknown words; what others write is seen so much later. */
const FRESH_MS = 1_000;

export type Vocabulary = (
  scope: Scope,
  prefix: string,
  minLength: number,
  maxLength: number,
) => Promise<KnownWord[]>;

/** Of one collection, by word. */
interface Kept {
  readonly generation: number;
  readonly known: readonly KnownWord[];
}

/**
 * Kept by collection and beginning, so that what is shared is read once for all servers; one
 * statement reads the words, or that nothing has changed since.
 * @param seen the generation of the articles, as far as this process knows
 */
export function vocabularyOf({ rows }: Queries, seen: () => number): Vocabulary {
  const cache = new LRUCache<string, Kept>({
    maxSize: MAX_KEPT_WORDS,
    sizeCalculation: ({ known }) => known.length + 1,
  });
  /** What the database last said. */
  let checked = { generation: -1, at: -Infinity };
  const isFresh = (kept: Kept | undefined): kept is Kept =>
    kept?.generation === checked.generation &&
    kept.generation >= seen() &&
    performance.now() - checked.at < FRESH_MS;

  const read = async (
    collections: readonly string[],
    prefix: string,
    kept: readonly (Kept | undefined)[],
  ): Promise<Kept[]> => {
    const at = performance.now();
    // As one column: a row a word takes three times as long. A word has no space.
    const found = await rows<{ generation: number; place: number; list: string | null }>(
      `SELECT meta.generation, given.place, CASE WHEN meta.generation <> given.kept THEN (
         SELECT string_agg(term || ' ' || passages, E'\\n') FROM (
           SELECT t.term, t.passages FROM newsdesk.terms AS t
           WHERE t.term >= $1 AND t.term < $1 || U&'\\+10FFFF' AND t.collection = (
             SELECT number FROM newsdesk.collections WHERE name = given.collection)
           ORDER BY t.term) AS found) END AS list
       FROM newsdesk.meta,
         unnest($2::text[], $3::bigint[]) WITH ORDINALITY AS given (collection, kept, place)`,
      [withoutNul(prefix), collections, kept.map((each) => each?.generation ?? -1)],
    );
    return found.map(({ generation, place, list }) => {
      const before = kept[place - 1];
      const known =
        before?.generation === generation
          ? before.known
          : (list ?? '').split('\n').filter(Boolean).map(knownWord);
      const now = { generation, known };
      checked = { generation, at };
      cache.set(keyOf(collections[place - 1] ?? '', prefix), now);
      return now;
    });
  };

  return async (scope, prefix, minLength, maxLength) => {
    const collections = [...new Set(scope)];
    const kept = collections.map((collection) => cache.get(keyOf(collection, prefix)));
    const lists = kept.every(isFresh) ? kept : await read(collections, prefix, kept);
    return lists.map(({ known }) => ofLength(known, minLength, maxLength)).reduce(together, []);
  };
}

function keyOf(collection: string, prefix: string): string {
  return JSON.stringify([collection, prefix]);
}

function knownWord(line: string): KnownWord {
  const space = line.indexOf(' ');
  return { word: line.slice(0, space), passages: Number(line.slice(space + 1)) };
}

/** The words of two lists by word, those of both with the passages of both. */
function together(some: readonly KnownWord[], others: readonly KnownWord[]): KnownWord[] {
  const all: KnownWord[] = [];
  let at = 0;
  for (const one of some) {
    let other = others[at];
    while (other !== undefined && other.word < one.word) {
      all.push(other);
      other = others[(at += 1)];
    }
    const isBoth = other?.word === one.word;
    all.push(isBoth ? { ...one, passages: one.passages + (other?.passages ?? 0) } : one);
    if (isBoth) at += 1;
  }
  for (const other of others.slice(at)) all.push(other);
  return all;
}
