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
    const update = sqlite.prepare<[object]>(
      `UPDATE articles SET source = @source, feed = @feed, url = @url, etag = @etag,
         lastModified = @lastModified, generation = @generation
       WHERE id = @id`,
    );
    const { changes } = update.run({
      id,
      source,
      feed: feed ?? null,
      url: url ?? null,
      etag: validators?.etag ?? null,
      lastModified: validators?.lastModified ?? null,
      generation: nextGeneration(sqlite),
    });
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
      id: article.id,
      collection: article.collection,
      source: article.source,
      title: article.title,
      titleGiven: article.titleGiven === true ? 1 : 0,
      feed: article.feed ?? null,
      url: article.url ?? null,
      author: article.author ?? null,
      publishedAt: article.publishedAt ?? null,
      site: article.site ?? null,
      language: article.language ?? null,
      etag: article.validators?.etag ?? null,
      lastModified: article.validators?.lastModified ?? null,
      contentHash: article.contentHash,
      indexedAt: new Date().toISOString(),
      generation: nextGeneration(sqlite),
      model,
      passages: article.passages.length,
      sentences: article.passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
      characters: article.text.length,
      text: article.text,
      blocks: JSON.stringify(article.blocks),
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
