import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import { words } from '../../text/index-words.js';
import { bestSums, type Postings } from '../rows/postings.js';
import type { Hit, Scope } from '../store.js';
import type { Queries } from './database.js';

/** FTS5's constants (https://www.sqlite.org/fts5.html#the_bm25_function). */
const K1 = 1.2;
const B = 0.75;
/** Passages over all words that are kept, at 24 bytes each. */
const MAX_POSTINGS = 2_000_000;
/** What FTS5 takes for a word that more than half of the passages have. */
const LEAST_IDF = 1e-6;

export type KeywordSearch = (
  scope: Scope,
  words: readonly string[],
  limit: number,
) => Promise<Hit[]>;

/** What BM25 asks of the whole database: how many passages and words it has. */
interface Totals {
  readonly generation: number;
  readonly passages: number;
  readonly words: number;
  /** The greatest id of a passage. */
  readonly newest: number;
}

/** The passages of a collection with a stem, as they were at `totals`. */
interface Kept extends Postings {
  readonly totals: Totals;
  /** Of the stem; another once all words have been counted again. */
  readonly number: number;
  /** In how many passages of the whole database the stem is. */
  readonly having: number;
  readonly ids: Float64Array;
  readonly said: Float32Array;
  readonly lengths: Float32Array;
}

interface PostingsRow extends Totals {
  /** Which of those that were asked for. */
  readonly place: number;
  readonly number: number;
  readonly having: number;
  /** What is newer than what is kept, `ENTRY_BYTES` for each passage; null for nothing. */
  readonly newer: Buffer | null;
}

/** A passage's id in 8 bytes, its length in 4 and how often it says the word in 4. */
const ENTRY_BYTES = 16;

// As bytes: a row a passage takes several times as long, and arrays as text half as long again.
const NEWER = `
  SELECT meta.generation, meta.passages, meta.words, newest.newest, given.place,
    s.number, s.passages AS having, found.newer
  FROM newsdesk.meta, (SELECT coalesce(max(id), 0) AS newest FROM newsdesk.passages) AS newest,
    unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY
      AS given (stem, collection, after, place)
    JOIN newsdesk.stems AS s ON s.stem = given.stem
    JOIN newsdesk.collections AS c ON c.name = given.collection,
    LATERAL (
      SELECT string_agg(int8send(p.passage) || int4send(p.length) || float4send(p.said), ''::bytea)
        AS newer
      FROM (SELECT passage, said, length FROM newsdesk.postings
        WHERE stem = s.number AND collection = c.number AND passage > given.after
        ORDER BY passage) AS p) AS found`;

/**
 * BM25 over all that the database has, as FTS5 counts it. What has been read of a word is kept and
 * summed here: the database takes seven times as long to sum as to read. A passage never changes
 * and its id is never used again, so that of a word that is kept only newer passages are read.
 */
export function keywordSearchOf({ rows }: Queries): KeywordSearch {
  const cache = new LRUCache<string, Kept>({
    maxSize: MAX_POSTINGS,
    sizeCalculation: ({ ids }) => ids.length + 1,
  });

  const listsOf = async (
    asked: readonly { readonly stem: string; readonly collection: string }[],
  ): Promise<(Postings | undefined)[]> => {
    const keys = asked.map(({ stem, collection }) => `${collection} ${stem}`);
    for (;;) {
      const kept = keys.map((key) => cache.get(key));
      const found = await rows<PostingsRow>(NEWER, [
        asked.map(({ stem }) => stem),
        asked.map(({ collection }) => collection),
        kept.map((known) => known?.totals.newest ?? 0),
      ]);
      const isWhole = found.every((row) => isStillWhole(kept[row.place - 1], row));
      const lists: (Postings | undefined)[] = asked.map(() => undefined);
      for (const row of found) {
        const at = row.place - 1;
        const key = keys[at] ?? '';
        if (!isStillWhole(kept[at], row)) cache.delete(key);
        else if (isWhole) {
          const list = withNewer(kept[at], row);
          cache.set(key, list);
          lists[at] = list;
        }
      }
      if (isWhole) return lists;
    }
  };

  return async (scope, wanted, limit) => {
    // As often as SQLite is asked for it: two words of one stem count twice.
    const stems = [...new Set(wanted.flatMap((text) => words(text)))].map(stemmer);
    const collections = [...new Set(scope)];
    if (stems.length === 0 || limit < 1 || collections.length === 0) return [];
    const asked = [...new Set(stems)].flatMap((stem) =>
      collections.map((collection) => ({ stem, collection })),
    );
    const lists = await listsOf(asked);
    return bestSums(
      stems.flatMap((stem) =>
        lists.filter(
          (list, at): list is Postings => asked[at]?.stem === stem && list !== undefined,
        ),
      ),
      limit,
    );
  };
}

/**
 * Whether all passages that are kept are there still. Those that came since have higher ids; if
 * they are as many more as there are more ids, none has gone.
 */
function isStillWhole(kept: Kept | undefined, now: PostingsRow): boolean {
  if (kept === undefined) return true;
  const { totals } = kept;
  const newer = now.newest - totals.newest;
  return (
    kept.number === now.number &&
    now.generation >= totals.generation &&
    newer >= 0 &&
    now.passages - totals.passages === newer
  );
}

function withNewer(kept: Kept | undefined, row: PostingsRow): Kept {
  const { generation, passages, words: length, newest, number, having } = row;
  const totals = { generation, passages, words: length, newest };
  const isSame =
    kept?.totals.passages === passages && kept.totals.words === length && kept.having === having;
  if (isSame) return { ...kept, totals };
  const before = kept?.ids.length ?? 0;
  const total = before + (row.newer?.length ?? 0) / ENTRY_BYTES;
  const ids = new Float64Array(total);
  const lengths = new Float32Array(total);
  const said = new Float32Array(total);
  if (kept !== undefined) {
    ids.set(kept.ids);
    lengths.set(kept.lengths);
    said.set(kept.said);
  }
  if (row.newer !== null) {
    const { buffer, byteOffset, byteLength } = row.newer;
    // Unlike the buffer's own methods, as fast the first time.
    const entries = new DataView(buffer, byteOffset, byteLength);
    for (let at = before, byte = 0; at < total; at += 1, byte += ENTRY_BYTES) {
      ids[at] = entries.getUint32(byte) * 2 ** 32 + entries.getUint32(byte + 4);
      lengths[at] = entries.getInt32(byte + 8);
      said[at] = entries.getFloat32(byte + 12);
    }
  }
  const scores = scoresOf(totals, having, said, lengths);
  const most = scores.reduce((most, score) => Math.max(most, score), 0);
  return { totals, number, having, ids, said, lengths, scores, most };
}

function scoresOf(
  totals: Totals,
  having: number,
  said: Float32Array,
  lengths: Float32Array,
): Float64Array {
  const idf = Math.log((totals.passages - having + 0.5) / (having + 0.5));
  const weight = idf > 0 ? idf : LEAST_IDF;
  const usual = totals.words / totals.passages;
  return Float64Array.from(said, (times, at) => {
    const share = 1 - B + (B * (lengths[at] ?? 0)) / usual;
    return weight * ((times * (K1 + 1)) / (times + K1 * share));
  });
}
