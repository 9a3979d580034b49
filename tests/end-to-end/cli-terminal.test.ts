import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { BRIDGE, writeArticles } from '../support/articles.js';
import { newsdeskJson, removeTemporaryFolders, temporaryFolder } from '../support/bot.js';

/** It gives a program a terminal; that of util-linux only takes the command so. */
const hasTerminal = String(spawnSync('script', ['--version']).stdout).includes('util-linux');
const PROGRAM = join(import.meta.dirname, '../../dist/src/cli/main.js');
const UP = '\u001b[A';
/** With the cursor set behind it. */
const PROMPT = />\s\u001b\[3G$/u;

afterAll(removeTemporaryFolders);

/** Types one line after another, each when what comes before it has been answered. */
async function typed(
  dataDir: string,
  lines: readonly (readonly [line: string, until: RegExp])[],
): Promise<number | null> {
  const command = `'${process.execPath}' '${PROGRAM}' start`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: tmpdir(),
      TERM: 'xterm',
      NEWSDESK_DATA_DIR: dataDir,
      DISCORD_TOKEN: '',
    },
  });
  onTestFinished(() => {
    child.kill();
  });
  const closed = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (const [line, until] of [['', PROMPT] as const, ...lines]) {
    if (line !== '') child.stdin.write(`${line}\r`);
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(until);
    said = '';
  }
  const [code] = (await closed) as [number | null];
  return code;
}

/** What is said, and after it the next prompt. */
function then(text: string): RegExp {
  return new RegExp(`${text}[\\s\\S]*${PROMPT.source}`, 'u');
}

test.skipIf(!hasTerminal)(
  'in a terminal "help" and "articles" are understood, an arrow key brings a line back, and "exit" ends it',
  { timeout: 60_000 },
  async () => {
    const dataDir = temporaryFolder();
    await newsdeskJson(
      dataDir,
      'index',
      writeArticles(join(temporaryFolder(), 'articles'), [BRIDGE]),
    );
    const code = await typed(dataDir, [
      ['help', then('Ctrl-D does')],
      ['articles', then('The Kelvin Bridge opens again')],
      ['Who led the repairs?', then('Marta Vogel')],
      ['How much did it cost?', then('12.4 million')],
      [UP + UP, then('Marta Vogel')],
      ['exit', /exit/u],
    ]);
    expect(code).toBe(0);
  },
);
