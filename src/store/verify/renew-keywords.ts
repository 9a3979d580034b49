import { hasCharacters } from '../../text/unspaced.js';
import type { SqliteFile } from '../sqlite/database.js';
import { nextGeneration } from '../sqlite/generation.js';
import { reindexKeywords } from './keywords.js';

/** Grows when the words change that texts are found by (src/text/index-words.ts). */
const WORDS = 1;

/**
 * Makes the keyword index again, once, if an earlier version made it by other words: Chinese and
 * Japanese are cut into pairs of characters since the first. A folder that can only be read keeps it.
 */
export function renewKeywords(sqlite: SqliteFile): void {
  if (sqlite.isReadOnly || wordsOf(sqlite) === WORDS) return;
  sqlite.write(() => {
    // Another process may have done it meanwhile.
    if (wordsOf(sqlite) === WORDS) return;
    if (hasOtherWords(sqlite)) {
      reindexKeywords(sqlite);
      nextGeneration(sqlite);
    }
    sqlite
      .prepare<[number]>(
        `INSERT INTO meta (name, value) VALUES ('words', ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .run(WORDS);
  });
}

function wordsOf(sqlite: SqliteFile): number {
  const stored = sqlite.prepare<[], number>(`SELECT value FROM meta WHERE name = 'words'`).pluck();
  return stored.get() ?? 0;
}

function hasOtherWords(sqlite: SqliteFile): boolean {
  const texts = sqlite
    .prepare<[], string>(`SELECT title || char(10) || text FROM articles`)
    .pluck();
  for (const text of texts.iterate()) if (hasCharacters(text)) return true;
  return false;
}
