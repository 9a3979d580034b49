import { onTestFinished } from 'vitest';
import { openPostgresJournal } from '../../../src/store/postgres/journal.js';
import { openPostgres } from '../../../src/store/postgres/store.js';
import { newDatabase } from '../../support/postgres/databases.js';
import { storeContract } from '../contract/store-contract.js';
import { MODEL } from '../support.js';

storeContract('PostgreSQL', async () => {
  const url = await newDatabase();
  return {
    store: async (options) => {
      const store = await openPostgres({ url, model: MODEL, ...options });
      onTestFinished(() => store.close());
      return store;
    },
    journal: async () => {
      const journal = await openPostgresJournal(url);
      onTestFinished(() => journal.close());
      return journal;
    },
  };
});
