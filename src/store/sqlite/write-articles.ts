import type { Article } from '../../articles/article.js';
import type { NewArticle } from '../store.js';
import { checkedCollection } from './collection.js';
import type { SqliteFile } from './database.js';
import { nextGeneration } from './generation.js';
import { hashBytes } from './hash.js';
import { contextOf } from '../../passages/embedded-text.js';
import { passageReading } from '../../passages/reading.js';
import { keywordText } from './keywords.js';
import {
  searchedText,
  storedPassages,
  type PassageRow,
  type SentenceRow,
} from './stored-passages.js';
import { addTerms, countTerms, removeTerms } from './terms.js';
import { pruneVectors } from './vectors.js';

/** Adds or replaces an article, by its id. */
export function putArticle(sqlite: SqliteFile, model: number, article: NewArticle): void {
  checkedCollection(article.collection);
  sqlite.write(() => {
    const freed = deleteArticle(sqlite, article.id) ?? [];
    const number = insertArticle(sqlite, model, article);
    insertPassages(sqlite, number, article);
    const texts = article.passages.map((passage) => searchedText(article.text, passage));
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
    .prepare<
      [number, ...(string | null)[], number, number, number, number, number, string, string]
    >(
      `INSERT INTO articles (titleGiven, id, collection, source, title, feed, url, author, publishedAt, site,
         language, etag, lastModified, contentHash, indexedAt, generation, model, passages,
         sentences, characters, text, blocks)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      JSON.stringify(article.blocks),
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
  const insertPassage = sqlite.prepare<[number, number, number, number, Buffer, string]>(
    'INSERT INTO passages (article, ordinal, start, end, hash, path) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertSentence = sqlite.prepare<
    [number, number, number, Buffer, string, number, string | null]
  >(
    `INSERT INTO sentences (passage, start, end, hash, kind, block, reading)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertKeywords = sqlite.prepare<[number, string, string]>(
    'INSERT INTO keywords (rowid, title, text) VALUES (?, ?, ?)',
  );
  article.passages.forEach((passage, ordinal) => {
    const { start, end, hash, path, sentences } = passage;
    const id = Number(
      insertPassage.run(number, ordinal, start, end, hashBytes(hash), JSON.stringify(path))
        .lastInsertRowid,
    );
    for (const { start, end, hash, kind, block, reading } of sentences) {
      insertSentence.run(id, start, end, hashBytes(hash), kind, block, reading ?? null);
    }
    const context = keywordText(contextOf(article.title, path));
    insertKeywords.run(id, context, keywordText(passageReading(article.text, passage)));
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
    .prepare<[number], PassageRow>(
      'SELECT id, start, end, hash, path FROM passages WHERE article = ? ORDER BY ordinal',
    )
    .all(article.number);
  const sentences = sqlite
    .prepare<[number], SentenceRow>(
      `SELECT s.passage, s.start, s.end, s.hash, s.kind, s.block, s.reading
       FROM passages AS p JOIN sentences AS s ON s.passage = p.id
       WHERE p.article = ? ORDER BY s.id`,
    )
    .all(article.number);
  const texts = storedPassages(passages, sentences).map((passage) =>
    searchedText(article.text, passage),
  );
  removeTerms(sqlite, article.collection, countTerms(article.title, texts));
  const unindex = sqlite.prepare<[number]>('DELETE FROM keywords WHERE rowid = ?');
  for (const passage of passages) unindex.run(passage.id);
  sqlite.prepare<[number]>('DELETE FROM articles WHERE number = ?').run(article.number);
  return [...passages, ...sentences].map(({ hash }) => hash);
}
