import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { CopiedArticles } from '../../open.js';
import { notEmpty } from '../options.js';
import { FAILED, type Subcommand } from '../subcommand.js';
import { count, plainLine } from '../text.js';

const EXAMPLES = `
From a folder to a database, and back:
  newsdesk copy --to postgres://newsdesk@db.example.com/newsdesk
  NEWSDESK_DATABASE_URL=postgres://newsdesk@db.example.com/newsdesk newsdesk copy --to data/index

A password need not stand here: PGPASSWORD or ~/.pgpass may hold it. The bot may run meanwhile. A
copy that was interrupted goes on where it stopped, and one that is repeated takes what is new.`;

export const copy: Subcommand = (program, run) => {
  program
    .command('copy')
    .description('copy all articles to another folder or a PostgreSQL database, and check both')
    .requiredOption('--to <place>', 'a folder, or postgres://user@host/database', place)
    .addHelpText('after', EXAMPLES)
    .action(({ to }: { to: string }) =>
      run(async (session) => {
        const { config, output, progress, signal } = session;
        const { DATABASE_URL } = await import('../../config.js');
        const { copyToPlace } = await import('../../open.js');
        const copied = await copyToPlace(config, DATABASE_URL.test(to) ? to : path.resolve(to), {
          log: session.log('error'),
          onModelDownload: progress.download,
          onProgress: (done, total) => {
            progress.steps('copying', done, total);
          },
          signal,
        });
        output.result(copied, () => viewOf(copied));
        return copied.problems.length + copied.incomplete.length > 0 ? FAILED : undefined;
      }),
    );
};

/** A folder, or the address of a database; an address of any other kind is no folder's name. */
function place(value: string): string {
  const isAddress = /^[a-z][a-z\d+.-]+:\/\//iu.test(value);
  if (isAddress && !/^postgres(?:ql)?:\/\/\S+$/u.test(value))
    throw new InvalidArgumentError(
      'Give a folder, or the address of a PostgreSQL database, postgres://user@host/database.',
    );
  return notEmpty('a place')(value);
}

function viewOf({ copied, unchanged, incomplete, problems }: CopiedArticles): string {
  const there = unchanged === 0 ? '' : `, ${unchanged} stood there already`;
  return [
    `Copied ${count(copied, 'article')}${there}.`,
    ...incomplete.map(
      (id) =>
        `${id} was not copied: an older Newsdesk has embedded it. "newsdesk index --force" with its source does so again.`,
    ),
    ...problems.map(({ code, message }) => `${code}: ${plainLine(message)}`),
    ...(problems.length === 0 ? ['Everything is in order on both sides.'] : []),
  ].join('\n');
}
