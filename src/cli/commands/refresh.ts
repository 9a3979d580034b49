import { FRUGAL_HEAP, useHeap } from '../../processes/heap.js';
import { guildOption, notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { tellReport } from '../views/report.js';

export const refresh: Subcommand = (program, run) => {
  program
    .command('refresh')
    .description('read known articles again from their files and addresses')
    .argument('[id...]', 'ids that "newsdesk list" shows (default: all articles)')
    .addOption(guildOption('only this server’s own articles'))
    .option('--force', 'read and split again even what is unchanged')
    .action((ids: string[], { guild, force }: { guild?: string; force?: true }) => {
      ids.forEach(notEmpty('an id'));
      return run(async (session) => {
        const { output, progress, signal } = session;
        useHeap(FRUGAL_HEAP);
        const newsdesk = await session.open(undefined, { savesAlone: true });
        const report = await newsdesk.refreshArticles(ids.length === 0 ? undefined : ids, {
          collection: guild,
          force,
          onProgress: progress.index,
          signal,
        });
        return tellReport(report, output);
      });
    });
};
