import path from 'node:path';
import type { Logger } from 'pino';
import type { DiscordSettings } from '../../config.js';
import type { Embedder } from '../../embedding/embedder.js';
import type { Newsdesk } from '../../newsdesk.js';
import { PACKAGE_DIR } from '../../version.js';
import type { Session } from '../session.js';
import type { Subcommand } from '../subcommand.js';
import { count } from '../text.js';

export const start: Subcommand = (program, run) => {
  program
    .command('start')
    .description('run the bot; without DISCORD_TOKEN, answer in the terminal')
    .action(() =>
      run(async (session) => {
        const { token, ...settings } = session.config.discord;
        const { signal } = session;
        const log = session.log(token === undefined ? 'error' : 'info');
        try {
          if (token === undefined) {
            const newsdesk = await session.open(log);
            await indexOwnArticles(session, newsdesk);
            const { converse } = await import('../conversation.js');
            return await converse(session, newsdesk);
          }
          await serve(session, { ...settings, token }, log);
        } catch (error) {
          // To be stopped is the way in which this ends.
          if (!signal.aborted) throw error;
        }
        return undefined;
      }),
    );
};

/** Serves Discord: alone, as one of several shards, or as the process that starts those. */
async function serve(session: Session, settings: DiscordSettings, log: Logger): Promise<void> {
  const { signal } = session;
  // Loaded here only: the other subcommands start in half the time without it.
  const { runBot, runShards, isShard, shardEmbedder } = await import('../../discord/index.js');
  const { commands } = await import('../../../commands/index.js');
  const shared = { commands, settings, log, signal };
  if (isShard()) {
    const embedder = shardEmbedder(session.config);
    await runBot({ ...shared, newsdesk: await session.open(log, { embedder, detached: true }) });
    return;
  }
  const { newsdesk, embedder, onConnection, close } = await openWatched(session, log);
  try {
    await indexOwnArticles(session, newsdesk);
    if (settings.shards === undefined) {
      await runBot({ ...shared, newsdesk, onConnection });
      return;
    }
    const { openLeases } = await import('../../store/open-stores.js');
    const leases = await openLeases(session.config.databaseUrl, settings.shards.only);
    await runShards({ ...shared, leases, embedder, onConnection });
  } finally {
    await close();
  }
}

interface Watched {
  readonly newsdesk: Newsdesk;
  readonly embedder: Embedder;
  readonly onConnection?: (isUp: () => boolean) => void;
  readonly close: () => Promise<void>;
}

/** Newsdesk with its embedder; with the health server beside it if one is asked for. */
async function openWatched(session: Session, log: Logger): Promise<Watched> {
  const { http } = session.config;
  const ownEmbedder = await session.embedder(log);
  // The process that only starts shards answers nobody.
  const detached = session.config.discord.shards === undefined;
  if (http === undefined) {
    const newsdesk = await session.open(log, { embedder: ownEmbedder, detached });
    return { newsdesk, embedder: ownEmbedder, close: () => Promise.resolve() };
  }
  const { startHealth } = await import('../../health/index.js');
  return startHealth(
    http,
    ownEmbedder,
    (embedder) => session.open(log, { embedder, detached }),
    log,
  );
}

/** The articles that come with Newsdesk, so that there is something to ask about at once. */
async function indexOwnArticles(session: Session, newsdesk: Newsdesk): Promise<void> {
  const { articles } = await newsdesk.stats();
  if (articles > 0) return;
  const { output, progress, signal } = session;
  const folder = path.join(PACKAGE_DIR, 'data', 'articles');
  const report = await newsdesk.index([folder], { onProgress: progress.index, signal });
  for (const { error } of report.articles) {
    if (error !== undefined) output.problem(error.message);
  }
  output.note(`Indexed ${count(report.added, 'article')} of ${folder}.`);
}
