import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../src/config.js';
import { PACKAGE_DIR } from '../src/version.js';
import { inTurn, printAgainstFirst, type Group } from './measure.js';

const ROUNDS = 5;

/** Whole commands, each a process of its own, against the least that such a process can take. */
export async function benchCommands(
  dataDir: string,
  files: string,
  question: string,
): Promise<Group[]> {
  const node = (...args: readonly string[]) => promisify(execFile)(process.execPath, [...args]);
  const main = path.join(PACKAGE_DIR, 'dist', 'src', 'cli', 'main.js');
  const newsdesk = (...args: readonly string[]) => node(main, '--data-dir', dataDir, ...args);
  const short = {
    'an empty Node process': () => node('-e', '0'),
    '--help': () => newsdesk('--help'),
    list: () => newsdesk('list'),
    stats: () => newsdesk('stats'),
    'index of an unchanged folder': () => newsdesk('index', files),
  };
  const commands = printAgainstFirst('Commands', await inTurn(short, ROUNDS));
  const bare = path.join(PACKAGE_DIR, 'bench', 'bare-embedding.mjs');
  const cold = {
    'loads the model, embeds a question': () => node(bare, readConfig({}).model.dir, question),
    ask: () => newsdesk('ask', question),
  };
  return [commands, printAgainstFirst('A question as a command', await inTurn(cold, ROUNDS))];
}
