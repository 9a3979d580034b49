import { stat } from 'node:fs/promises';
import path from 'node:path';
import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { size } from '../text.js';

export const backup: Subcommand = (program, run) => {
  program
    .command('backup')
    .description('write a consistent copy of all articles, also while the bot runs')
    .argument('<file>', 'the file to write; an older backup there is replaced', notEmpty('a file'))
    .action((given: string) =>
      run(async (session) => {
        const file = path.resolve(given);
        await (await session.open()).backup(file);
        const { size: bytes } = await stat(file);
        session.output.done({ file, bytes }, () => `Wrote ${file} (${size(bytes)}).`);
        return undefined;
      }),
    );
};
