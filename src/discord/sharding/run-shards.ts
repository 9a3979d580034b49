import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Routes,
  ShardingManager,
  type RESTGetAPIGatewayBotResult,
  type Shard,
  type ShardingManagerOptions,
} from 'discord.js';
import type { Logger } from 'pino';
import type { DiscordSettings } from '../../config.js';
import type { Embedder } from '../../embedding/embedder.js';
import { NewsdeskError } from '../../errors.js';
import { VERSION } from '../../version.js';
import type { Commands } from '../command.js';
import { registerCommands } from '../register.js';
import { createRest } from '../rest.js';
import { retrying } from '../retrying.js';
import { safeError } from '../safe-error.js';
import { startupError } from '../startup-error.js';
import { FIRST_RETRY_MS, LAST_RETRY_MS } from '../timing.js';
import { createEmbedderServer } from '../../embedding/embedder-server.js';
import { END } from './end.js';

export interface ShardsOptions {
  /** The one embedder of this machine. */
  readonly embedder: Embedder;
  readonly settings: DiscordSettings;
  readonly commands: Commands;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Given what tells whether every shard is connected. */
  readonly onConnection?: ((isUp: () => boolean) => void) | undefined;
  /** What every shard runs, and with which arguments; this program again by default. */
  readonly program?: { readonly file: string; readonly args: readonly string[] };
}

/** A shard ends within 5 s; whatever is left then is killed. */
const KILL_AFTER_MS = 6_000;

/** Discord takes one identify in five seconds (events/gateway: max concurrency). */
const BETWEEN_SHARDS_MS = 5_500;

/**
 * Serves Discord by several processes, each for a share of the servers, until the signal is
 * aborted. This process embeds for all of them, starts those anew that die, and registers.
 * @throws NewsdeskError `discord-…`; `discord-shard-failed` where a shard can't even begin
 */
export async function runShards(options: ShardsOptions): Promise<void> {
  const { settings, commands, log, signal } = options;
  const place = { clientId: settings.clientId, guildId: settings.guildId };
  const retry = { log, signal, isFinal: (error: unknown) => startupError(error, place) };
  await retrying(
    () => registerCommands({ ...settings, definitions: commands.definitions, log }),
    retry,
  );
  const total = await retrying(() => shardCount(settings), retry);
  if (total === undefined) return;

  const [file = '', ...args] = process.argv.slice(1);
  const program = options.program ?? { file, args };
  const manager = new ShardingManager(program.file, {
    token: settings.token,
    totalShards: total,
    shardList: [...Array(total).keys()],
    shardArgs: [...program.args],
    // A shard that dies is started again below, and not faster and faster.
    respawn: false,
  } satisfies ShardingManagerOptions);
  const failed = watch(manager, options);
  try {
    log.info({ shards: total }, 'Starting the shards');
    await Promise.race([startAll(manager, total, signal), failed]);
    options.onConnection?.(() => manager.shards.every(({ ready }) => ready));
    await Promise.race([untilAborted(signal), failed]);
  } finally {
    await Promise.all(manager.shards.map(endShard));
    log.info('All shards have ended');
  }
}

async function startAll(
  manager: ShardingManager,
  total: number,
  signal: AbortSignal,
): Promise<void> {
  for (let id = 0; id < total && !signal.aborted; id++) {
    await manager.createShard(id).spawn(-1);
    await sleep(BETWEEN_SHARDS_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** The number that was set, or Discord's recommendation. */
async function shardCount({ shards, token, apiUrl }: DiscordSettings): Promise<number> {
  if (typeof shards === 'number') return shards;
  const rest = createRest(token, apiUrl, VERSION);
  const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  return gateway.shards;
}

/** Serves and restarts each shard; rejects where one can't begin. */
function watch(manager: ShardingManager, options: ShardsOptions): Promise<never> {
  return new Promise((_, reject) => {
    manager.on('shardCreate', (shard) => {
      keepAlive(shard, options, reject);
    });
  });
}

function keepAlive(
  shard: Shard,
  { embedder, log, signal }: ShardsOptions,
  fail: (error: Error) => void,
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
    if (signal.aborted) return;
    if (!wasReady) {
      fail(new NewsdeskError('discord-shard-failed', { shard: shard.id }));
      return;
    }
    log.warn({ shard: shard.id, waitMs }, 'Shard died and is started again');
    const restart = sleep(waitMs, undefined, { signal }).then(() => shard.spawn(-1));
    restart.catch((error: unknown) => {
      if (!signal.aborted)
        log.error({ shard: shard.id, error: safeError(error) }, 'Restart failed');
    });
    waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
  });
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
