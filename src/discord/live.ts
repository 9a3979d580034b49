import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Newsdesk } from '../newsdesk.js';
import type { Catalogue } from './catalogue.js';
import { safeError } from './safe-error.js';
import { REFRESH_INTERVAL_MS } from './timing.js';

export interface LiveOptions {
  readonly newsdesk: Pick<Newsdesk, 'refresh' | 'awaitChange'>;
  readonly catalogue: Catalogue;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly onChange: () => void;
}

/** Takes up what other processes index, until the signal is aborted. */
export async function keepLive(options: LiveOptions): Promise<void> {
  const { newsdesk, catalogue, log, signal, onChange } = options;
  let failing = false;
  let reloadedAt = -Infinity;
  while (!signal.aborted) {
    try {
      if (await newsdesk.refresh()) {
        await catalogue.reload();
        onChange();
        reloadedAt = performance.now();
      }
      failing = false;
    } catch (error) {
      // Once, not every second; the articles that were there go on answering.
      if (!failing) log.error({ error: safeError(error) }, 'Taking up new articles failed');
      failing = true;
    }
    await newsdesk.awaitChange(REFRESH_INTERVAL_MS, signal);
    // While much is indexed, the list is not read again with every article.
    const early = reloadedAt + REFRESH_INTERVAL_MS - performance.now();
    if (early > 0) await sleep(early, undefined, { signal }).catch(() => undefined);
  }
}
