import path from 'node:path';
import type { Newsdesk } from '../../newsdesk.js';
import { PACKAGE_DIR } from '../../version.js';
import { converse } from '../conversation.js';
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
          const newsdesk = await session.open(log);
          await indexOwnArticles(session, newsdesk);
          if (token === undefined) return await converse(session, newsdesk);
          // Loaded here only: the other subcommands start in half the time without it.
          const { runBot } = await import('../../discord/bot.js');
          await runBot({ newsdesk, settings: { ...settings, token }, log, signal });
        } catch (error) {
          // To be stopped is the way in which this ends.
          if (!signal.aborted) throw error;
        }
        return undefined;
      }),
    );
};

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
