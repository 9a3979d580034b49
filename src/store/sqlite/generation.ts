import type { SqliteFile } from './database.js';

/** Grows with every change of the articles, in the transaction that changes them. */
export function nextGeneration(sqlite: SqliteFile): number {
  return (
    sqlite
      .prepare<[], { value: number }>(
        `UPDATE meta SET value = value + 1 WHERE name = 'generation' RETURNING value`,
      )
      .get()?.value ?? 0
  );
}

/** Tells cheaply whether the articles have changed since the last look, whoever changed them. */
export interface Changes {
  /** The generation now. Costs a few microseconds if nothing was written. */
  generation(): number;
  /** Grows with every commit of any kind, vectors too, that this look or an earlier one has seen. */
  commits(): number;
  /** After a write of this process, which `data_version` does not show. */
  wrote(): void;
}

export function watchChanges(sqlite: SqliteFile): Changes {
  // Changes when another connection commits: https://www.sqlite.org/pragma.html#pragma_data_version
  const version = sqlite.db.prepare('PRAGMA data_version').pluck();
  const stored = sqlite.db
    .prepare<[], number>(`SELECT value FROM meta WHERE name = 'generation'`)
    .pluck();
  let seen: unknown;
  let generation = 0;
  let commits = 0;
  let wrote = true;
  const look = (): void => {
    const now = version.get();
    if (now === seen && !wrote) return;
    seen = now;
    wrote = false;
    commits += 1;
    generation = stored.get() ?? 0;
  };
  return {
    generation: () => {
      look();
      return generation;
    },
    commits: () => {
      look();
      return commits;
    },
    wrote: () => {
      wrote = true;
    },
  };
}
