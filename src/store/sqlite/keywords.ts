import { LRUCache } from 'lru-cache';
import { bestSums, TITLE_WEIGHT, type Postings } from '../rows/postings.js';
import type { Hit, Scope } from '../store.js';
import { words } from '../../text/index-words.js';
import type { SqliteFile } from './database.js';

/** Passages over all words that are kept, at 12 bytes each. */
const MAX_POSTINGS = 2_000_000;

/** Both sides of the index are made of `words()`, so that they can't differ over what a word is. */
export function keywordText(text: string): string {
  return words(text).join(' ');
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
        most: rows.reduce((most, [, score]) => Math.max(most, score), 0),
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
      return bestSums(
        terms.map((term) => lookUp(key, term)),
        limit,
      );
    },
  };
}
