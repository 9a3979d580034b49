import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { safeError } from './safe-error.js';
import { FIRST_RETRY_MS, LAST_RETRY_MS } from './timing.js';

export interface RetryOptions {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** What to throw in place of an error that no waiting fixes. */
  readonly isFinal: (error: unknown) => Error | undefined;
}

/**
 * Tries until it succeeds or the signal is aborted (then undefined), waiting twice as long each time: a supervisor that starts the process
 * again and again instead would use up the connections that Discord allows in a day.
 */
export async function retrying<T>(
  work: () => Promise<T>,
  { log, signal, isFinal }: RetryOptions,
): Promise<T | undefined> {
  const isOver = () => signal.aborted;
  for (let waitMs = FIRST_RETRY_MS; !isOver(); waitMs = Math.min(waitMs * 2, LAST_RETRY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (isOver()) break;
      const final = isFinal(error);
      if (final !== undefined) throw final;
      log.warn({ error: safeError(error), waitMs }, 'Discord can’t be reached; trying again');
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
