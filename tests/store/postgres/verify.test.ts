import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/store/postgres/database.js';
import { openPostgres } from '../../../src/store/postgres/store.js';
import { SHARED, type Store } from '../../../src/store/store.js';
import { newDatabase } from '../../support/postgres/databases.js';
import { add, articleOf, MODEL } from '../support.js';

async function open(url: string): Promise<Store> {
  const store = await openPostgres({ url, model: MODEL });
  onTestFinished(() => store.close());
  return store;
}

describe('verify', () => {
  it.each([
    ['keywords-wrong', 'DELETE FROM newsdesk.postings WHERE passage = 1'],
    [
      'keywords-wrong',
      `INSERT INTO newsdesk.postings (stem, collection, passage, said, length)
       SELECT number, 1, 99, 1, 3 FROM newsdesk.stems WHERE stem = 'deleg'`,
    ],
    ['keywords-wrong', `UPDATE newsdesk.postings SET said = said + 1 WHERE passage = 2`],
    ['keywords-wrong', `UPDATE newsdesk.stems SET passages = 7 WHERE stem = 'deleg'`],
    ['keywords-wrong', 'UPDATE newsdesk.meta SET words = words + 1'],
    ['terms-wrong', `UPDATE newsdesk.terms SET passages = 7 WHERE term = 'delegation'`],
    ['terms-wrong', 'DELETE FROM newsdesk.terms WHERE collection = 2'],
  ])('finds %s and makes it good, which every bot sees: %s', async (code, damage) => {
    const url = await newDatabase();
    const store = await open(url);
    await add(store, articleOf('visit', [['The delegation was large.'], ['Nobody slept.']]));
    await add(store, articleOf('own', [['A delegation of one.']], { collection: '1' }));
    expect(await store.verify(false)).toEqual([]);
    const whole = await store.keywordSearch([SHARED, '1'], ['delegation', 'slept'], 9);
    const database = openDatabase(url);
    await database.rows(damage);
    const bot = await open(url);
    await bot.keywordSearch([SHARED, '1'], ['delegation', 'slept'], 9);

    expect((await store.verify(false)).map((problem) => problem.code)).toEqual([code]);
    expect(await store.verify(true)).toEqual([]);
    expect(await store.verify(false)).toEqual([]);
    await database.close();
    for (const one of [bot, store]) {
      expect(await one.keywordSearch([SHARED, '1'], ['delegation', 'slept'], 9)).toEqual(whole);
    }
    const counts = await bot.documentFrequencies([SHARED, '1'], ['delegation', 'one']);
    expect(Object.fromEntries(counts)).toEqual({ delegation: 2, one: 1 });
  });

  it('finds nothing wrong in an empty database', async () => {
    const store = await open(await newDatabase());
    expect(await store.verify(false)).toEqual([]);
    expect(await store.verify(true)).toEqual([]);
  });
});
