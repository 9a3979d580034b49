import { AsyncLocalStorage } from 'node:async_hooks';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { WaitOptions } from './store.js';

const FIRST_POLL_MS = 20;
const MAX_POLL_MS = 250;

/** A lock that other processes contend for, as an engine gives it. */
export interface ProcessLock<Held> {
  /** Undefined if another process has it. */
  acquire(): Held | undefined | Promise<Held | undefined>;
  release(held: Held): void | Promise<void>;
  /** Who has it, as a person would say it. */
  holder(): string | Promise<string>;
}

/** Lets one piece of work at a time run, of this process and of all others. */
export interface Turns<Held> {
  /**
   * Waits for its turn, after the other calls of this process. A call inside `work` runs at once.
   * @throws the signal's reason if that is aborted before the turn has come
   */
  hold<T>(work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  /** Runs `work` if nobody holds the lock; undefined otherwise. */
  tryHold<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** What this call holds; undefined outside of `work`. */
  held(): Held | undefined;
}

/** Queues the calls of this process, and polls for the lock: no engine wakes who waits for it. */
export function takeTurns<Held extends object>(lock: ProcessLock<Held>): Turns<Held> {
  const inside = new AsyncLocalStorage<Held>();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const runHeld = async <T>(held: Held, work: () => Promise<T>): Promise<T> => {
    try {
      return await inside.run(held, work);
    } finally {
      await lock.release(held);
    }
  };

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const turn = queue.then(work).finally(() => {
      waiting -= 1;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    held: () => inside.getStore(),
    hold: (work, { onWait, signal } = {}) =>
      inside.getStore() !== undefined
        ? work()
        : inTurn(async () => {
            let told: string | undefined;
            for (let pause = FIRST_POLL_MS; ; pause = Math.min(MAX_POLL_MS, pause * 1.5)) {
              signal?.throwIfAborted();
              const held = await lock.acquire();
              if (held !== undefined) return runHeld(held, work);
              const holder = await lock.holder();
              if (holder !== told) onWait?.(holder);
              told = holder;
              // Looked at again when the next round begins, whose reason is the caller's own.
              await setTimeout(pause, undefined, { signal }).catch(() => undefined);
            }
          }),
    tryHold: async (work) => {
      if (waiting > 0) return undefined;
      return inTurn(async () => {
        const held = await lock.acquire();
        return held === undefined ? undefined : runHeld(held, work);
      });
    },
  };
}

/** How this process is named to those who wait for it. */
export function thisCommand(): string {
  return [basename(process.argv[1] ?? 'node'), process.argv[2] ?? ''].join(' ').trim();
}

/** Who holds a lock, as a person would say it. */
export function holderName(holder: {
  readonly pid: number;
  /** Undefined if that says nothing to who reads it. */
  readonly host: string | undefined;
  readonly command: string;
  readonly since: string;
}): string {
  const where = holder.host === undefined ? '' : ` on ${holder.host}`;
  return `process ${holder.pid}${where} ("${holder.command}", since ${holder.since})`;
}
