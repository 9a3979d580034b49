import { setTimeout } from 'node:timers/promises';
import { bytesIn, removeOtherGraphs, type GraphIdentity } from './files.js';
import type { Neighbour } from './exact.js';
import { VectorIndex } from './vector-index.js';
import { checkedCollection } from '../rows/collection.js';
import type { SqliteFile } from '../sqlite/database.js';
import { meaningOf } from '../sqlite/errors.js';
import type { Changes } from '../sqlite/generation.js';
import type { FolderLock } from '../sqlite/lock.js';
import type { StoredModel } from '../sqlite/models.js';
import { vectorSource } from '../sqlite/passage-vectors.js';
import type { Collection, Scope } from '../store.js';

/** After a load that found a bad file, so that the first question comes before the mending. */
const MEND_DELAY_MS = 2_000;

export interface VectorIndexesOptions {
  readonly sqlite: SqliteFile;
  readonly changes: Changes;
  readonly model: StoredModel;
  readonly lock: FolderLock;
  /** Undefined if graphs are kept in memory alone. */
  readonly directory: string | undefined;
  readonly exactBelow: number;
  readonly onProblem: (code: string, details: object) => void;
}

/** The vector indexes of all collections, each opened when it is first searched. */
export class VectorIndexes {
  readonly #options: VectorIndexesOptions;
  readonly #indexes = new Map<string, VectorIndex>();
  readonly #ending = new AbortController();
  #mending: Promise<void> | undefined;

  constructor(options: VectorIndexesOptions) {
    this.#options = options;
  }

  get directory(): string | undefined {
    return this.#options.directory;
  }

  /** Best first, over all collections of the scope. */
  async search(scope: Scope, vector: Float32Array, limit: number): Promise<Neighbour[]> {
    const found = await Promise.all(
      [...new Set(scope)].map((collection) => this.#index(collection).search(vector, limit)),
    ).catch((error: unknown) => {
      throw meaningOf(error, this.#options.sqlite.file);
    });
    this.#mendLater();
    return found.length === 1
      ? (found[0] ?? [])
      : found
          .flat()
          .sort((a, b) => b.score - a.score)
          .slice(0, limit);
  }

  /** Whether an index of the scope may still name passages that are gone. */
  isBehind(scope: Scope, generation: number): boolean {
    return scope.some((collection) => this.#index(collection).generation !== generation);
  }

  async catchUp(): Promise<void> {
    for (const index of this.#indexes.values()) if (index.isLoaded) await index.catchUp();
  }

  async flush(signal?: AbortSignal): Promise<void> {
    const stems = new Set<string>();
    for (const collection of collectionsOf(this.#options.sqlite)) {
      stems.add(this.#stem(collection));
      await this.#index(collection).flush(signal);
    }
    await this.#removeUnused(stems);
  }

  /** Makes all again from the vectors: what is in memory, and the files. */
  async rebuild(): Promise<void> {
    const before = [...this.#indexes.values()];
    this.#indexes.clear();
    for (const index of before) await index.close();
    await this.#removeUnused(new Set());
    await this.flush();
  }

  async bytes(): Promise<number> {
    const { directory } = this.#options;
    return directory === undefined ? 0 : bytesIn(directory);
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#mending;
    await this.#fix();
    for (const index of this.#indexes.values()) await index.close();
  }

  #index(collection: Collection): VectorIndex {
    const stem = this.#stem(collection);
    let index = this.#indexes.get(stem);
    if (index === undefined) {
      const { sqlite, model, changes, directory, exactBelow, onProblem } = this.#options;
      index = new VectorIndex({
        source: vectorSource(sqlite, model, collection),
        identity: () => this.identity(collection),
        dims: model.dims,
        changes,
        directory,
        exactBelow,
        onProblem,
      });
      this.#indexes.set(stem, index);
    }
    return index;
  }

  identity(collection: Collection): GraphIdentity {
    const { model, sqlite } = this.#options;
    return {
      stem: this.#stem(collection),
      model: model.key,
      dims: model.dims,
      lineage: lineageOf(sqlite),
    };
  }

  #stem(collection: Collection): string {
    return `${checkedCollection(collection)}.${this.#options.model.id}.passages`;
  }

  /** Other models' files stay, for whoever goes back to them. */
  async #removeUnused(wanted: ReadonlySet<string>): Promise<void> {
    const { directory, model, onProblem } = this.#options;
    if (directory === undefined) return;
    const isOurs = (stem: string): boolean => stem.split('.')[1] === String(model.id);
    try {
      await removeOtherGraphs(directory, (stem) => !isOurs(stem) || wanted.has(stem));
    } catch (error) {
      onProblem('index-file-unwritable', { reason: String(error) });
    }
  }

  #mendLater(): void {
    const isNeeded = [...this.#indexes.values()].some((index) => index.fileIsStale);
    if (!isNeeded || this.#mending !== undefined) return;
    const { signal } = this.#ending;
    this.#mending = setTimeout(MEND_DELAY_MS, undefined, { ref: false, signal })
      .then(
        () => this.#fix(),
        () => undefined,
      )
      .finally(() => {
        this.#mending = undefined;
      });
  }

  /** Writes the files that were found wanting, unless someone is indexing and will do so anyway. */
  async #fix(): Promise<void> {
    const stale = [...this.#indexes.values()].filter((index) => index.fileIsStale);
    if (stale.length === 0) return;
    try {
      await this.#options.lock.tryHold(async () => {
        for (const index of stale) await index.flush();
      });
    } catch (error) {
      this.#options.onProblem('index-file-unwritable', { reason: String(error) });
    }
  }
}

/** Another one once a backup has been restored. */
function lineageOf(sqlite: SqliteFile): string {
  return (
    sqlite.prepare<[], string>(`SELECT value FROM meta WHERE name = 'lineage'`).pluck().get() ?? ''
  );
}

function collectionsOf(sqlite: SqliteFile): Collection[] {
  return sqlite.prepare<[], string>('SELECT DISTINCT collection FROM articles').pluck().all();
}
