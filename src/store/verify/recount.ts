import type { SqliteFile } from '../sqlite/database.js';
import { articlesWithParts, contentHashOf, hashesOf } from './articles.js';

/** Sets what follows from each article's text, inside the caller's transaction. */
export function recount(sqlite: SqliteFile): void {
  const update = sqlite.prepare<[string, number, number, number, number]>(
    `UPDATE articles SET contentHash = ?, passages = ?, sentences = ?, characters = ?
     WHERE number = ?`,
  );
  const setPassage = sqlite.prepare<[Buffer, number]>('UPDATE passages SET hash = ? WHERE id = ?');
  const setSentence = sqlite.prepare<[Buffer, number]>(
    'UPDATE sentences SET hash = ? WHERE id = ?',
  );
  for (const { article, passages, sentences } of articlesWithParts(sqlite)) {
    const { text, number } = article;
    update.run(contentHashOf(article), passages.length, sentences.length, text.length, number);
    const hashes = hashesOf(article, passages, sentences);
    for (const [id, hash] of hashes.passages) setPassage.run(hash, id);
    for (const [id, hash] of hashes.sentences) setSentence.run(hash, id);
  }
}
