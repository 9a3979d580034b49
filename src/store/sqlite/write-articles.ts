import type { ArticleSource, NewArticle } from '../store.js';
import { checkedCollection } from '../rows/collection.js';
import type { SqliteFile } from './database.js';
import { nextGeneration } from './generation.js';
import { articleColumns, sourceColumns } from '../rows/article.js';
import { hashBytes } from '../rows/hash.js';
import { contextOf } from '../../passages/embedded-text.js';
import { passageReading } from '../../passages/reading.js';
import { keywordText } from './keywords.js';
import { storedPassages, type PassageRow, type SentenceRow } from '../rows/stored-passages.js';
import { countTerms } from '../rows/terms.js';
import { addTerms, removeTerms } from './terms.js';
import { pruneVectors } from './vectors.js';

/** Adds or replaces an article, by its id. */
export function putArticle(sqlite: SqliteFile, model: number, article: NewArticle): void {
  checkedCollection(article.collection);
  sqlite.write(() => {
    const freed = deleteArticle(sqlite, article.id) ?? [];
    const number = insertArticle(sqlite, model, article);
    insertPassages(sqlite, number, article);
    addTerms(sqlite, article.collection, countTerms(article, article.passages));
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

/** False if there is no such article. */
export function moveArticle(sqlite: SqliteFile, id: string, to: ArticleSource): boolean {
  return sqlite.write(() => {
    const update = sqlite.prepare<[object]>(
      `UPDATE articles SET source = @source, feed = @feed, url = @url, etag = @etag,
         lastModified = @lastModified, generation = @generation
       WHERE id = @id`,
    );
    const generation = nextGeneration(sqlite);
    const { changes } = update.run({ ...sourceColumns(to), id, generation });
    return changes > 0;
  });
}

function insertArticle(sqlite: SqliteFile, model: number, article: NewArticle): number {
  const { lastInsertRowid } = sqlite
    .prepare<[object]>(
      `INSERT INTO articles (id, collection, source, title, titleGiven, feed, url, author,
         publishedAt, site, language, etag, lastModified, contentHash, indexedAt, generation, model,
         passages, sentences, characters, text, blocks)
       VALUES (@id, @collection, @source, @title, @titleGiven, @feed, @url, @author,
         @publishedAt, @site, @language, @etag, @lastModified, @contentHash, @indexedAt, @generation,
         @model, @passages, @sentences, @characters, @text, @blocks)`,
    )
    .run({
      ...articleColumns(article),
      indexedAt: new Date().toISOString(),
      generation: nextGeneration(sqlite),
      model,
    });
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

/** The hashes that the article used, or undefined if there is none. */
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
  const counts = countTerms(article, storedPassages(passages, sentences));
  removeTerms(sqlite, article.collection, counts);
  const unindex = sqlite.prepare<[number]>('DELETE FROM keywords WHERE rowid = ?');
  for (const passage of passages) unindex.run(passage.id);
  sqlite.prepare<[number]>('DELETE FROM articles WHERE number = ?').run(article.number);
  return [...passages, ...sentences].map(({ hash }) => hash);
}
