import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { IndexReport } from '../../../src/newsdesk.js';
import { openDesk, type Desk, type JsonRun } from '../../cli/desk.js';
import { BRIDGE, LIGHTHOUSE } from '../../support/articles.js';
import { newDatabase } from '../../support/postgres/databases.js';

/** One computer's files, seen by two machines by name: what one has and the other lacks is moved away. */
describe('a file of a database that machines share', { timeout: 120_000 }, () => {
  let desk: Desk;
  let url: string;
  const on =
    (machine: string) =>
    (...args: string[]): Promise<JsonRun> =>
      desk.json(args, { env: { NEWSDESK_DATABASE_URL: url, NEWSDESK_MACHINE: machine } });
  const [first, second] = [on('first'), on('second')];
  const report = ({ value }: JsonRun): IndexReport => value as IndexReport;
  const sources = async (): Promise<string[]> =>
    ((await first('list')).value as { source: string }[]).map(({ source }) => source).sort();

  beforeEach(async () => {
    desk = openDesk();
    onTestFinished(() => {
      desk.end();
    });
    url = await newDatabase();
  });

  it('is not pruned by a machine that lacks it', async () => {
    const bridge = desk.write(BRIDGE);
    const lighthouse = desk.write(LIGHTHOUSE);
    await first('index', desk.files);
    rmSync(bridge);
    expect(report(await second('index', desk.files, '--prune')).removed).toBe(0);
    expect(await sources()).toEqual([bridge, lighthouse]);
    expect(report(await first('index', desk.files, '--prune')).removed).toBe(1);
    expect(await sources()).toEqual([lighthouse]);
  });

  it('is not moved to where another machine has the same text', async () => {
    const bridge = desk.write(BRIDGE);
    await first('index', bridge);
    const elsewhere = path.join(desk.files, 'elsewhere.md');
    renameSync(bridge, elsewhere);
    expect(report(await second('index', elsewhere))).toMatchObject({ added: 1, updated: 0 });
    expect(await sources()).toEqual([bridge, elsewhere]);
  });

  it('is still followed where its own machine moves it', async () => {
    const bridge = desk.write(BRIDGE);
    await first('index', bridge);
    const elsewhere = path.join(desk.files, 'elsewhere.md');
    renameSync(bridge, elsewhere);
    expect(report(await first('index', elsewhere))).toMatchObject({ added: 0, updated: 1 });
    expect(await sources()).toEqual([elsewhere]);
  });

  it('is stored once if both machines have it alike, and apart if they differ', async () => {
    const bridge = desk.write(BRIDGE);
    await first('index', bridge);
    expect(report(await second('index', bridge))).toMatchObject({ unchanged: 1, added: 0 });
    const before = readFileSync(bridge, 'utf8');
    writeFileSync(bridge, before.replaceAll('Marta Vogel', 'Hedda Brandt'));
    expect(report(await second('index', bridge))).toMatchObject({ added: 1, updated: 0 });
    writeFileSync(bridge, before);
    expect(report(await first('index', bridge))).toMatchObject({ unchanged: 1 });
    expect(await sources()).toEqual([bridge, bridge]);
  });

  it('is refreshed on its own machine alone', async () => {
    const bridge = desk.write(BRIDGE);
    const added = report(await first('index', bridge));
    const id = added.articles[0]?.id ?? '';
    rmSync(bridge);
    expect(report(await second('refresh'))).toMatchObject({ failed: 0, articles: [] });
    const named = await second('refresh', id);
    expect(named.code).toBe(1);
    expect(JSON.stringify(named.value)).toContain('file of the machine first');
    expect(report(await first('refresh')).failed).toBe(1);
  });
});
