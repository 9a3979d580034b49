import { execFile, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';
import { startDiscord, type Discord } from '../support/discord/discord.js';

const run = promisify(execFile);

/** What can build and run here, without asking for a password or a service that is not there. */
const engine = ['docker', 'podman'].find((name) => spawnSync(name, ['info']).status === 0);
/** If no image can be pulled or built, one that is here already is tested. */
const IMAGE = process.env['NEWSDESK_TEST_IMAGE'];
const NAME = `newsdesk-test-${process.pid}`;

describe.skipIf(engine === undefined || IMAGE === undefined)('the image', () => {
  let discord: Discord;
  const call = async (...args: string[]) => (await run(engine ?? '', args)).stdout.trim();

  beforeAll(async () => {
    discord = await startDiscord();
    discord.addGuild();
    await call(
      ...['run', '--detach', '--name', NAME, '--network', 'host', '--read-only'],
      ...['--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['-e', `DISCORD_TOKEN=${discord.token}`, '-e', `DISCORD_API_URL=${discord.apiUrl}`],
      ...['-e', 'NEWSDESK_HTTP=127.0.0.1:19090', IMAGE ?? ''],
    );
  }, 120_000);

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
