import Database from 'better-sqlite3';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { EVERYWHERE, SHARED } from '../../src/store/store.js';
import {
  add,
  articleOf,
  MODEL,
  storeIn,
  temporaryFolder,
  vectorFor,
  vectorsOf,
} from './support.js';

const visit = articleOf('visit', [
  ['He arrived in Pyongyang.', 'Nobody slept.'],
  ['The delegation was large.', 'It left on Thursday.'],
]);
const own = articleOf('own', [['Only for server one.']], { collection: '1' });

async function whole(directory: string): Promise<Store> {
  const store = await storeIn(directory);
  await add(store, visit);
  await add(store, own);
  await store.flush();
  return store;
}

function damage(directory: string, sql: string): void {
  const db = new Database(join(directory, 'newsdesk.sqlite'));
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

async function codes(store: Store, repair = false): Promise<string[]> {
  return [...new Set((await store.verify(repair)).map(({ code }) => code))].sort();
}

describe('verify', () => {
  it('finds nothing wrong in a whole index, nor in an empty one', async () => {
    const directory = await temporaryFolder();
    expect(await codes(await storeIn(directory))).toEqual([]);
    expect(await codes(await whole(directory))).toEqual([]);
  });

  it.each([
    ['count-wrong', 'UPDATE articles SET sentences = sentences + 1'],
    ['content-hash', `UPDATE articles SET contentHash = 'other'`],
    ['terms-wrong', `UPDATE terms SET passages = 7 WHERE term = 'delegation'`],
    ['terms-wrong', `DELETE FROM terms WHERE collection = '1'`],
    ['keywords-wrong', 'DELETE FROM keywords WHERE rowid = 1'],
    ['keywords-wrong', `INSERT INTO keywords (rowid, title, text) VALUES (99, 'a', 'b')`],
    [
      'vector-orphan',
      `INSERT INTO vectors (model, hash, vector, addedAt) SELECT model, x'00', vector, 0
       FROM vectors LIMIT 1`,
    ],
  ])('mends %s', async (code, sql) => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    damage(directory, sql);
    expect(await codes(store)).toEqual([code]);
    expect(await codes(store, true)).toEqual([]);
    expect(await codes(store)).toEqual([]);
    expect(await store.keywordSearch([SHARED], ['delegation'], 5)).toHaveLength(1);
  });

  it.each([
    ['passage-offsets', 'UPDATE passages SET "end" = 9999 WHERE id = 2'],
    ['sentence-offsets', 'UPDATE sentences SET start = 0, "end" = 500 WHERE id = 4'],
  ])('tells of %s, which only the source can mend', async (code, sql) => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    damage(directory, sql);
    expect(await codes(store, true)).toContain(code);
    await add(store, visit);
    await store.flush();
    expect(await codes(store)).toEqual([]);
  });

  it.each([
    ['not a number', `x'${Buffer.from(new Float32Array(32).fill(NaN).buffer).toString('hex')}'`],
    ['too long', `x'${Buffer.from(new Float32Array(32).fill(1).buffer).toString('hex')}'`],
    ['cut short', `substr(vector, 1, 20)`],
  ])('drops vectors that are %s, so that they are embedded again', async (_, vector) => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    damage(directory, `UPDATE vectors SET vector = ${vector} WHERE id = 2`);
    expect(await codes(store)).toContain('vector-bad');
    const text = visit.text.slice(visit.passages[1]?.start, visit.passages[1]?.end);
    expect(await store.nearestPassages([SHARED], vectorFor(text), 5)).not.toEqual([]);
    expect(await codes(store, true)).toEqual(['vector-missing']);
    expect(await store.articlesWithoutVectors()).toEqual(['visit']);
    await store.addVectors(vectorsOf(visit));
    expect(await store.articlesWithoutVectors()).toEqual([]);
    await store.flush();
    expect(await codes(store)).toEqual([]);
    const [hit] = await store.nearestPassages([SHARED], vectorFor(text), 1);
    expect(hit?.score).toBeCloseTo(1, 4);
  });

  it('drops words that are cut short, and asks for those that are lost', async () => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    damage(directory, `UPDATE vectors SET words = substr(words, 1, 3) WHERE length(words) > 0`);
    expect(await codes(store)).toContain('vector-bad');
    expect(await codes(store, true)).toEqual(['vector-missing']);
    for (const article of [visit, own]) await store.addVectors(vectorsOf(article));
    await store.flush();
    expect(await codes(store)).toEqual([]);
    damage(directory, `UPDATE vectors SET words = x''; UPDATE articles SET model = NULL`);
    expect(await codes(store)).toEqual(['vector-missing']);
    expect(await store.articlesWithoutVectors()).toEqual(['visit', 'own']);
    for (const article of [visit, own]) await store.addVectors(vectorsOf(article));
    expect(await store.articlesWithoutVectors()).toEqual([]);
    expect(await codes(store)).toEqual([]);
  });

  it('leaves the work of an unfinished run alone', async () => {
    const store = await whole(await temporaryFolder());
    const next = articleOf('next', [['Not yet put.', 'Nor this.']]);
    await store.addVectors(vectorsOf(next));
    expect(await codes(store, true)).toEqual([]);
    expect((await store.knownVectors([...vectorsOf(next).keys()], true)).size).toBe(3);
  });

  it('tells of index files that are missing or behind, and writes them', async () => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    await add(store, articleOf('late', [['Came late.']]));
    expect(await codes(store)).toEqual(['index-file-behind']);
    await rm(join(directory, 'hnsw', '1.1.passages.json'));
    expect(await codes(store)).toEqual(['index-file-behind', 'index-file-missing']);
    expect(await codes(store, true)).toEqual([]);
  });

  it('says how to restore where the database itself is damaged', async () => {
    const directory = await temporaryFolder();
    const store = await whole(directory);
    damage(directory, "DELETE FROM articles WHERE id = 'visit'");
    const problems = await store.verify(true);
    expect(problems).toMatchObject([{ code: 'database-damaged' }]);
    expect(problems[0]?.message).toContain('newsdesk restore FILE');
  });
});

describe('vectors of another model', () => {
  it('stay, while the new model gets its own', async () => {
    const directory = await temporaryFolder();
    const first = await whole(directory);
    const before = (await first.stats()).vectors;
    await first.close();
    const other = { key: 'other:16', dims: 16, maxTokens: 512 };
    const second = await storeIn(directory, { model: other });
    expect(await second.articlesWithoutVectors()).toEqual(['visit', 'own']);
    expect(await second.nearestPassages([SHARED], vectorFor('x', 16), 5)).toEqual([]);
    expect((await second.passagesOf('visit', EVERYWHERE))[0]?.vector).toEqual(new Float32Array(16));
    for (const article of [visit, own]) await second.addVectors(vectorsOf(article, 16));
    expect(await second.articlesWithoutVectors()).toEqual([]);
    expect(await second.nearestPassages([SHARED], vectorFor('x', 16), 5)).toHaveLength(2);
    await second.flush();
    expect(await codes(second)).toEqual([]);
    expect((await second.stats()).vectors).toBe(2 * before);
    await second.close();
    const third = await storeIn(directory);
    expect(await third.articlesWithoutVectors()).toEqual([]);
    expect(await readdir(join(directory, 'hnsw'))).toHaveLength(8);
  });

  it('are refused where the model has changed its dimensions under the same name', async () => {
    const directory = await temporaryFolder();
    await (await whole(directory)).close();
    await expect(storeIn(directory, { model: { ...MODEL, dims: 8 } })).rejects.toMatchObject({
      code: 'store-dims',
    });
  });
});
