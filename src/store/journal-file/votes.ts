import { voterKey } from '../rows/asked.js';
import type { SqliteFile } from '../sqlite/database.js';

export interface Votes {
  readonly up: number;
  readonly down: number;
}

/**
 * Counts a vote; the same again withdraws it.
 * @returns the answer's votes, or undefined if no such answer is known
 */
export function castVote(
  sqlite: SqliteFile,
  id: string,
  voter: string,
  vote: 'up' | 'down',
): Votes | undefined {
  return sqlite.write(() => {
    if (sqlite.prepare<[string]>('SELECT 1 FROM asked WHERE id = ?').get(id) === undefined) {
      return undefined;
    }
    const key = voterKey(secretOf(sqlite), id, voter);
    const before = sqlite
      .prepare<[string, Buffer], string>('SELECT vote FROM votes WHERE asked = ? AND voter = ?')
      .pluck()
      .get(id, key);
    if (before === vote) {
      sqlite
        .prepare<[string, Buffer]>('DELETE FROM votes WHERE asked = ? AND voter = ?')
        .run(id, key);
    } else {
      sqlite
        .prepare<[string, Buffer, string]>('INSERT OR REPLACE INTO votes VALUES (?, ?, ?)')
        .run(id, key, vote);
    }
    return sqlite.prepare<[string], Votes>(`${COUNT} WHERE asked = ?`).get(id);
  });
}

export function countVotes(sqlite: SqliteFile): Votes {
  return sqlite.prepare<[], Votes>(COUNT).get() ?? { up: 0, down: 0 };
}

const COUNT = `SELECT count(*) FILTER (WHERE vote = 'up') AS up,
  count(*) FILTER (WHERE vote = 'down') AS down FROM votes`;

function secretOf(sqlite: SqliteFile): Buffer {
  const secret = sqlite.prepare<[], Buffer>('SELECT value FROM secret').pluck().get();
  if (secret === undefined) throw new Error('The journal has lost its secret.');
  return secret;
}
