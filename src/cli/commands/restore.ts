import path from 'node:path';
import { Command } from 'commander';
import { count } from '../layout.js';
import { filled } from '../options.js';
import type { Runner } from '../program.js';

export function restoreCommand(run: Runner): Command {
  return new Command('restore')
    .description('Bring back the articles of a backup in place of those that are there.')
    .argument('<file>', 'what "newsdesk backup" wrote', filled)
    .action(
      run(async (cli, name: string) => {
        const file = path.resolve(name);
        const { restoreBackup } = await import('../../store/restore-backup.js');
        await restoreBackup(file, cli.config.dataDir);
        const { articles } = await cli.withNewsdesk((newsdesk) => newsdesk.stats());
        cli.output.done({ file, articles }, () =>
          `Restored ${count(articles, 'article')} from ${file}.`,
        );
        return 0;
      }),
    );
}
