import type { Hit, Scope } from '../store.js';
import { words } from '../words.js';
import type { SqliteFile } from './database.js';

/** A word of the title says more about a passage than one of its text. */
const TITLE_WEIGHT = 1.5;

/** Both sides of the index are made of `words()`, so that they can't differ over what a word is. */
export function keywordText(text: string): string {
  return words(text).join(' ');
}

/**
 * Passages with any of the words, best BM25 first. Words are quoted, so that nothing in them is
 * read as an operator: https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function keywordSearch(
  sqlite: SqliteFile,
  scope: Scope,
  wanted: readonly string[],
  limit: number,
): Hit[] {
  const terms = [...new Set(wanted.flatMap((word) => words(word)))];
  if (terms.length === 0 || limit < 1) return [];
  return sqlite
    .prepare<[string, string, number], Hit>(
      `SELECT rowid AS passageId, -bm25(keywords, ${TITLE_WEIGHT}, 1.0) AS score
       FROM keywords
       WHERE keywords MATCH ?
         AND (SELECT collection FROM articles WHERE number =
               (SELECT article FROM passages WHERE id = keywords.rowid))
             IN (SELECT value FROM json_each(?))
       ORDER BY score DESC LIMIT ?`,
    )
    .all(terms.map((term) => `"${term}"`).join(' OR '), JSON.stringify(scope), limit);
}
