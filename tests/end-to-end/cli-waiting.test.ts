import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, type Desk } from '../cli/desk.js';
import { PUTIN } from '../support/articles.js';

let desk: Desk;
let held: Database.Database;

/** Another process that indexes, as the lock sees it. */
beforeAll(async () => {
  desk = openDesk();
  await desk.run(['list']);
  held = new Database(join(desk.dataDir, 'lock.sqlite'));
  held.exec('BEGIN IMMEDIATE');
});

afterAll(() => {
  held.close();
  desk.end();
});

it.each([
  ['index', [PUTIN, '--json'], 'SIGINT', 130],
  ['refresh', ['--json'], 'SIGTERM', 143],
] as const)(
  '%s that waits for another process stops at once when it is told to',
  async (command, args, signal, code) => {
    const { child, finished, output } = desk.start([command, ...args]);
    await expect.poll(output, { timeout: 30_000 }).toContain('Waiting for');
    const told = performance.now();
    child.kill(signal);
    const ended = await finished;
    expect(performance.now() - told).toBeLessThan(2000);
    expect(ended).toMatchObject({ code });
    expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'interrupted' } });
    expect((await desk.json(['list'])).value).toEqual([]);
  },
  60_000,
);

it(
  'index that waits for another process goes on when that is done',
  { timeout: 60_000 },
  async () => {
    const { finished, output } = desk.start(['index', PUTIN, '--json']);
    await expect.poll(output, { timeout: 30_000 }).toContain('Waiting for');
    held.exec('COMMIT');
    expect(await finished).toMatchObject({ code: 0 });
    expect((await desk.json(['list'])).value).toHaveLength(1);
  },
);
