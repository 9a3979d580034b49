import { once } from 'node:events';
import {
  Routes,
  ShardingManager,
  type RESTGetAPIGatewayBotResult,
  type ShardingManagerOptions,
} from 'discord.js';
import type { Logger } from 'pino';
import type { DiscordSettings } from '../../config.js';
import type { Embedder } from '../../embedding/embedder.js';
import type { ShardLeases } from '../../store/shard-leases.js';
import { VERSION } from '../../version.js';
import type { Commands } from '../command.js';
import { registerCommands } from '../register.js';
import { createRest } from '../rest.js';
import { retrying } from '../retrying.js';
import { startupError } from '../startup-error.js';
import { keepAlive } from './keep-alive.js';
import { shareShards } from './share-shards.js';

export interface ShardsOptions {
  /** The one embedder of this machine. */
  readonly embedder: Embedder;
  readonly settings: DiscordSettings;
  readonly commands: Commands;
  /** What tells which shards this machine runs, beside others; closed at the end. */
  readonly leases: ShardLeases;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Given what tells whether every shard is connected. */
  readonly onConnection?: ((isUp: () => boolean) => void) | undefined;
  /** What every shard runs, and with which arguments; this program again by default. */
  readonly program?: { readonly file: string; readonly args: readonly string[] };
}

/**
 * Serves Discord by several processes, each for a share of the servers, until the signal is
 * aborted. This process embeds for all of them, starts those again that die, and registers.
 * @throws NewsdeskError `discord-…`; `discord-shard-failed` if a shard can't even begin
 */
export async function runShards(options: ShardsOptions): Promise<void> {
  try {
    await run(options);
  } finally {
    await options.leases.close();
  }
}

async function run(options: ShardsOptions): Promise<void> {
  const { settings, commands, leases, log, signal } = options;
  const place = { clientId: settings.clientId, guildId: settings.guildId };
  const retry = { log, signal, isFinal: (error: unknown) => startupError(error, place) };
  await retrying(
    () =>
      leases.alone(() => registerCommands({ ...settings, definitions: commands.definitions, log })),
    retry,
  );
  const wanted = await retrying(() => shardCount(settings), retry);
  if (wanted === undefined) return;
  const total = await leases.join(wanted, settings.shards?.total !== 'auto');

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
  const failed = new Promise<never>((_, reject) => {
    manager.on('shardCreate', (shard) => {
      const isWanted = (): boolean => !signal.aborted && sharing.runs(shard.id);
      keepAlive(shard, { ...options, isWanted, fail: reject });
    });
  });
  log.info({ shards: total }, 'Starting the shards');
  const sharing = shareShards({ manager, leases, log });
  try {
    options.onConnection?.(() => manager.shards.every(({ ready }) => ready));
    await Promise.race([untilAborted(signal), failed]);
  } finally {
    await sharing.end();
    log.info('All shards have ended');
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** The number that was set, or Discord's recommendation. */
async function shardCount({ shards, token, apiUrl }: DiscordSettings): Promise<number> {
  if (shards !== undefined && shards.total !== 'auto') return shards.total;
  const rest = createRest(token, apiUrl, VERSION);
  const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  return gateway.shards;
}
