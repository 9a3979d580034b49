import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedder } from '../embedding/embedder.js';
import type { Newsdesk } from '../newsdesk.js';

/** What is wrong, in a few words; undefined if nothing is. */
export type Check = () => Promise<string | undefined>;

export type Checks = Readonly<Record<string, Check>>;

/** A process that indexes may hold the embedder and the disk for a while. */
const TIMEOUT_MS = 5_000;

/** Whether articles can be read, and a question embedded. */
export function coreChecks(newsdesk: Pick<Newsdesk, 'stats'>, embedder: Embedder): Checks {
  return {
    store: async () => {
      await newsdesk.stats();
      return undefined;
    },
    embedder: async () => {
      await embedder.embed(['health'], 'question');
      return undefined;
    },
  };
}

export interface Health {
  readonly ok: boolean;
  /** `ok`, or what is wrong, by name. */
  readonly checks: Readonly<Record<string, string>>;
}

/** Runs all checks at once. One that fails or takes longer than 5 s tells so; none throws. */
export async function runChecks(checks: Checks, timeoutMs = TIMEOUT_MS): Promise<Health> {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const over = new AbortController();
      const late = sleep(timeoutMs, `no answer within ${timeoutMs} ms`, { signal: over.signal });
      late.catch(() => undefined);
      const said = await Promise.race([check(), late]).catch((error: unknown) =>
        // A code says it; a message may hold what was asked.
        error instanceof Error && 'code' in error ? String(error.code) : 'failed',
      );
      over.abort();
      return [name, said ?? 'ok'] as const;
    }),
  );
  return {
    ok: outcomes.every(([, said]) => said === 'ok'),
    checks: Object.fromEntries(outcomes),
  };
}
