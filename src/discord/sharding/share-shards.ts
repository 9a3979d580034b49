import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shard, ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import { GIVE_UP_MS, type ShardLeases } from '../../store/shard-leases.js';
import { safeError } from '../safe-error.js';
import { END } from './end.js';

/** A shard ends within 5 s; whatever is left then is killed. */
const KILL_AFTER_MS = 6_000;
/** Well within a lease, so that one lost renewal loses no shard. */
const RENEW_MS = 2_000;

export interface SharingOptions {
  readonly manager: ShardingManager;
  readonly leases: ShardLeases;
  readonly log: Logger;
}

export interface Sharing {
  /** Whether the shard is this machine's, and not about to end. */
  runs(shard: number): boolean;
  /** Ends all of them. */
  end(): Promise<void>;
}

/** Starts the shards that fall to this machine, and ends those that fall to another. */
export function shareShards({ manager, leases, log }: SharingOptions): Sharing {
  const ending = new Map<number, Promise<void>>();
  const over = new AbortController();
  let isFailing = false;

  /** It stays this machine's until it has ended. */
  const end = (shard: Shard): Promise<void> => {
    const known = ending.get(shard.id);
    if (known !== undefined) return known;
    const ended = endShard(shard).finally(() => {
      manager.shards.delete(shard.id);
      ending.delete(shard.id);
    });
    ending.set(shard.id, ended);
    return ended;
  };
  const endAll = async (): Promise<void> => {
    await Promise.all([...manager.shards.values()].map(end));
  };

  const giveUp = (): NodeJS.Timeout =>
    setTimeout(() => {
      if (manager.shards.size === 0) return;
      log.error('No word from the database: other machines take over these shards');
      void endAll();
    }, GIVE_UP_MS);
  let lateness = giveUp();

  const renew = async (): Promise<void> => {
    // What others are promised counts from here, not from when the answer comes.
    const next = giveUp();
    try {
      const running = [...manager.shards.keys()];
      const { held, surplus } = await leases.renew(running);
      clearTimeout(lateness);
      lateness = next;
      isFailing = false;
      for (const shard of manager.shards.values()) {
        if (held.includes(shard.id) && shard.id !== surplus) continue;
        log.warn({ shard: shard.id }, 'Another machine takes over this shard');
        void end(shard);
      }
      const [begun] = held.filter((shard) => !running.includes(shard));
      if (begun === undefined || over.signal.aborted) return;
      log.info({ shard: begun }, 'Starting a shard');
      const shard = manager.createShard(begun);
      await shard.spawn(-1).catch(async (error: unknown) => {
        await end(shard);
        throw error;
      });
    } catch (error) {
      if (lateness !== next) clearTimeout(next);
      // Once, not with every attempt; what runs goes on for as long as it is this machine's.
      if (!isFailing) log.warn({ error: safeError(error) }, 'The shards can’t be divided now');
      isFailing = true;
    }
  };

  const loop = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      await renew();
      await sleep(RENEW_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();

  return {
    runs: (shard) => manager.shards.has(shard) && !ending.has(shard) && !over.signal.aborted,
    end: async () => {
      over.abort();
      await loop;
      clearTimeout(lateness);
      await endAll();
    },
  };
}

async function endShard(shard: Shard): Promise<void> {
  const child = shard.process;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  // Not by a signal: Ctrl+C has reached the shard already, and a second one would end it at once.
  child.send(END, () => undefined);
  const late = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  await exited;
  clearTimeout(late);
}
