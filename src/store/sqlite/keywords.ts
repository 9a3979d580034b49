import { LRUCache } from 'lru-cache';
import { Best } from '../best.js';
import type { Hit, Scope } from '../store.js';
import { words } from '../../text/index-words.js';
import type { SqliteFile } from './database.js';

/**
 * A word of the title says more about a passage than one of its text. Set by hand, and flat: from 1
 * to 2 no figure of XQuAD's development half or of invented documents changes, since what is found
 * so is ranked by other means.
 */
const TITLE_WEIGHT = 1.5;
/** Passages over all words that are kept, at 12 bytes each. */
const MAX_POSTINGS = 2_000_000;

/** Both sides of the index are made of `words()`, so that they can't differ over what a word is. */
export function keywordText(text: string): string {
  return words(text).join(' ');
}

/** The passages with one word, by ascending id, and what it adds to the BM25 of each. */
interface Postings {
  readonly ids: Int32Array;
  readonly scores: Float64Array;
}

export interface KeywordIndex {
  /** Passages with any of the words, best BM25 first. */
  search(scope: Scope, words: readonly string[], limit: number, generation: number): Hit[];
}

/**
 * BM25 is a sum over the words of the question, so that each word's part can be kept and the sum
 * made here: FTS5 alone takes milliseconds if a word is common.
 */
export function keywordIndex(sqlite: SqliteFile): KeywordIndex {
  const cache = new LRUCache<string, Postings>({
    maxSize: MAX_POSTINGS,
    sizeCalculation: ({ ids }) => ids.length + 1,
  });
  let cachedGeneration = -1;
  let hasOthers = false;
  let cachedScope = '';

  // Quoted, so that nothing in a word is read as an operator:
  // https://www.sqlite.org/fts5.html#full_text_query_syntax
  const select = (filter: string): string => `
    SELECT rowid, -bm25(keywords, ${TITLE_WEIGHT}, 1.0) FROM keywords
    WHERE keywords MATCH '"' || ? || '"' ${filter}`;
  const everywhere = sqlite.prepare<[string], [number, number]>(select('')).raw();
  const inScope = sqlite
    .prepare<[string, string], [number, number]>(
      select(`AND (SELECT collection FROM articles WHERE number =
                    (SELECT article FROM passages WHERE id = keywords.rowid))
                  IN (SELECT value FROM json_each(?))`),
    )
    .raw();
  const others = sqlite.prepare<[string]>(
    `SELECT 1 FROM articles
     WHERE collection NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
  );

  const lookUp = (scope: string, word: string): Postings => {
    const key = `${scope}${word}`;
    let postings = cache.get(key);
    if (postings === undefined) {
      const rows = hasOthers ? inScope.all(word, scope) : everywhere.all(word);
      postings = {
        ids: Int32Array.from(rows, ([id]) => id),
        scores: Float64Array.from(rows, ([, score]) => score),
      };
      cache.set(key, postings);
    }
    return postings;
  };

  return {
    search: (scope, wanted, limit, generation) => {
      const terms = [...new Set(wanted.flatMap((word) => words(word)))];
      if (terms.length === 0 || limit < 1) return [];
      const key = JSON.stringify(scope);
      if (generation !== cachedGeneration) cache.clear();
      if (generation !== cachedGeneration || key !== cachedScope) {
        hasOthers = others.get(key) !== undefined;
      }
      cachedGeneration = generation;
      cachedScope = key;
      return sumOf(
        terms.map((term) => lookUp(key, term)),
        limit,
      );
    },
  };
}

/** Walks along all lists at once, from id to id. */
function sumOf(lists: readonly Postings[], limit: number): Hit[] {
  const best = new Best<number>(limit);
  const positions = new Int32Array(lists.length);
  for (;;) {
    let id = Infinity;
    for (let list = 0; list < lists.length; list += 1) {
      const next = lists[list]?.ids[positions[list] ?? 0];
      if (next !== undefined && next < id) id = next;
    }
    if (id === Infinity) break;
    let score = 0;
    for (let list = 0; list < lists.length; list += 1) {
      const position = positions[list] ?? 0;
      if (lists[list]?.ids[position] !== id) continue;
      score += lists[list]?.scores[position] ?? 0;
      positions[list] = position + 1;
    }
    if (score > best.floor) best.add(id, score);
  }
  return best.map((passageId, score) => ({ passageId, score }));
}
