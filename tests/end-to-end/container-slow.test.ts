import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';
import { removeTemporaryFolders, temporaryFolder } from '../support/bot.js';
import { startDiscord, type Discord } from '../support/discord/discord.js';
import { readDockerfile, type Stage } from '../support/dockerfile.js';

const run = promisify(execFile);

/** What can build and run here, without asking for a password or a service that is not there. */
const engine = ['docker', 'podman'].find((name) => spawnSync(name, ['info']).status === 0);
/** An image of Node that is at hand, to build on; or an image of Newsdesk that is built. */
const NODE_IMAGE = process.env['NEWSDESK_TEST_NODE_IMAGE'];
const BUILT = process.env['NEWSDESK_TEST_IMAGE'];
const NAME = `newsdesk-test-${process.pid}`;
const canRun = engine !== undefined && (BUILT ?? NODE_IMAGE) !== undefined;

describe.skipIf(!canRun)('the image', () => {
  let discord: Discord;
  const call = async (...args: string[]) => (await run(engine ?? '', args)).stdout.trim();

  beforeAll(async () => {
    if (BUILT === undefined) {
      const base = `NODE_IMAGE=${NODE_IMAGE ?? ''}`;
      // Docker's form of an image has a health check.
      const form = engine === 'podman' ? ['--format', 'docker'] : [];
      const args = ['build', '--network', 'host', ...form, '--build-arg', base, '--tag', NAME];
      await call(...args, PACKAGE_DIR);
    }
    discord = await startDiscord();
    discord.addGuild();
    await call(
      ...['run', '--detach', '--name', NAME, '--network', 'host', '--read-only'],
      ...['--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['-e', `DISCORD_TOKEN=${discord.token}`, '-e', `DISCORD_API_URL=${discord.apiUrl}`],
      ...['-e', 'NEWSDESK_HTTP=127.0.0.1:19090', BUILT ?? NAME],
    );
  }, 1_200_000);

  afterAll(async () => {
    await call('rm', '--force', '--volumes', NAME);
    await discord.close();
  });

  it('becomes well, as nobody special and with a root that can’t be written', async () => {
    const deadline = performance.now() + 120_000;
    let status = 0;
    while (status !== 200 && performance.now() < deadline) {
      status = await fetch('http://127.0.0.1:19090/healthz').then(
        (answer) => answer.status,
        () => 0,
      );
      await sleep(500);
    }
    expect(status, await call('logs', NAME)).toBe(200);
    expect(await call('exec', NAME, 'id', '-u')).not.toBe('0');
    await expect(call('exec', NAME, 'touch', '/opt/newsdesk/x')).rejects.toThrow(/[Rr]ead-only/);
    expect(await call('exec', NAME, 'newsdesk', 'doctor')).toContain('Nothing stands in the way');
  }, 180_000);

  it('ends on SIGTERM within 10 s', async () => {
    const started = performance.now();
    await call('stop', '--time', '30', NAME);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await call('inspect', '--format', '{{.State.ExitCode}}', NAME)).toBe('0');
  }, 60_000);
});

describe('what runs Newsdesk elsewhere', () => {
  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
    'is a unit that systemd takes',
    () => {
      const unit = 'packaging/newsdesk.service';
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], {
        cwd: PACKAGE_DIR,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );
});

const PORT = 19_091;
/** Nobody special; whoever runs the tests without rights is that already. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

describe.skipIf(canRun)('where nothing builds images, their steps one by one', () => {
  let discord: Discord;
  let bot: ChildProcess;
  let printed = '';
  const [build, final] = readDockerfile(path.join(PACKAGE_DIR, 'Dockerfile')) as [Stage, Stage];
  const data = temporaryFolder();
  const env = {
    PATH: process.env['PATH'],
    HOME: data,
    ...Object.fromEntries(
      Object.entries(final.env).map(([name, value]) => [
        name,
        value.replace(/^\/data/, data).replace(':9090', `:${PORT}`),
      ]),
    ),
  };

  beforeAll(async () => {
    const root = temporaryFolder();
    const [made, image] = [path.join(root, 'build'), path.join(root, 'image')];
    mkdirSync(made);
    await follow(build, made);
    mkdirSync(image);
    await follow(final, image, made);
    chmodSync(root, 0o755);
    if (isRoot) chownSync(data, NOBODY, NOBODY);
    discord = await startDiscord();
    discord.addGuild();
    bot = spawn(process.execPath, [path.join(image, 'dist/src/cli/main.js'), 'start'], {
      cwd: image,
      env: { ...env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    for (const pipe of [bot.stdout, bot.stderr]) {
      pipe?.setEncoding('utf8').on('data', (part: string) => (printed += part));
    }
  }, 600_000);

  afterAll(async () => {
    bot.kill('SIGKILL');
    await discord.close();
    removeTemporaryFolders();
  }, 120_000);

  it('come to a bot that its health check finds well', async () => {
    const [command = '', ...args] = final.healthCheck.map((arg) =>
      arg.replace(':9090', `:${PORT}`),
    );
    const deadline = performance.now() + 120_000;
    let status: number | null = null;
    while (status !== 0 && performance.now() < deadline) {
      status = spawnSync(command, args).status;
      await sleep(500);
    }
    expect(status, printed).toBe(0);
  }, 180_000);

  it('have it run as nobody special, and end on SIGTERM within 10 s', async () => {
    expect(final.user).toBe('node');
    const ended = once(bot, 'exit');
    const started = performance.now();
    bot.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 60_000);

  /** A stage's steps in a folder, apart from what changes the machine. */
  async function follow({ steps, folder: at }: Stage, folder: string, made = ''): Promise<void> {
    for (const step of steps) {
      if (step.kind === 'COPY') {
        for (const source of step.sources) {
          const from =
            step.from === undefined
              ? path.join(PACKAGE_DIR, source)
              : path.join(made, path.relative(at, source));
          const to =
            step.target.endsWith('./') || step.target === '.' ? path.basename(source) : step.target;
          cpSync(from, path.join(folder, to), { recursive: true, verbatimSymlinks: true });
        }
      } else if (/\bnpm ci\b/.test(step.command)) {
        // README's blocks are run from a clean checkout, which shows that it installs.
        const installed = realpathSync(path.join(PACKAGE_DIR, 'node_modules'));
        const linked = path.join(folder, 'node_modules');
        await run('cp', ['-al', installed, linked]);
        // npm writes into this one; all else it unlinks.
        const list = '.package-lock.json';
        rmSync(path.join(linked, list));
        cpSync(path.join(installed, list), path.join(linked, list));
      } else if (/\bnpm\b/.test(step.command)) {
        await run('bash', ['-c', step.command], { cwd: folder, maxBuffer: 2 ** 26 });
      }
    }
  }
});
