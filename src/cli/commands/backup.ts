import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { filled } from '../options.js';
import type { Runner } from '../program.js';

export function backupCommand(run: Runner): Command {
  return new Command('backup')
    .description('Write a consistent copy of the articles, also while the bot runs.')
    .argument('<file>', 'a new file', filled)
    .action(
      run(async (cli, name: string) => {
        const file = path.resolve(name);
        await cli.withNewsdesk((newsdesk) => newsdesk.backup(file));
        const { size } = await stat(file);
        cli.output.done({ file, bytes: size }, () =>
          `Wrote ${file} (${(size / 1e6).toFixed(1)} MB). "newsdesk restore" brings it back.`,
        );
        return 0;
      }),
    );
}
