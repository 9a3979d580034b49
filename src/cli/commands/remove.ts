import { Command } from 'commander';
import { NewsdeskError } from '../../errors.js';
import { failureJson } from '../failure.js';
import { articleIds } from '../options.js';
import { printableLine } from '../printable.js';
import type { Runner } from '../program.js';

export function removeCommand(run: Runner): Command {
  return new Command('remove')
    .description('Remove articles; ids that are not known are told, the others are removed.')
    .argument('<id...>', 'ids as "newsdesk list" shows them', articleIds)
    .action(
      run(async (cli, ids: string[]) =>
        cli.withNewsdesk(async (newsdesk) => {
          const titles = new Map((await newsdesk.list()).map(({ id, title }) => [id, title]));
          const wanted = [...new Set(ids)];
          const known = wanted.filter((id) => titles.has(id));
          const removed = known.length === 0 ? [] : await newsdesk.remove(known);
          const failed = wanted
            .filter((id) => !titles.has(id))
            .map((id) => ({ id, error: failureJson(new NewsdeskError('article-not-found', { id })) }));
          cli.output.done(failed.length === 0 ? { removed } : { removed, failed }, () =>
            removed.map((id) => `removed  ${id}  ${printableLine(titles.get(id) ?? '')}`).join('\n'),
          );
          for (const { error } of failed) cli.output.warning(error.message);
          return failed.length === 0 ? 0 : 1;
        }),
      ),
    );
}
