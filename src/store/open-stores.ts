import { mkdir } from 'node:fs/promises';
import { NewsdeskError } from '../errors.js';
import type { Journal } from './journal.js';
import type { Memory } from './memory.js';
import { openJournal } from './open-journal.js';
import { openStore, type StoreOptions } from './open.js';
import { ownShards, type ShardLeases } from './shard-leases.js';
import type { Store } from './store.js';

/** Where articles and questions are kept. */
export interface StoresConfig {
  /** A folder, made if it is missing; or what is gone when the process ends. */
  readonly dataDir: string | Memory;
  /** A PostgreSQL database in place of the folder. */
  readonly databaseUrl?: string | undefined;
  /** What this machine is called among those that share the database; its host's name by default. */
  readonly machine?: string | undefined;
}

export interface Stores {
  readonly store: Store;
  readonly journal: Journal;
}

/**
 * Opens what the settings name, and begins it if nothing is there yet.
 * @throws NewsdeskError if it can't be used, or was written by a newer Newsdesk
 */
export async function openStores(
  { dataDir, databaseUrl, machine }: StoresConfig,
  options: Pick<StoreOptions, 'model' | 'onProblem'>,
): Promise<Stores> {
  return databaseUrl === undefined
    ? inFolder(dataDir, options)
    : inDatabase(databaseUrl, machine, options);
}

/**
 * What divides the bot's shards among machines: the database that they share, if there is one.
 * @param only the shards that this machine may run; undefined for any
 * @throws NewsdeskError if the database can't be used
 */
export async function openLeases(
  databaseUrl: string | undefined,
  only: readonly number[] | undefined,
): Promise<ShardLeases> {
  if (databaseUrl === undefined) return ownShards(only);
  const { openShardLeases } = await import('./postgres/shard-leases.js');
  return openShardLeases(databaseUrl, only);
}

async function inDatabase(
  url: string,
  machine: string | undefined,
  { model }: Pick<StoreOptions, 'model'>,
): Promise<Stores> {
  // Loaded here: a folder needs none of it.
  const [{ openPostgres }, { openPostgresJournal }] = await Promise.all([
    import('./postgres/store.js'),
    import('./postgres/journal.js'),
  ]);
  const store = await openPostgres({ url, model, machine });
  try {
    return { store, journal: await openPostgresJournal(url) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function inFolder(
  dataDir: string | Memory,
  options: Pick<StoreOptions, 'model' | 'onProblem'>,
): Promise<Stores> {
  if (typeof dataDir === 'string') await makeFolder(dataDir);
  const store = await openStore({ directory: dataDir, ...options });
  try {
    return { store, journal: await openJournal({ directory: dataDir }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new NewsdeskError(
      'store-unopenable',
      { file: folder, reason: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}
