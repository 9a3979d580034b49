import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';

export const remove: Subcommand = (program, run) => {
  program
    .command('remove')
    .description('remove articles; none if one of the ids is unknown')
    .argument('<id...>', 'ids that "newsdesk list" shows')
    .action((ids: string[]) => {
      ids.forEach(notEmpty('an id'));
      return run(async (session) => {
        const removed = await (await session.open()).remove(ids);
        session.output.done({ removed }, () => `Removed ${removed.join(', ')}.`);
        return undefined;
      });
    });
};
