import type { Article } from '../../articles/article.js';
import type { NewArticle } from '../store.js';
import { checkedCollection } from './collection.js';
import type { SqliteFile } from './database.js';
import { nextGeneration } from './generation.js';
import { hashBytes } from './hash.js';
import { keywordText } from './keywords.js';
import { addTerms, countTerms, removeTerms } from './terms.js';
import { pruneVectors } from './vectors.js';

/** Adds or replaces an article, by its id. */
export function putArticle(sqlite: SqliteFile, model: number, article: NewArticle): void {
  checkedCollection(article.collection);
  sqlite.write(() => {
    const freed = deleteArticle(sqlite, article.id) ?? [];
    const number = insertArticle(sqlite, model, article);
    insertPassages(sqlite, number, article);
    const texts = article.passages.map(({ start, end }) => article.text.slice(start, end));
    addTerms(sqlite, article.collection, countTerms(article.title, texts));
    pruneVectors(sqlite, freed);
  });
}

/** The ids that were there. */
export function removeArticles(sqlite: SqliteFile, ids: readonly string[]): string[] {
  return sqlite.write(() => {
    const removed = [...new Set(ids)].filter((id) => {
      const freed = deleteArticle(sqlite, id);
      if (freed !== undefined) pruneVectors(sqlite, freed);
      return freed !== undefined;
    });
    if (removed.length > 0) nextGeneration(sqlite);
    return removed;
  });
}

/** False where there is no such article. */
export function moveArticle(
  sqlite: SqliteFile,
  id: string,
  { source, feed, url, validators }: Pick<Article, 'source' | 'feed' | 'url' | 'validators'>,
): boolean {
  return sqlite.write(() => {
    const update = sqlite.prepare<[...(string | null)[], number, string]>(
      `UPDATE articles SET source = ?, feed = ?, url = ?, etag = ?, lastModified = ?, generation = ?
       WHERE id = ?`,
    );
    return (
      update.run(
        source,
        feed ?? null,
        url ?? null,
        validators?.etag ?? null,
        validators?.lastModified ?? null,
        nextGeneration(sqlite),
        id,
      ).changes > 0
    );
  });
}

function insertArticle(sqlite: SqliteFile, model: number, article: NewArticle): number {
  const { lastInsertRowid } = sqlite
    .prepare<[number, ...(string | null)[], number, number, number, number, number, string]>(
      `INSERT INTO articles (titleGiven, id, collection, source, title, feed, url, author, publishedAt, site,
         language, etag, lastModified, contentHash, indexedAt, generation, model, passages,
         sentences, characters, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      article.titleGiven === true ? 1 : 0,
      article.id,
      article.collection,
      article.source,
      article.title,
      article.feed ?? null,
      article.url ?? null,
      article.author ?? null,
      article.publishedAt ?? null,
      article.site ?? null,
      article.language ?? null,
      article.validators?.etag ?? null,
      article.validators?.lastModified ?? null,
      article.contentHash,
      new Date().toISOString(),
      nextGeneration(sqlite),
      model,
      article.passages.length,
      article.passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
      article.text.length,
      article.text,
    );
  const number = Number(lastInsertRowid);
  if (article.original !== undefined) {
    sqlite
      .prepare<[number, string, Uint8Array]>('INSERT INTO originals VALUES (?, ?, ?)')
      .run(number, article.original.name, article.original.bytes);
  }
  return number;
}

function insertPassages(sqlite: SqliteFile, number: number, article: NewArticle): void {
  const insertPassage = sqlite.prepare<[number, number, number, number, Buffer]>(
    'INSERT INTO passages (article, ordinal, start, end, hash) VALUES (?, ?, ?, ?, ?)',
  );
  const insertSentence = sqlite.prepare<[number, number, number, Buffer]>(
    'INSERT INTO sentences (passage, start, end, hash) VALUES (?, ?, ?, ?)',
  );
  const insertKeywords = sqlite.prepare<[number, string, string]>(
    'INSERT INTO keywords (rowid, title, text) VALUES (?, ?, ?)',
  );
  const title = keywordText(article.title);
  article.passages.forEach(({ start, end, hash, sentences }, ordinal) => {
    const id = Number(
      insertPassage.run(number, ordinal, start, end, hashBytes(hash)).lastInsertRowid,
    );
    for (const sentence of sentences) {
      insertSentence.run(id, sentence.start, sentence.end, hashBytes(sentence.hash));
    }
    insertKeywords.run(id, title, keywordText(article.text.slice(start, end)));
  });
}

/** The hashes that the article used, or undefined where there is none. */
function deleteArticle(sqlite: SqliteFile, id: string): Buffer[] | undefined {
  const article = sqlite
    .prepare<[string], { number: number; collection: string; title: string; text: string }>(
      'SELECT number, collection, title, text FROM articles WHERE id = ?',
    )
    .get(id);
  if (article === undefined) return undefined;
  const passages = sqlite
    .prepare<[number], { id: number; start: number; end: number; hash: Buffer }>(
      'SELECT id, start, end, hash FROM passages WHERE article = ? ORDER BY ordinal',
    )
    .all(article.number);
  const sentences = sqlite
    .prepare<[number], Buffer>(
      `SELECT sentences.hash FROM passages JOIN sentences ON sentences.passage = passages.id
       WHERE passages.article = ?`,
    )
    .pluck()
    .all(article.number);
  const texts = passages.map(({ start, end }) => article.text.slice(start, end));
  removeTerms(sqlite, article.collection, countTerms(article.title, texts));
  const unindex = sqlite.prepare<[number]>('DELETE FROM keywords WHERE rowid = ?');
  for (const passage of passages) unindex.run(passage.id);
  sqlite.prepare<[number]>('DELETE FROM articles WHERE number = ?').run(article.number);
  return [...passages.map((passage) => passage.hash), ...sentences];
}
