import type { Command } from 'commander';
import { articleOption, guildOption, wholeNumber } from '../options.js';
import { scopeFor } from '../scope.js';
import type { Subcommand } from '../subcommand.js';
import { passagesView } from '../views/passages.js';

interface Options {
  readonly article?: string;
  readonly guild?: string;
  readonly limit?: number;
}

const MOST_PASSAGES = 50;

export const search: Subcommand = (program, run) => {
  program
    .command('search')
    .description('find passages, best first')
    .argument('<query...>', 'what to look for')
    .addOption(articleOption())
    .addOption(guildOption('search as in this server (default: the shared articles)'))
    .option('--limit <n>', 'passages at most (default: 10)', wholeNumber(1, MOST_PASSAGES))
    .action((words: string[], options: Options, command: Command) => {
      const query = words.join(' ').trim();
      if (query === '') command.error('give something to look for');
      return run(async (session) => {
        const newsdesk = await session.open(undefined, { warm: true });
        const passages = await newsdesk.search(query, {
          scope: await scopeFor(newsdesk, options),
          articleId: options.article,
          limit: options.limit,
        });
        session.output.result({ query, passages }, () => passagesView(passages, session.output));
        return undefined;
      });
    });
};
