import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';
import { removeTemporaryFolders, temporaryFolder } from '../support/bot.js';
import { shellBlocks } from '../support/readme.js';

/** They run right now. */
const UNDER_WAY = ['npm test'];

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });

const isCheckout = spawnSync('git', ['-C', PACKAGE_DIR, 'rev-parse']).status === 0;

describe.skipIf(!isCheckout)('a clean checkout with nothing but the README', () => {
  let folder: string;

  /** What is here, also what is not committed, cloned as somebody else would. */
  beforeAll(() => {
    const origin = path.join(temporaryFolder(), 'origin');
    mkdirSync(origin);
    const files = git(PACKAGE_DIR, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
    for (const file of new Set(files.split('\0'))) {
      if (file === '' || file === 'node_modules') continue;
      cpSync(path.join(PACKAGE_DIR, file), path.join(origin, file), { recursive: true });
    }
    git(origin, 'init', '-q', '-b', 'main');
    git(origin, 'add', '-A');
    git(origin, '-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '-qm', 'All');
    folder = path.join(temporaryFolder(), 'newsdesk');
    execFileSync('git', ['clone', '-q', origin, folder]);
  });

  afterAll(removeTemporaryFolders);

  it.each(shellBlocks('README.md').filter((block) => !UNDER_WAY.includes(block)))(
    'runs\n%s',
    { timeout: 1_200_000, retry: 0 },
    (block) => {
      const script = path.join(folder, '..', 'block.sh');
      writeFileSync(script, `set -e\n${block}\n`);
      const { status, stdout, stderr } = spawnSync('bash', [script], {
        cwd: folder,
        encoding: 'utf8',
        // Whoever types "npm start" asks what the README says.
        input: "Who is in Putin's delegation?\n",
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'] ?? tmpdir() },
      });
      expect(status, `${stdout}\n${stderr}`).toBe(0);
      // A tool of ours for regular expressions asks for a newer Node than Newsdesk does.
      expect(stdout + stderr).not.toMatch(/npm warn (?!EBADENGINE)|deprecated/i);
      if (block.includes('npm start')) expect(stdout).toContain('Belousov');
      if (block.includes(' -- ask ')) expect(stdout).toContain('SQLite');
    },
  );
});
