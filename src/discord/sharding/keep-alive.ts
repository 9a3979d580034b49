import { setTimeout as sleep } from 'node:timers/promises';
import type { Shard } from 'discord.js';
import type { Logger } from 'pino';
import { createEmbedderServer } from '../../embedding/embedder-server.js';
import type { Embedder } from '../../embedding/embedder.js';
import { NewsdeskError } from '../../errors.js';
import { safeError } from '../safe-error.js';
import { FIRST_RETRY_MS, LAST_RETRY_MS } from '../timing.js';

export interface KeepAliveOptions {
  readonly embedder: Embedder;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Whether the shard is still to run on this machine. */
  readonly isWanted: () => boolean;
  /** Told if the shard can't even begin. */
  readonly fail: (error: Error) => void;
}

/** Embeds for a shard, and starts it again if it dies, waiting longer each time. */
export function keepAlive(
  shard: Shard,
  { embedder, log, signal, isWanted, fail }: KeepAliveOptions,
): void {
  const server = createEmbedderServer(embedder, (response) => {
    shard.process?.send(response, () => undefined);
  });
  let wasReady = false;
  let waitMs = FIRST_RETRY_MS;
  shard.on('message', server.receive);
  shard.on('ready', () => {
    wasReady = true;
    waitMs = FIRST_RETRY_MS;
    log.info({ shard: shard.id }, 'Shard is ready');
  });
  shard.on('death', () => {
    server.shardGone();
    if (!isWanted()) return;
    if (!wasReady) {
      fail(new NewsdeskError('discord-shard-failed', { shard: shard.id }));
      return;
    }
    log.warn({ shard: shard.id, waitMs }, 'Shard died and is started again');
    const restart = sleep(waitMs, undefined, { signal }).then(async () => {
      if (isWanted()) await shard.spawn(-1);
    });
    restart.catch((error: unknown) => {
      if (!signal.aborted)
        log.error({ shard: shard.id, error: safeError(error) }, 'Restart failed');
    });
    waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
  });
}
