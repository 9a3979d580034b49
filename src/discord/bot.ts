import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Events, Status, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { DiscordSettings } from '../config.js';
import { createMemory } from '../conversation/memory.js';
import type { Newsdesk } from '../newsdesk.js';
import { createAllowance } from './allowance.js';
import { attachmentFetcher } from './attachments.js';
import { createCatalogue } from './catalogue.js';
import { createClient } from './client.js';
import type { Commands } from './command.js';
import { dispatch, type Dispatcher } from './dispatch.js';
import { keepLive } from './live.js';
import { watchLoop } from './loop-watchdog.js';
import { answerMention } from './mention.js';
import { showPresence } from './presence.js';
import { registerCommands } from './register.js';
import { retrying } from './retrying.js';
import { safeError } from './safe-error.js';
import { endOfShard, isShard, leaveShards } from './sharding/shard.js';
import { gatewayError, startupError } from './startup-error.js';
import { CLOSE_MS, GRACE_MS, HOUR_MS } from './timing.js';
import { createWorkUnderWay, type WorkUnderWay } from './under-way.js';

export interface BotOptions {
  readonly newsdesk: Newsdesk;
  readonly commands: Commands;
  readonly settings: DiscordSettings;
  readonly log: Logger;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Given, once there is a connection, what tells whether it is up. */
  readonly onConnection?: ((isUp: () => boolean) => void) | undefined;
}

/**
 * Serves Discord until the signal is aborted, and resolves once what was under way is finished.
 * @throws NewsdeskError `discord-…` if the token, an intent or the access is missing
 */
export async function runBot(options: BotOptions): Promise<void> {
  const stopWatching = watchLoop(options.log);
  try {
    await run(options);
  } finally {
    stopWatching();
  }
}

async function run(options: BotOptions): Promise<void> {
  const { settings, commands, log } = options;
  if (!isShard()) {
    const { definitions } = commands;
    return serveDiscord(options, () => registerCommands({ ...settings, definitions, log }));
  }
  // Whoever started the shards has registered the commands.
  const signal = AbortSignal.any([options.signal, endOfShard()]);
  try {
    await serveDiscord({ ...options, signal }, () => Promise.resolve());
  } finally {
    leaveShards();
  }
}

async function serveDiscord(options: BotOptions, register: () => Promise<unknown>): Promise<void> {
  const { newsdesk, commands, settings, log, signal } = options;
  const catalogue = createCatalogue(newsdesk);
  await Promise.all([newsdesk.warm(), catalogue.reload()]);

  const outOfTime = new AbortController();
  const to: Dispatcher = {
    commands,
    services: {
      newsdesk,
      catalogue,
      settings: { serverLimits: settings.serverLimits },
      additions: createAllowance(settings.serverLimits.addsPerHour, HOUR_MS),
      conversations: createMemory(),
      fetchFile: attachmentFetcher(settings.apiUrl, newsdesk.version),
    },
    cooldown: createAllowance(1, settings.cooldownSeconds * 1000),
    log,
    signal: outOfTime.signal,
  };
  const work = createWorkUnderWay(log);
  const place = { clientId: settings.clientId, guildId: settings.guildId };
  const retry = { log, signal, isFinal: (error: unknown) => startupError(error, place) };
  await retrying(register, retry);
  const connection = await retrying(() => connect(to, settings, work, signal), retry);
  if (connection === undefined) return;

  const { client, closed } = connection;
  options.onConnection?.(() => client.ws.status === Status.Ready);
  try {
    await serve(client, to, signal, closed);
  } finally {
    // Whoever asks from here on gets no answer from this process.
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
    client.removeAllListeners(Events.ShardReconnecting);
    if (!(await work.finished(GRACE_MS))) log.warn('Some answers were not finished in time');
    outOfTime.abort();
    await Promise.race([client.destroy(), sleep(CLOSE_MS)]);
    log.info('Closed the connection to Discord');
  }
}

interface Connection {
  readonly client: Client<true>;
  /** Rejects if Discord closes the connection for good. */
  readonly closed: Promise<never>;
}

/** Each attempt has a client of its own: one that was destroyed is of no further use. */
async function connect(
  to: Dispatcher,
  settings: DiscordSettings,
  work: WorkUnderWay,
  signal: AbortSignal,
): Promise<Connection> {
  const client = createClient(settings, to.services.newsdesk.version);
  const closed = listen(client, to, work);
  try {
    const ready = once(client, Events.ClientReady, { signal });
    await Promise.race([Promise.all([client.login(settings.token), ready]), closed]);
    if (!client.isReady()) throw new Error('Ready, and yet not');
    return { client, closed };
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

/** Handles what comes; rejects if Discord has closed the connection for good. */
function listen(client: Client, to: Dispatcher, work: WorkUnderWay): Promise<never> {
  const { log } = to;
  client.on(Events.InteractionCreate, (interaction) => {
    work.add(dispatch(to, interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    work.add(answerMention(to, message));
  });
  client.on(Events.Error, (error) => {
    log.error({ error: safeError(error) }, 'Discord client error');
  });
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, error: safeError(error) }, 'Connection error');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.info({ shard }, 'Reconnecting');
  });
  client.on(Events.ShardResume, (shard) => {
    log.info({ shard }, 'Resumed');
  });
  client.on(Events.Warn, (warning) => {
    log.warn({ warning }, 'Discord client warning');
  });
  const closed = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      reject(gatewayError(code) ?? new Error(`Discord closed the connection (${code})`));
    });
  });
  // Nobody may be waiting for it yet, or any longer.
  closed.catch(() => undefined);
  return closed;
}

async function serve(
  client: Client<true>,
  { services, log }: Dispatcher,
  signal: AbortSignal,
  closed: Promise<never>,
): Promise<void> {
  const { newsdesk, catalogue } = services;
  const onChange = () => {
    showPresence(client, catalogue.count());
  };
  onChange();
  client.on(Events.ShardReady, onChange);
  log.info(
    {
      version: newsdesk.version,
      user: client.user.tag,
      servers: client.guilds.cache.size,
      articles: catalogue.count(),
    },
    'Newsdesk is on Discord',
  );
  const live = new AbortController();
  try {
    await Promise.race([
      keepLive({
        newsdesk,
        catalogue,
        log,
        signal: AbortSignal.any([signal, live.signal]),
        onChange,
      }),
      closed,
    ]);
  } finally {
    live.abort();
  }
}
