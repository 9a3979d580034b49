import { expect, it, onTestFinished } from 'vitest';
import { embeddedText, textHash } from '../../../src/passages/embedded-text.js';
import { openDatabase } from '../../../src/store/postgres/database.js';
import { migrate } from '../../../src/store/postgres/migrate.js';
import { MIGRATIONS } from '../../../src/store/postgres/migrations/index.js';
import { openPostgres } from '../../../src/store/postgres/store.js';
import { EVERYWHERE, SHARED } from '../../../src/store/store.js';
import { wordsOf } from '../../../src/text/words.js';
import { dot } from '../../../src/vectors/dot.js';
import { packSigns } from '../../../src/vectors/word-signs.js';
import { newDatabase } from '../../support/postgres/databases.js';
import { add, articleOf, MODEL, vectorFor } from '../support.js';

/** The last with vectors in floats, and sentences that were searched by themselves. */
const FOURTH = 4;

it('brings a database of the fourth version to what it would hold now', async () => {
  const url = await newDatabase(true);
  const database = openDatabase(url);
  await migrate(database, MIGRATIONS.slice(0, FOURTH));
  const title = 'The visit';
  // An emoji takes two units of UTF-16, and is one character to the database.
  const sentences = ['He is 😀 in Pyongyang.', 'The delegation was large.'];
  const text = sentences.join('\n');
  await database.rows(`INSERT INTO newsdesk.models (key, dims) VALUES ($1, $2)`, [
    MODEL.key,
    MODEL.dims,
  ]);
  await database.rows(`INSERT INTO newsdesk.collections (name) VALUES ($1)`, [SHARED]);
  await database.rows(
    `INSERT INTO newsdesk.articles (id, collection, source, title, title_given, content_hash,
       generation, model, passages, sentences, characters, text, blocks)
     VALUES ('visit', 1, '/visit.txt', $1, false, 'h', 1, 1, 1, 2, $2, $3, '[]')`,
    [title, text.length, text],
  );
  const addVector = async (said: string, words: Buffer): Promise<Buffer> => {
    const hash = Buffer.from(textHash(embeddedText(title, said)), 'hex');
    await database.rows(
      'INSERT INTO newsdesk.vectors (hash, model, vector, words) VALUES ($1, 1, $2, $3)',
      [hash, Buffer.from(vectorFor(said).buffer), words],
    );
    return hash;
  };
  await database.rows(
    `INSERT INTO newsdesk.passages (article, ordinal, start, stop, hash, path, text)
     VALUES (1, 0, 0, $1, $2, '[]', $3)`,
    [text.length, await addVector(text, Buffer.alloc(0)), text],
  );
  let start = 0;
  for (const sentence of sentences) {
    const words = wordsOf(embeddedText(title, sentence)).flatMap((word) => [
      ...vectorFor(word.text),
    ]);
    const hash = await addVector(
      sentence,
      Buffer.from(packSigns(Float32Array.from(words), MODEL.dims)),
    );
    await database.rows(
      `INSERT INTO newsdesk.sentences (passage, start, stop, hash, kind, block)
       VALUES (1, $1, $2, $3, 'sentence', 0)`,
      [start, start + sentence.length, hash],
    );
    start += sentence.length + 1;
  }
  await addVector('Of no sentence.', Buffer.alloc(4, 1));
  await database.close();

  const store = await openPostgres({ url, model: MODEL });
  onTestFinished(() => store.close());
  const [passage] = await store.passagesOf('visit', EVERYWHERE);
  const kept = [
    ['visit', 'pyongyang'],
    ['visit', 'delegation', 'large'],
  ];
  expect(passage?.sentences.map(({ text: said }) => said)).toEqual(sentences);
  expect(dot(passage?.vector ?? vectorFor(''), vectorFor(text))).toBeCloseTo(1, 4);
  for (const [at, { vector, words, text: said }] of (passage?.sentences ?? []).entries()) {
    expect(dot(vector, vectorFor(said))).toBeCloseTo(1, 4);
    const vectors = (kept[at] ?? []).flatMap((word) => [...vectorFor(word)]);
    expect(new Uint8Array(words)).toEqual(packSigns(Float32Array.from(vectors), MODEL.dims));
  }
  const orphan = textHash(embeddedText(title, 'Of no sentence.'));
  expect(await store.knownVectors([orphan], false)).toEqual(new Set([orphan]));
  expect(await store.knownVectors([orphan], true)).toEqual(new Set());
  await add(store, articleOf('other', [['Something else.']]));
  const [hit] = await store.nearestPassages([SHARED], vectorFor('Something else.'), 1);
  expect((await store.passages([hit?.passageId ?? 0], [SHARED]))[0]?.articleId).toBe('other');
});

/** The last that knew Chinese and Japanese by all that stands between two spaces. */
const SEVENTH = 7;

it.each([
  ['图书馆在车站前面。', '车站'],
  ['図書館は駅前にあります。', '駅前'],
])('finds by pairs of characters what an earlier version has indexed: %s', async (text, asked) => {
  const url = await newDatabase(true);
  const before = openDatabase(url);
  await migrate(before);
  const store = await openPostgres({ url, model: MODEL });
  onTestFinished(() => store.close());
  await add(store, articleOf('library', [[text]]));
  await add(store, articleOf('visit', [['He arrived.'], ['Nobody slept.']]));
  const counted = (): Promise<unknown> =>
    before.rows(
      `SELECT passages, words, (SELECT count(*) FROM newsdesk.postings) AS postings,
         (SELECT sum(passages) FROM newsdesk.terms)::integer AS terms FROM newsdesk.meta`,
    );
  const now = await counted();
  // As that version has left it.
  await before.rows('DELETE FROM newsdesk.postings');
  await before.rows('DELETE FROM newsdesk.stems');
  await before.rows('DELETE FROM newsdesk.terms');
  await before.rows('UPDATE newsdesk.meta SET schema = $1, words = 3', [SEVENTH]);
  await migrate(before);
  expect(await counted()).toEqual(now);
  await before.close();
  const again = await openPostgres({ url, model: MODEL });
  onTestFinished(() => again.close());
  expect(await again.keywordSearch([SHARED], [asked], 5)).toHaveLength(1);
  expect(await again.keywordSearch([SHARED], ['slept'], 5)).toHaveLength(1);
  await again.removeArticles(['library', 'visit']);
  expect(await again.vocabulary([SHARED], '', 1, 99)).toEqual([]);
});

it('leaves the words alone where nothing is written in characters', async () => {
  const url = await newDatabase();
  const store = await openPostgres({ url, model: MODEL });
  onTestFinished(() => store.close());
  await add(store, articleOf('visit', [['He arrived.']]));
  const generation = store.generation();
  const database = openDatabase(url);
  await database.rows('UPDATE newsdesk.meta SET schema = $1', [SEVENTH]);
  await migrate(database);
  await database.close();
  const again = await openPostgres({ url, model: MODEL });
  onTestFinished(() => again.close());
  expect(again.generation()).toBe(generation);
  expect(await again.keywordSearch([SHARED], ['arrived'], 5)).toHaveLength(1);
});
