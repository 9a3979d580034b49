import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import { NewsdeskError } from '../../errors.js';
import { BETWEEN_SHARDS_MS, LEASE_MS, type HeldShards, type ShardLeases } from '../shard-leases.js';
import { takeTurns } from '../turns.js';
import { openDatabase, type Database, type Queries } from './database.js';
import { tryLock } from './lock.js';
import { migrate } from './migrate.js';

/** Longer a renewal is not waited for: the next one may find a better connection. */
const PATIENCE_MS = 5_000;

/**
 * Leases by rows that their holder renews. A lock on a connection would end with a fail-over of the
 * server, and another machine would begin what the first one still runs.
 * @param only the shards that this machine may run; undefined for any
 */
export async function openShardLeases(
  url: string,
  only: readonly number[] | undefined,
): Promise<ShardLeases> {
  const database = openDatabase(url);
  try {
    await migrate(database);
    return leasesIn(database, only);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function leasesIn(database: Database, only: readonly number[] | undefined): ShardLeases {
  const id = randomUUID();
  let total = 0;

  const turns = takeTurns<pg.Client>({
    acquire: () => tryLock(database, 'register'),
    release: (client) => client.end().catch(() => undefined),
    holder: () => 'another machine',
  });

  /** Nobody else changes who holds what meanwhile. */
  const dividing = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    database.transaction(async (queries) => {
      await queries.rows('LOCK TABLE newsdesk.shards IN SHARE ROW EXCLUSIVE MODE');
      return work(queries);
    }, PATIENCE_MS);

  /** Also tells the others that this machine lives. */
  const agree = async ({ rows }: Queries, wanted: number, isFixed: boolean): Promise<number> => {
    await rows('DELETE FROM newsdesk.machines WHERE until < clock_timestamp()');
    const [other] = await rows<{ total: number; name: string }>(
      'SELECT total, name FROM newsdesk.machines WHERE id <> $1 LIMIT 1',
      [id],
    );
    if (other !== undefined && other.total !== wanted && isFixed) {
      const { name, total: others } = other;
      throw new NewsdeskError('discord-shards-differ', { total: wanted, machine: name, others });
    }
    const agreed = other?.total ?? wanted;
    await rows(
      `INSERT INTO newsdesk.machines (id, name, total, takes_any, until)
       VALUES ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 ms')
       ON CONFLICT (id) DO UPDATE SET until = excluded.until`,
      [id, hostname(), agreed, only === undefined, LEASE_MS],
    );
    return agreed;
  };

  return {
    join: async (wanted, isFixed) => {
      total = await dividing((queries) => agree(queries, wanted, isFixed));
      return total;
    },
    renew: (running) =>
      dividing(async (queries) => {
        await agree(queries, total, true);
        const held = await keep(queries, id, running);
        const share = await shareOf(queries, total, only);
        const next =
          held.length < share.most
            ? await take(queries, id, only ?? [...Array(total).keys()])
            : undefined;
        return {
          held: next === undefined ? held : [...held, next],
          surplus: held.length > share.most && share.othersLack ? held.at(-1) : undefined,
        } satisfies HeldShards;
      }),
    alone: (work) => turns.hold(work),
    close: async () => {
      try {
        await dividing(async ({ rows }) => {
          await rows('DELETE FROM newsdesk.shards WHERE holder = $1', [id]);
          await rows('DELETE FROM newsdesk.machines WHERE id = $1', [id]);
        });
      } catch {
        // A server that is gone: others wait until the lease is over.
      } finally {
        await database.close();
      }
    },
  };
}

/** Renews what runs and is still this machine's, and frees what ran out or runs no longer. */
async function keep({ rows }: Queries, id: string, running: readonly number[]): Promise<number[]> {
  const kept = await rows<{ shard: number }>(
    `UPDATE newsdesk.shards SET until = clock_timestamp() + $3 * interval '1 ms'
     WHERE holder = $1 AND shard = ANY ($2::integer[]) RETURNING shard`,
    [id, running, LEASE_MS],
  );
  await rows(
    `DELETE FROM newsdesk.shards
     WHERE until < clock_timestamp() OR (holder = $1 AND NOT shard = ANY ($2::integer[]))`,
    [id, running],
  );
  return kept.map(({ shard }) => shard).sort((a, b) => a - b);
}

/** How many shards a machine may have, and whether another one has fewer than all could. */
async function shareOf(
  { rows }: Queries,
  total: number,
  only: readonly number[] | undefined,
): Promise<{ most: number; othersLack: boolean }> {
  if (only !== undefined) return { most: only.length, othersLack: false };
  const machines = await rows<{ shards: number }>(
    `SELECT (SELECT count(*) FROM newsdesk.shards AS s WHERE s.holder = m.id)::integer AS shards
     FROM newsdesk.machines AS m WHERE m.takes_any`,
  );
  const count = Math.max(1, machines.length);
  const least = Math.floor(total / count);
  return {
    most: Math.ceil(total / count),
    othersLack: machines.some(({ shards }) => shards < least),
  };
}

/** The first free shard, unless one was begun just now, here or elsewhere. */
async function take(
  { rows }: Queries,
  id: string,
  wanted: readonly number[],
): Promise<number | undefined> {
  const [taken] = await rows<{ shard: number }>(
    `INSERT INTO newsdesk.shards (shard, holder, until)
     SELECT wanted.shard, $1, clock_timestamp() + $3 * interval '1 ms'
     FROM unnest($2::integer[]) AS wanted (shard)
     WHERE NOT EXISTS (SELECT FROM newsdesk.shards AS s WHERE s.shard = wanted.shard)
       AND NOT EXISTS (SELECT FROM newsdesk.shards AS s
         WHERE s.begun_at > clock_timestamp() - $4 * interval '1 ms')
     ORDER BY wanted.shard LIMIT 1 RETURNING shard`,
    [id, wanted, LEASE_MS, BETWEEN_SHARDS_MS],
  );
  return taken?.shard;
}
