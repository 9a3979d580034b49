import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { safeError } from './safe-error.js';

/** What has been begun and is not finished. */
export interface WorkUnderWay {
  readonly add: (work: Promise<void>) => void;
  /** Whether all of it was finished within that time. */
  readonly finished: (withinMs: number) => Promise<boolean>;
}

export function createWorkUnderWay(log: Logger): WorkUnderWay {
  const underWay = new Set<Promise<void>>();
  return {
    add(work) {
      const watched: Promise<void> = work
        .catch((error: unknown) => {
          log.error({ error: safeError(error) }, 'A handler failed');
        })
        .finally(() => underWay.delete(watched));
      underWay.add(watched);
    },
    async finished(withinMs) {
      const timer = new AbortController();
      const late = sleep(withinMs, false, { signal: timer.signal }).catch(() => false);
      const done = await Promise.race([Promise.all(underWay).then(() => true), late]);
      timer.abort();
      return done;
    },
  };
}
