import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newMemory } from '../../src/store/memory.js';
import { openJournal } from '../../src/store/open-journal.js';
import { openStores } from '../../src/store/open-stores.js';
import { EVERYWHERE } from '../../src/store/store.js';
import { storeContract } from './contract/store-contract.js';
import { add, articleOf, MODEL, storeIn, temporaryFolder } from './support.js';

storeContract('memory', () => {
  const memory = newMemory();
  return Promise.resolve({
    store: (options) => storeIn(memory, options),
    journal: async () => {
      const journal = await openJournal({ directory: memory });
      onTestFinished(() => journal.close());
      return journal;
    },
  });
});

it('is what the one factory of stores opens too', async () => {
  const memory = newMemory();
  const { store, journal } = await openStores({ dataDir: memory }, { model: MODEL });
  await add(store, articleOf('visit', [['He arrived.']]));
  await journal.record({ question: 'Who?', collection: 'shared', answered: false, confidence: 0 });
  await store.close();
  await journal.close();
  const again = await openStores({ dataDir: memory }, { model: MODEL });
  expect(await again.store.articles(EVERYWHERE)).toHaveLength(1);
  expect(await again.journal.unanswered()).toHaveLength(1);
  const other = await openStores({ dataDir: newMemory() }, { model: MODEL });
  expect(await other.store.articles(EVERYWHERE)).toEqual([]);
});

it('is found whole, says what it takes, and can be backed up', async () => {
  const store = await storeIn(newMemory(), { exactBelow: 0 });
  await add(store, articleOf('visit', [['He arrived.']]));
  await store.flush();
  expect(await store.verify(false)).toEqual([]);
  expect(await store.verify(true)).toEqual([]);
  const { bytes } = await store.stats();
  expect(bytes.database).toBeGreaterThan(0);
  expect(bytes.index).toBe(0);
  const directory = await temporaryFolder();
  await store.backup(join(directory, 'newsdesk.sqlite'));
  expect(await readdir(directory)).toEqual(['newsdesk.sqlite']);
  const kept = await storeIn(directory);
  expect(await kept.article('visit', EVERYWHERE)).toMatchObject({ text: 'He arrived.' });
});
