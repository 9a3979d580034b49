import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';
import { openDesk, type Desk } from '../cli/desk.js';
import { BRIDGE, PUTIN } from '../support/articles.js';

const QUESTION = "Who is in Putin's delegation?";

describe('keeping an index', { timeout: 90_000 }, () => {
  let whole: Desk;
  let desk: Desk;
  beforeAll(async () => {
    whole = openDesk();
    await whole.run(['index', PUTIN, whole.write(BRIDGE)]);
  });
  beforeEach(() => {
    desk = openDesk();
    cpSync(whole.dataDir, desk.dataDir, { recursive: true });
    return () => {
      desk.end();
    };
  });
  afterAll(() => {
    whole.end();
  });

  it('lists, counts and checks in the promised shapes', async () => {
    expect((await desk.json(['list'])).value).toEqual(
      expect.arrayContaining([
        {
          id: expect.any(String) as string,
          title: 'Putin North Korea',
          source: PUTIN,
          collection: 'shared',
          passages: 5,
          sentences: expect.any(Number) as number,
          characters: readFileSync(PUTIN, 'utf8').length,
          indexedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        },
      ]),
    );
    expect((await desk.json(['stats'])).value).toMatchObject({
      articles: 2,
      asked: 0,
      unanswered: 0,
      feedback: { up: 0, down: 0 },
    });
    expect(await desk.json(['verify'])).toMatchObject({
      code: 0,
      value: { ok: true, problems: [] },
    });
    const { stdout } = await desk.run(['list']);
    expect(stdout).toMatch(/^ID +TITLE +COLLECTION +PASSAGES +INDEXED \(UTC\) +SOURCE\n/);
  });

  it('brings a backup back', async () => {
    const file = path.join(desk.files, 'backup.sqlite');
    const { code, value } = await desk.json(['backup', file]);
    expect({ code, value }).toMatchObject({ code: 0, value: { file } });
    const { value: articles } = await desk.json(['list']);
    const ids = (articles as { id: string }[]).map(({ id }) => id);
    await desk.json(['remove', ...ids]);
    expect((await desk.json(['list'])).value).toEqual([]);
    expect(await desk.json(['restore', file])).toMatchObject({ code: 0, value: { file } });
    expect((await desk.json(['list'])).value).toEqual(articles);
    expect(await desk.json(['ask', QUESTION])).toMatchObject({ value: { answered: true } });
  });

  it('answers where every derived file is overwritten, and brings them back', async () => {
    const folder = path.join(desk.dataDir, 'hnsw');
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) writeFileSync(path.join(folder, name), 'no index '.repeat(50));
    const asked = await desk.json(['ask', QUESTION]);
    expect(asked).toMatchObject({ code: 0, value: { answered: true } });
    const verified = await desk.json(['verify', '--repair']);
    expect(verified).toMatchObject({ code: 0, value: { ok: true, problems: [] } });
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });

  it('says what is wrong with a damaged database, and mends it from a backup', async () => {
    const file = path.join(desk.files, 'backup.sqlite');
    await desk.run(['backup', file]);
    for (const suffix of ['-wal', '-shm']) {
      rmSync(path.join(desk.dataDir, `newsdesk.sqlite${suffix}`), { force: true });
    }
    writeFileSync(path.join(desk.dataDir, 'newsdesk.sqlite'), 'no database'.repeat(1000));
    const { code, value } = await desk.json(['verify']);
    expect(code).toBe(1);
    expect(value).toMatchObject({ ok: false, problems: [{ code: 'store-corrupt' }] });
    expect(JSON.stringify(value)).toContain('newsdesk restore');
    await desk.run(['restore', file]);
    expect(await desk.json(['ask', QUESTION])).toMatchObject({
      code: 0,
      value: { answered: true },
    });
  });

  it('lets nothing in an article steer the terminal', async () => {
    const text = 'The \u001b[31mred\u001b[0m gull\u009b2J stole a \u202echip.\n';
    const source = desk.write({ name: 'gull.txt', text });
    await desk.run(['index', source, '--title', 'A \u001b]0;owned\u0007gull']);
    const { value } = await desk.json(['list']);
    const { id } = (value as { id: string; source: string }[]).find(
      (article) => article.source === source,
    ) ?? { id: '' };
    for (const args of [
      ['list'],
      ['show', id],
      ['show', id, '--json'],
      ['ask', 'What did the gull steal?'],
    ]) {
      const { code, stdout } = await desk.run(args);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });

  it('answers for its version and its help, and lists every subcommand there', async () => {
    const version = await desk.run(['--version']);
    const { version: expected } = JSON.parse(
      readFileSync(path.join(PACKAGE_DIR, 'package.json'), 'utf8'),
    ) as { version: string };
    expect(version).toMatchObject({ code: 0, stdout: `${expected}\n` });
    const help = await desk.run(['--help']);
    expect(help.code).toBe(0);
    for (const name of 'index ask search list show remove stats unanswered verify eval register start'.split(
      ' ',
    )) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect((await desk.run(['index', '--help'])).stdout).toContain('Examples:');
  });
});
