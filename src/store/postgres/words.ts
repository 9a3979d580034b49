import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import { words } from '../../text/index-words.js';
import { MAX_KEPT_WORDS, ofLength } from '../rows/terms.js';
import type { Hit, KnownWord, Scope } from '../store.js';
import type { Queries } from './database.js';

/** As in the keyword index of SQLite, whose candidates these are to be. */
const TITLE_WEIGHT = 1.5;
/** FTS5's constants (https://www.sqlite.org/fts5.html#the_bm25_function). */
const K1 = 1.2;
const B = 0.75;
/** What FTS5 takes for a word that more than half of the passages have. */
const LEAST_IDF = 1e-6;

export interface Posting {
  readonly stem: string;
  /** How often the passage says it, a title counting for more. */
  readonly said: number;
}

/** A passage's stems, and how many words it has with its title. */
export function postingsOf(context: string, text: string): { postings: Posting[]; length: number } {
  const said = new Map<string, number>();
  const above = words(context);
  const own = words(text);
  for (const word of above) {
    const stem = stemmer(word);
    said.set(stem, (said.get(stem) ?? 0) + TITLE_WEIGHT);
  }
  for (const word of own) {
    const stem = stemmer(word);
    said.set(stem, (said.get(stem) ?? 0) + 1);
  }
  return {
    postings: Array.from(said, ([stem, times]) => ({ stem, said: times })),
    length: above.length + own.length,
  };
}

/**
 * BM25 over all that the database has, as FTS5 counts it. Rounded to single precision, so that
 * passages that say the same stand in the order of their ids, whatever was summed first.
 */
export async function keywordSearch(
  { rows }: Queries,
  scope: Scope,
  wanted: readonly string[],
  limit: number,
): Promise<Hit[]> {
  const times = new Map<string, number>();
  for (const word of new Set(wanted.flatMap((text) => words(text)))) {
    const stem = stemmer(word);
    times.set(stem, (times.get(stem) ?? 0) + 1);
  }
  if (times.size === 0 || limit < 1 || scope.length === 0) return [];
  return rows<Hit & Record<string, number>>(
    `WITH asked AS MATERIALIZED (
       SELECT s.number, given.times * greatest($5::float8,
           ln((meta.passages - s.passages + 0.5::float8) / (s.passages + 0.5::float8))) AS weight,
         meta.words / meta.passages::float8 AS usual
       FROM unnest($1::text[], $2::float8[]) AS given (stem, times)
         JOIN newsdesk.stems AS s ON s.stem = given.stem, newsdesk.meta
       WHERE meta.passages > 0
     )
     SELECT p.passage AS "passageId",
       sum(asked.weight * p.said * ($6::float8 + 1)
         / (p.said + $6::float8 * (1 - $7::float8 + $7::float8 * p.length / asked.usual)))::real AS score
     FROM asked JOIN newsdesk.postings AS p ON p.stem = asked.number
     WHERE p.collection = ANY (
       SELECT number FROM newsdesk.collections WHERE name = ANY ($3::text[]))
     GROUP BY p.passage ORDER BY score DESC, p.passage LIMIT $4`,
    [[...times.keys()], [...times.values()], scope, limit, LEAST_IDF, K1, B],
  );
}

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
