import { Command } from 'commander';
import { VERSION } from '../version.js';
import { ask } from './commands/ask.js';
import { backup } from './commands/backup.js';
import { copy } from './commands/copy.js';
import { doctor } from './commands/doctor.js';
import { evaluation } from './commands/eval.js';
import { index } from './commands/index-sources.js';
import { list } from './commands/list.js';
import { read } from './commands/read.js';
import { refresh } from './commands/refresh.js';
import { register } from './commands/register.js';
import { remove } from './commands/remove.js';
import { restore } from './commands/restore.js';
import { search } from './commands/search.js';
import { show } from './commands/show.js';
import { start } from './commands/start.js';
import { stats } from './commands/stats.js';
import { unanswered } from './commands/unanswered.js';
import { verify } from './commands/verify.js';
import { watch } from './commands/watch.js';
import { notEmpty } from './options.js';
import type { Runner, Subcommand } from './subcommand.js';

const SUBCOMMANDS: readonly Subcommand[] = [
  start,
  index,
  read,
  ask,
  search,
  list,
  show,
  remove,
  refresh,
  watch,
  unanswered,
  stats,
  verify,
  doctor,
  backup,
  restore,
  copy,
  evaluation,
  register,
];

const EXAMPLES = `
Examples:
  newsdesk index articles/ https://example.com/news/bridge
  newsdesk ask "Who is in Putin's delegation?"
  newsdesk ask --batch questions.txt --json
  newsdesk index articles/ --prune --quiet
  newsdesk start

Settings come from the environment and from .env; .env.example lists them all.
Exit codes: 0 done, 1 something failed and the rest was kept, 2 wrong usage.`;

/** The whole command line; usage errors are thrown rather than printed. */
export function createProgram(run: Runner): Command {
  const program = new Command('newsdesk')
    .description("Answers questions about your articles, in the articles' own words.")
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--data-dir <dir>', 'what Newsdesk writes is kept here', notEmpty('a folder'))
    .option('--json', 'one JSON value on standard output, and nothing else there')
    .option('--quiet', 'no progress, and nothing said but results and errors')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined });
  for (const add of SUBCOMMANDS) add(program, run);
  return program;
}
