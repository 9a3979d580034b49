import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { embeddedText, textHash } from '../../src/passages/embedded-text.js';
import { keptWords } from '../../src/passages/telling-words.js';
import { wordsOf } from '../../src/text/words.js';
import { dot } from '../../src/vectors/dot.js';
import { packSigns, signBytes } from '../../src/vectors/word-signs.js';
import { migrate, schemaOf } from '../../src/store/sqlite/migrate.js';
import { MIGRATIONS } from '../../src/store/sqlite/migrations/index.js';
import { EVERYWHERE, SHARED } from '../../src/store/store.js';
import { add, articleOf, storeIn, temporaryFolder, vectorFor } from './support.js';

function empty(): Database.Database {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  return db;
}

describe('migrations', () => {
  it('run in order, each once', () => {
    const db = empty();
    migrate(db, 'f', ['CREATE TABLE a (x)']);
    migrate(db, 'f', ['CREATE TABLE a (x)', 'ALTER TABLE a ADD y']);
    migrate(db, 'f', ['CREATE TABLE a (x)', 'ALTER TABLE a ADD y']);
    expect(schemaOf(db)).toBe(2);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([]);
  });

  it('leave everything as it was where one fails', () => {
    const db = empty();
    migrate(db, 'f', ['CREATE TABLE a (x)']);
    const failing = ['CREATE TABLE a (x)', 'ALTER TABLE a ADD y', 'no sql'];
    expect(() => {
      migrate(db, 'f', failing);
    }).toThrow();
    expect(schemaOf(db)).toBe(1);
    expect(() => db.prepare('SELECT y FROM a')).toThrow();
  });

  it('refuse a file that is ahead of them', () => {
    const db = empty();
    db.pragma('user_version = 3');
    expect(() => {
      migrate(db, '/data/newsdesk.sqlite', ['CREATE TABLE a (x)']);
    }).toThrow(/schema 3.*knows 1.*Update/);
  });
});

describe('a database of the first version', () => {
  it('is brought to the newest, and answers', async () => {
    const directory = await temporaryFolder();
    const fixture = await readFile(join(import.meta.dirname, 'fixtures/schema-1.sqlite.gz'));
    const file = join(directory, 'newsdesk.sqlite');
    await writeFile(file, gunzipSync(fixture));
    const store = await storeIn(directory);
    await store.flush();
    // The first version kept no words of sentences: they come with the next embedding.
    expect(await store.articlesWithoutVectors()).toEqual(['visit', 'own']);
    for (const id of ['visit', 'own']) {
      for (const { title, sentences } of await store.passagesOf(id, EVERYWHERE)) {
        for (const { text, vector, words } of sentences) {
          expect(words).toHaveLength(0);
          const hash = textHash(embeddedText(title, text));
          await store.addVectors(
            new Map([[hash, { vector, words: packSigns(vector, vector.length) }]]),
          );
        }
      }
    }
    // Nor did it know what a text is made of: each is split again by the next start.
    expect(await store.articlesWithoutVectors()).toEqual(['visit', 'own']);
    expect(await store.verify(false)).toEqual([]);
    expect((await store.articles(EVERYWHERE)).map(({ id, title }) => [id, title])).toEqual([
      ['own', 'Of one server'],
      ['visit', 'The visit'],
    ]);
    const text = 'The delegation was large.\nIt left on Thursday.';
    const [hit] = await store.nearestPassages([SHARED], vectorFor(text), 1);
    expect((await store.passages([hit?.passageId ?? 0], [SHARED]))[0]?.text).toBe(text);
    expect(await store.keywordSearch([SHARED], ['delegations'], 5)).toHaveLength(1);
    expect((await store.original('visit', EVERYWHERE))?.name).toBe('visit.txt');
    await store.close();
    const db = new Database(file, { readonly: true });
    expect(schemaOf(db)).toBe(MIGRATIONS.length);
    db.close();
  });
});

describe('a database of the third version', () => {
  it('has what it would have if its articles were indexed now, with nothing embedded again', async () => {
    const directory = await temporaryFolder();
    const fixture = await readFile(join(import.meta.dirname, 'fixtures/schema-3.sqlite.gz'));
    const file = join(directory, 'newsdesk.sqlite');
    await writeFile(file, gunzipSync(fixture));
    const before = new Database(file, { readonly: true });
    const floats = new Map(
      before
        .prepare<[], { hash: Buffer; vector: Buffer }>('SELECT hash, vector FROM vectors')
        .all()
        .map(({ hash, vector }) => [hash.toString('hex'), floatsOf(vector)]),
    );
    const key = before.prepare<[], string>('SELECT key FROM models').pluck().get() ?? '';
    before.close();

    const store = await storeIn(directory, { model: { key, dims: 384, maxTokens: 256 } });
    expect(await store.articlesWithoutVectors()).toEqual([]);
    expect(await store.verify(true)).toEqual([]);
    const passages = (await store.articles(EVERYWHERE)).map(({ id }) =>
      store.passagesOf(id, EVERYWHERE),
    );
    const sentences = (await Promise.all(passages))
      .flat()
      .flatMap(({ context, sentences }) => sentences.map((sentence) => ({ context, ...sentence })));
    expect(sentences.length).toBeGreaterThan(5);
    for (const { context, reading, vector, words } of sentences) {
      const embedded = embeddedText(context, reading);
      expect(dot(vector, floats.get(textHash(embedded)) ?? new Float32Array(384))).toBeGreaterThan(
        0.9999,
      );
      expect(words).toHaveLength(keptWords(wordsOf(embedded)).length * signBytes(384));
    }
    await store.close();
    expect((await stat(file)).size).toBeLessThan(gunzipSync(fixture).length);
  });
});

function floatsOf(blob: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(blob).buffer);
}

describe('a keyword index that was made by other words', () => {
  it('is made again, once, if there are articles that have other words now', async () => {
    const directory = await temporaryFolder();
    const first = await storeIn(directory);
    await add(first, articleOf('library', [['図書館は駅前にあります。']]));
    await first.flush();
    await first.close();
    const db = new Database(join(directory, 'newsdesk.sqlite'));
    db.exec(`DELETE FROM meta WHERE name = 'words'; DELETE FROM keywords; DELETE FROM terms`);
    db.close();
    const second = await storeIn(directory);
    expect(await second.keywordSearch([SHARED], ['駅前'], 5)).toHaveLength(1);
    expect(await second.verify(false)).toEqual([]);
    const generation = second.generation();
    await second.close();
    expect((await storeIn(directory)).generation()).toBe(generation);
  });
});
