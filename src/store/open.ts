import { join } from 'node:path';
import type { EmbeddingModel } from '../embedding/embedder.js';
import { VectorIndexes } from './hnsw/vector-indexes.js';
import { localStore, type LocalStoreParts } from './local-store.js';
import type { Memory } from './memory.js';
import { DATABASE_NAME, openSqlite } from './sqlite/database.js';
import { watchChanges } from './sqlite/generation.js';
import { folderLock } from './sqlite/lock.js';
import { MIGRATIONS } from './sqlite/migrations/index.js';
import { registerModel } from './sqlite/models.js';
import type { Store } from './store.js';
import { renewKeywords } from './verify/renew-keywords.js';

export interface StoreOptions {
  /** Created if it is missing; or what is gone when the process ends. */
  readonly directory: string | Memory;
  /** Whose vectors are searched; it need not be loaded. */
  readonly model: EmbeddingModel;
  /** Told of what repaired itself or could not be written, such as a damaged index file. */
  readonly onProblem?: ((code: string, details: object) => void) | undefined;
  /** Collections with fewer vectors are searched without a graph. */
  readonly exactBelow?: number | undefined;
}

/** Measured at 384 dimensions: 500 take 0.15 ms one by one and 0.13 ms in a graph. */
const EXACT_BELOW = 500;

/**
 * Opens the articles of a data folder, or begins an empty one.
 * @throws NewsdeskError if the folder can't be used or was written by a newer Newsdesk.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { directory, exactBelow = EXACT_BELOW, onProblem = () => undefined } = options;
  const { sqlite, changes, lock } = await Promise.resolve().then(() => placeOf(directory));
  try {
    const model = registerModel(sqlite, options.model);
    renewKeywords(sqlite);
    const indexes = new VectorIndexes({
      sqlite,
      changes,
      model,
      lock,
      directory: typeof directory === 'string' ? join(directory, 'hnsw') : undefined,
      exactBelow,
      onProblem,
    });
    return localStore({ sqlite, model, changes, indexes, lock });
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function placeOf(directory: string | Memory): Pick<LocalStoreParts, 'sqlite' | 'changes' | 'lock'> {
  if (typeof directory !== 'string') return directory.articles;
  const sqlite = openSqlite(join(directory, DATABASE_NAME), MIGRATIONS);
  return { sqlite, changes: watchChanges(sqlite), lock: folderLock(directory) };
}
