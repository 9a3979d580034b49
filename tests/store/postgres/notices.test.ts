import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/store.js';
import type { Store } from '../../../src/store/store.js';
import { asSuperuser, newDatabase } from '../../support/postgres/databases.js';
import { add, articleOf, MODEL } from '../support.js';

const LONG_MS = 20_000;
const SHORT_MS = 300;

async function two(): Promise<{ bot: Store; other: Store; name: string }> {
  const url = await newDatabase();
  const open = async (): Promise<Store> => {
    const store = await openPostgres({ url, model: MODEL });
    onTestFinished(() => store.close());
    return store;
  };
  return { bot: await open(), other: await open(), name: new URL(url).pathname.slice(1) };
}

async function listeners(name: string): Promise<number> {
  const { rowCount } = await asSuperuser(
    `SELECT FROM pg_stat_activity WHERE datname = '${name}' AND query LIKE 'LISTEN %'`,
  );
  return rowCount ?? 0;
}

/** Waits as a bot does. */
async function wait(bot: Store, withinMs: number): Promise<{ ms: number; isNew: boolean }> {
  const started = performance.now();
  await bot.awaitChange(withinMs);
  return { ms: performance.now() - started, isNew: await bot.refresh() };
}

it('a change wakes the bots that wait for one', async () => {
  const { bot, other, name } = await two();
  await bot.awaitChange(SHORT_MS);
  await expect.poll(() => listeners(name)).toBe(1);
  const waiting = wait(bot, LONG_MS);
  await add(other, articleOf('new', [['A new line.']]));
  const { ms, isNew } = await waiting;
  expect(isNew).toBe(true);
  expect(ms).toBeLessThan(2_000);
  // Nothing else has happened since.
  expect(await wait(bot, SHORT_MS)).toMatchObject({ isNew: false });
});

it('a change that comes while nobody waits is not waited for again', async () => {
  const { bot, other, name } = await two();
  await bot.awaitChange(SHORT_MS);
  await expect.poll(() => listeners(name)).toBe(1);
  await add(other, articleOf('new', [['A new line.']]));
  await new Promise((resolve) => setTimeout(resolve, SHORT_MS));
  const { ms, isNew } = await wait(bot, LONG_MS);
  expect(isNew).toBe(true);
  expect(ms).toBeLessThan(2_000);
});

it('a change whose notice is lost is seen all the same, and the next one is heard of again', async () => {
  const { bot, other, name } = await two();
  await bot.awaitChange(SHORT_MS);
  await expect.poll(() => listeners(name)).toBe(1);
  await asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = '${name}' AND query LIKE 'LISTEN %'`,
  );
  await expect.poll(() => listeners(name)).toBe(0);
  await add(other, articleOf('unheard', [['Nobody was told.']]));
  expect(await bot.size(['shared'])).toEqual({ articles: 1, passages: 1 });
  expect(await wait(bot, SHORT_MS)).toMatchObject({ isNew: true });

  await expect.poll(() => listeners(name)).toBe(1);
  const waiting = wait(bot, LONG_MS);
  await add(other, articleOf('heard', [['Everybody was told.']]));
  expect((await waiting).ms).toBeLessThan(2_000);
});

it('words that another process has written are known within two seconds, though kept ones are not asked for at once', async () => {
  const { bot, other } = await two();
  const words = (): ReturnType<Store['vocabulary']> => bot.vocabulary(['shared', '1'], 'l', 4, 9);
  await add(other, articleOf('line', [['A new line.']]));
  expect(await words()).toEqual([{ word: 'line', passages: 1 }]);
  await add(other, articleOf('longer', [['A longer line.']], { collection: '1' }));
  await expect.poll(words, { timeout: 2_000, interval: 50 }).toEqual([
    { word: 'line', passages: 2 },
    { word: 'longer', passages: 1 },
  ]);
});
