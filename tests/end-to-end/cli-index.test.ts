import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexReport, Stats } from '../../src/newsdesk.js';
import type { ArticleSummary } from '../../src/store/store.js';
import { openDesk, until, type Desk } from '../cli/desk.js';
import { BRIDGE, LIGHTHOUSE, PUTIN, generateArticles } from '../support/articles.js';

const TIMEOUT = 180_000;

describe('newsdesk index', { timeout: TIMEOUT }, () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => {
    desk.end();
  });

  const index = async (...args: string[]): Promise<IndexReport> =>
    (await desk.json(['index', ...args])).value as IndexReport;
  const list = async (...args: string[]): Promise<ArticleSummary[]> =>
    (await desk.json(['list', ...args])).value as ArticleSummary[];

  it('says in one JSON value what became of each source', async () => {
    const bridge = desk.write(BRIDGE);
    const missing = path.join(desk.files, 'missing.txt');
    const { code, value, stderr } = await desk.json(['index', bridge, missing]);
    expect(code).toBe(1);
    expect(value).toEqual({
      added: 1,
      updated: 0,
      unchanged: 0,
      removed: 0,
      failed: 1,
      embedded: expect.any(Number) as number,
      ms: expect.any(Number) as number,
      articles: expect.arrayContaining([
        {
          id: expect.stringMatching(/^[0-9a-z]{4,12}$/) as string,
          title: 'The Kelvin Bridge opens again',
          source: bridge,
          status: 'added',
          passages: expect.any(Number) as number,
        },
        {
          id: null,
          title: '',
          source: missing,
          status: 'failed',
          passages: 0,
          error: { code: 'file-not-found', message: expect.stringContaining(missing) as string },
        },
      ]) as unknown,
    });
    expect(stderr).toContain(`newsdesk: There is no file or folder ${missing}`);
  });

  it('reads or refuses each hostile file in time, and the others as if it were not there', async () => {
    const hostile = {
      'shares.txt': `${'x '.repeat(45)}!\n\nA sentence follows.`,
      'lists.html': `<script type="application/ld+json">${'['.repeat(50_000)}</script><p>Text.`,
      'nested.html': `${'<div>'.repeat(50_000)}Text.`,
      'joiners.md': `A family ${'👩‍'.repeat(20_000)} eats.`,
      'quotes.md': `${'> '.repeat(20_000)}Text.`,
    };
    for (const [name, text] of Object.entries(hostile)) desk.write({ name, text });
    desk.write(BRIDGE);
    const started = performance.now();
    const { articles } = await index(desk.files);
    expect(performance.now() - started).toBeLessThan(5_000 * articles.length);
    expect(articles).toHaveLength(Object.keys(hostile).length + 1);
    expect((await list()).map(({ title }) => title)).toContain('The Kelvin Bridge opens again');
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });

  it('embeds nothing of what is unchanged, and only what is new of what was edited', async () => {
    const file = desk.write(LIGHTHOUSE);
    const first = await index(file);
    expect(first.embedded).toBeGreaterThan(5);
    expect(await index(file)).toMatchObject({ unchanged: 1, embedded: 0 });
    desk.write({ ...LIGHTHOUSE, text: `${LIGHTHOUSE.text}\nA cat lives there now.\n` });
    const edited = await index(file);
    expect(edited).toMatchObject({ updated: 1, added: 0 });
    expect(edited.embedded).toBeGreaterThan(0);
    expect(edited.embedded).toBeLessThan(first.embedded / 2);
    expect(edited.articles[0]?.id).toBe(first.articles[0]?.id);
    expect(await index(file, '--force')).toMatchObject({ embedded: 0 });
  });

  it('knows a moved file again, and prunes one that is gone', async () => {
    const bridge = desk.write(BRIDGE);
    desk.write(LIGHTHOUSE);
    await index(desk.files);
    const before = await list();
    const moved = path.join(desk.files, 'moved.md');
    renameSync(bridge, moved);
    rmSync(path.join(desk.files, LIGHTHOUSE.name));
    const report = await index(desk.files, '--prune');
    expect(report).toMatchObject({ added: 0, removed: 1, embedded: 0 });
    const after = await list();
    expect(after.map(({ source }) => source)).toEqual([moved]);
    expect(after[0]?.id).toBe(before.find(({ source }) => source === bridge)?.id);
  });

  it('takes standard input, titles, servers, and patterns', async () => {
    desk.write(BRIDGE);
    desk.write({ name: 'drafts/lighthouse.md', text: LIGHTHOUSE.text });
    const filtered = await index(desk.files, '--include', '*.md', '--exclude', 'drafts');
    expect(filtered.articles.map(({ title }) => title)).toEqual(['The Kelvin Bridge opens again']);
    const piped = await desk.json(['index', '-', '--title', 'From a pipe', '--guild', '42'], {
      input: 'The gull stole a chip. Nobody saw it.',
    });
    expect(piped).toMatchObject({ code: 0, value: { added: 1 } });
    expect((await list()).map(({ title, collection }) => [title, collection])).toEqual(
      expect.arrayContaining([
        ['From a pipe', '42'],
        ['The Kelvin Bridge opens again', 'shared'],
      ]),
    );
    expect(await list('--guild', '7')).toHaveLength(1);
  });

  it('refreshes what it knows, and removes what it is told to', async () => {
    const file = desk.write(BRIDGE);
    const { articles } = await index(file, PUTIN);
    desk.write({ ...BRIDGE, text: `${BRIDGE.text}\nThe mayor wore a hat.\n` });
    const refreshed = await desk.json(['refresh']);
    expect(refreshed).toMatchObject({ code: 0, value: { updated: 1, unchanged: 1, failed: 0 } });
    const id = articles[0]?.id ?? '';
    expect(await desk.json(['remove', id])).toMatchObject({ code: 0, value: { removed: [id] } });
    expect(await list()).toHaveLength(1);
  });

  it('tells a person what was added, and says nothing when quiet', async () => {
    const file = desk.write(BRIDGE);
    const { stdout, stderr, code } = await desk.run(['index', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^added {4}\w+ {2}The Kelvin Bridge opens again \(\d passages?\)\n1 added; /,
    );
    expect(stderr).toBe('');
    const quiet = await desk.run(['index', file, '--quiet']);
    expect(quiet).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  const vectors = async (): Promise<number> =>
    ((await desk.json(['stats'])).value as Stats).vectors;
  const whenSomeAreEmbedded = (): Promise<void> => {
    const wal = path.join(desk.dataDir, 'newsdesk.sqlite-wal');
    return until(() => existsSync(wal) && statSync(wal).size > 200_000, 'vectors are written');
  };

  it('goes on after kill -9 where it was, while what was there before answers', async () => {
    await index(PUTIN);
    generateArticles(desk.files, 40_000);
    const run = desk.start(['index', desk.files]);
    await whenSomeAreEmbedded();
    run.child.kill('SIGKILL');
    expect((await run.finished).signal).toBe('SIGKILL');

    const asked = await desk.json(['ask', "Who is in Putin's delegation?"]);
    expect(asked).toMatchObject({ code: 0, value: { answered: true } });
    const before = await vectors();
    const { embedded, failed, articles } = await index(desk.files);
    expect(failed).toBe(0);
    expect(before + embedded).toBe(await vectors());
    expect(await list()).toHaveLength(articles.length + 1);
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });

  it('stops at Ctrl-C with what is finished kept', async () => {
    const { facts } = generateArticles(desk.files, 60_000);
    const run = desk.start(['index', desk.files, '--json']);
    await whenSomeAreEmbedded();
    run.child.kill('SIGINT');
    const { code, stdout } = await run.finished;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'interrupted' } });
    const kept = await list();
    expect(kept.length).toBeLessThan(facts.length);
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });

  it('lets a small run in while a large one goes on, and both are whole', async () => {
    const { facts } = generateArticles(desk.files, 60_000);
    const large = desk.start(['index', desk.files]);
    await whenSomeAreEmbedded();
    expect((await desk.run(['index', PUTIN])).code).toBe(0);
    expect(large.child.exitCode).toBeNull();
    expect((await large.finished).code).toBe(0);
    expect(await list()).toHaveLength(facts.length + 1);
    expect(await desk.json(['verify'])).toMatchObject({ code: 0, value: { ok: true } });
  });

  it('watches a folder, and ends cleanly', async () => {
    const bridge = desk.write(BRIDGE);
    const { child, finished, output } = desk.start(['watch', desk.files, '--json']);
    await until(() => output().includes('Watching'), 'the folder is watched');
    desk.write(LIGHTHOUSE);
    await until(() => output().includes('keeper'), 'the new file is indexed');
    rmSync(bridge);
    await until(() => output().includes('"removed":1'), 'the old file is removed');
    child.kill('SIGTERM');
    expect((await finished).code).toBe(0);
    expect((await list()).map(({ title }) => title)).toEqual(['The last keeper of Skerry Point']);
  });
});
