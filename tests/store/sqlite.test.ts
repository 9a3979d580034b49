import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newMemory } from '../../src/store/memory.js';
import { openJournal } from '../../src/store/open-journal.js';
import { EVERYWHERE } from '../../src/store/store.js';
import { storeContract } from './contract/store-contract.js';
import { add, articleOf, storeIn, temporaryFolder } from './support.js';

storeContract('SQLite', async () => {
  const directory = await temporaryFolder();
  return {
    store: (options) => storeIn(directory, options),
    journal: async () => {
      const journal = await openJournal({ directory });
      onTestFinished(() => journal.close());
      return journal;
    },
  };
});

it('keeps its graphs in files beside the database', async () => {
  const directory = await temporaryFolder();
  const store = await storeIn(directory, { exactBelow: 0 });
  await add(store, articleOf('visit', [['He arrived.']]));
  await store.flush();
  expect(await readdir(join(directory, 'hnsw'))).toHaveLength(2);
});

it('removes the graphs of sentences that earlier versions made', async () => {
  const directory = await temporaryFolder();
  const store = await storeIn(directory, { exactBelow: 0 });
  await add(store, articleOf('visit', [['He arrived.']]));
  await store.flush();
  const before = await readdir(join(directory, 'hnsw'));
  await writeFile(join(directory, 'hnsw', 'shared.1.sentences.json'), '{}');
  await writeFile(join(directory, 'hnsw', 'shared.1.sentences.0123456789abcdef.hnsw'), 'graph');
  await store.flush();
  expect(await readdir(join(directory, 'hnsw'))).toEqual(before);
});

it('leaves its files as they are when it is told to stop, and makes good later', async () => {
  const directory = await temporaryFolder();
  const store = await storeIn(directory, { exactBelow: 0 });
  await add(store, articleOf('visit', [['He arrived.']]));
  await store.flush(AbortSignal.abort());
  expect(await readdir(join(directory, 'hnsw')).catch(() => [])).toEqual([]);
  await store.flush(AbortSignal.timeout(60_000));
  expect(await readdir(join(directory, 'hnsw'))).toHaveLength(2);
});

it('hands out the same object for a passage until its article changes', async () => {
  const store = await storeIn(newMemory());
  await add(store, articleOf('visit', [['He arrived.']]));
  const [first] = await store.passagesOf('visit', EVERYWHERE);
  await add(store, articleOf('other', [['Something else.']]));
  expect((await store.passagesOf('visit', EVERYWHERE))[0]).toBe(first);
});
