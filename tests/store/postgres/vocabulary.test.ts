import { expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Queries } from '../../../src/store/postgres/database.js';
import { openPostgres } from '../../../src/store/postgres/store.js';
import { vocabularyOf } from '../../../src/store/postgres/vocabulary.js';
import type { Store } from '../../../src/store/store.js';
import { newDatabase } from '../../support/postgres/databases.js';
import { add, articleOf, MODEL } from '../support.js';

/** A store, and the statements that its database is asked by through `queries`. */
async function counted(): Promise<{ store: Store; queries: Queries; statements: () => number }> {
  const url = await newDatabase();
  const store = await openPostgres({ url, model: MODEL });
  const database = openDatabase(url);
  onTestFinished(async () => {
    await database.close();
    await store.close();
  });
  let statements = 0;
  const rows: Queries['rows'] = (sql, values) => {
    statements += 1;
    return database.rows(sql, values);
  };
  return { store, queries: { rows }, statements: () => statements };
}

it('reads what servers share once, and asks once for all words of a question', async () => {
  const { store, queries, statements } = await counted();
  await add(store, articleOf('line', [['A new line of buses.']]));
  await add(store, articleOf('boats', [['Boats for lovers.']], { collection: '1' }));
  const vocabulary = vocabularyOf(queries, () => store.generation());
  const wordsOf = async (scope: string[], prefix: string): Promise<string[]> =>
    (await vocabulary(scope, prefix, 1, 9)).map(({ word }) => word);
  expect(await wordsOf(['shared', '1'], 'l')).toEqual(['line', 'lovers']);
  expect(await wordsOf(['shared', '1'], 'b')).toEqual(['boats', 'buses']);
  expect(statements()).toBe(2);
  expect(await wordsOf(['shared', '1'], 'l')).toEqual(['line', 'lovers']);
  expect(await wordsOf(['shared'], 'b')).toEqual(['buses']);
  expect(statements()).toBe(2);
});

it('asks again once this process has written', async () => {
  const { store, queries, statements } = await counted();
  await add(store, articleOf('news', [['A new line.']]));
  const vocabulary = vocabularyOf(queries, () => store.generation());
  await vocabulary(['shared'], 'l', 1, 9);
  await add(store, articleOf('news', [['A new lamp.']]));
  expect(await vocabulary(['shared'], 'l', 1, 9)).toEqual([{ word: 'lamp', passages: 1 }]);
  expect(statements()).toBe(2);
});
