import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';

const run = promisify(execFile);
const MAIN = path.join(PACKAGE_DIR, 'dist', 'src', 'cli', 'main.js');
/** Writes the packages that a program has loaded when it ends. */
const TOLD = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  const hook = \`
    import { writeSync } from 'node:fs';
    export async function load(url, context, next) {
      const loaded = /\\\\/node_modules\\\\/((?:@[^/]+\\\\/)?[^/]+)/.exec(url);
      if (loaded !== null) writeSync(2, 'loaded ' + loaded[1] + '\\\\n');
      return next(url, context);
    }\`;
  register('data:text/javascript,' + encodeURIComponent(hook));
`)}`;

describe('what a command loads', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-loaded-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function packages(...args: string[]): Promise<Set<string>> {
    const all = ['--import', TOLD, MAIN, '--data-dir', path.join(folder, 'index'), ...args];
    const { stderr } = await run(process.execPath, all);
    return new Set(Array.from(stderr.matchAll(/^loaded (.+)$/gm), ([, name]) => name ?? ''));
  }

  it('is next to nothing for help', async () => {
    expect([...(await packages('--help'))].sort()).toEqual(['commander', 'dotenv', 'string-width']);
  });

  it.each([['list'], ['stats'], ['unanswered']])(
    'is no model and no Discord for %s',
    async (command) => {
      const loaded = await packages(command);
      expect(loaded).toContain('better-sqlite3');
      for (const name of [
        'discord.js',
        '@xenova/transformers',
        'onnxruntime-node',
        'undici',
        'pg',
      ]) {
        expect(loaded).not.toContain(name);
      }
    },
  );
});
