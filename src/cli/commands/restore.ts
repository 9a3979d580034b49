import path from 'node:path';
import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';

export const restore: Subcommand = (program, run) => {
  program
    .command('restore')
    .description('bring back the articles of a backup, in place of those that are here')
    .argument('<file>', 'a file that "newsdesk backup" wrote', notEmpty('a file'))
    .action((given: string) =>
      run(async ({ output, config }) => {
        const file = path.resolve(given);
        const { restoreBackup } = await import('../../store/restore-backup.js');
        // Not through the articles that are here: they may be what is damaged.
        await restoreBackup(file, config.dataDir);
        output.done({ file }, () => `Brought back the articles of ${file}.`);
        return undefined;
      }),
    );
};
