import { Command } from 'commander';
import { articleIds, guildOption } from '../options.js';
import type { Runner } from '../program.js';
import { tellReport } from '../index-report.js';

interface Flags {
  readonly guild?: string;
  readonly force?: boolean;
}

export function refreshCommand(run: Runner): Command {
  return new Command('refresh')
    .description('Read known files and URLs again, all of them or those that are named.')
    .argument('[id...]', 'ids of articles', articleIds)
    .addOption(guildOption('articles of this Discord server alone'))
    .option('--force', 'read and split again even what is unchanged')
    .action(
      run(async (cli, ids: string[] | undefined, { guild, force }: Flags) => {
        const report = await cli.withNewsdesk((newsdesk) =>
          newsdesk.refreshArticles(ids === undefined || ids.length === 0 ? undefined : ids, {
            collection: guild,
            force,
            onProgress: cli.progress.indexing,
            signal: cli.signal,
          }),
        );
        return tellReport(cli, report);
      }),
    );
}
