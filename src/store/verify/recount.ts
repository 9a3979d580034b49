import type { SqliteFile } from '../sqlite/database.js';
import { articlesWithParts, hashOf } from './articles.js';
import { contentHash } from '../../articles/content-hash.js';

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
    const { title, text, number } = article;
    update.run(contentHash(title, text), passages.length, sentences.length, text.length, number);
    for (const passage of passages) setPassage.run(hashOf(article, passage), passage.id);
    for (const sentence of sentences) setSentence.run(hashOf(article, sentence), sentence.id);
  }
}
