import { mkdir } from 'node:fs/promises';
import { NewsdeskError } from '../errors.js';
import type { Journal } from './journal.js';
import { openJournal } from './open-journal.js';
import { openStore, type StoreOptions } from './open.js';
import type { Store } from './store.js';

/** Where articles and questions are kept. */
export interface StoresConfig {
  /** A folder, made where it is missing. */
  readonly dataDir: string;
}

export interface Stores {
  readonly store: Store;
  readonly journal: Journal;
}

/**
 * Opens what the settings name, and begins it where nothing is there yet.
 * @throws NewsdeskError where it can't be used, or was written by a newer Newsdesk
 */
export async function openStores(
  { dataDir }: StoresConfig,
  options: Pick<StoreOptions, 'model' | 'onProblem'>,
): Promise<Stores> {
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new NewsdeskError(
      'store-unopenable',
      { file: dataDir, reason: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  });
  const store = await openStore({ directory: dataDir, ...options });
  try {
    return { store, journal: await openJournal({ directory: dataDir }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
