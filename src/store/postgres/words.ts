import { LRUCache } from 'lru-cache';
import { ofLength } from '../rows/terms.js';
import type { KnownWord, Scope } from '../store.js';
import type { Queries } from './database.js';

/** Words that occur nowhere are left out. */
export async function documentFrequencies(
  { rows }: Queries,
  scope: Scope,
  wanted: readonly string[],
): Promise<Map<string, number>> {
  const asked = [...new Set(wanted)];
  if (asked.length === 0 || scope.length === 0) return new Map();
  const found = await rows<{ term: string; passages: number }>(
    `SELECT term, sum(passages)::integer AS passages FROM newsdesk.terms
     WHERE term = ANY ($1::text[]) AND collection = ANY (
       SELECT number FROM newsdesk.collections WHERE name = ANY ($2::text[]))
     GROUP BY term`,
    [asked.map(withoutNul), scope],
  );
  const passages = new Map(found.map((row) => [row.term, row.passages]));
  return new Map(
    asked.flatMap((word) => {
      const count = passages.get(word);
      return count === undefined ? [] : [[word, count] as const];
    }),
  );
}

/** Words of all beginnings that are kept, some 100 bytes each: more than where graphs are in memory. */
const MAX_KEPT_WORDS = 250_000;

export type Vocabulary = (
  scope: Scope,
  prefix: string,
  minLength: number,
  maxLength: number,
) => Promise<KnownWord[]>;

interface Kept {
  readonly generation: number;
  readonly known: readonly KnownWord[];
}

/** Kept by beginning; one statement reads the words, or that nothing has changed since. */
export function vocabularyOf({ rows }: Queries): Vocabulary {
  const cache = new LRUCache<string, Kept>({
    maxSize: MAX_KEPT_WORDS,
    sizeCalculation: ({ known }) => known.length + 1,
  });
  return async (scope, prefix, minLength, maxLength) => {
    const key = JSON.stringify([scope, prefix]);
    const kept = cache.get(key);
    // As one column: a row a word takes three times as long. A word has no space.
    const [row] = await rows<{ generation: number; list: string | null }>(
      `SELECT meta.generation, CASE WHEN meta.generation <> $3::bigint THEN (
         SELECT string_agg(term || ' ' || passages, E'\\n' ORDER BY term) FROM (
           SELECT term, sum(passages) AS passages FROM newsdesk.terms
           WHERE term >= $1 AND term < $1 || U&'\\+10FFFF' AND collection = ANY (
             SELECT number FROM newsdesk.collections WHERE name = ANY ($2::text[]))
           GROUP BY term) AS found) END AS list
       FROM newsdesk.meta`,
      [withoutNul(prefix), scope, kept?.generation ?? -1],
    );
    let known = kept?.known;
    if (row !== undefined && row.generation !== kept?.generation) {
      known = (row.list ?? '').split('\n').filter(Boolean).map(knownWord);
      cache.set(key, { generation: row.generation, known });
    }
    return ofLength(known ?? [], minLength, maxLength);
  };
}

function knownWord(line: string): KnownWord {
  const space = line.indexOf(' ');
  return { word: line.slice(0, space), passages: Number(line.slice(space + 1)) };
}

/** PostgreSQL's text holds every character but this one. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
