import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_DIR } from '../../src/version.js';
import { openDesk, type Desk } from '../cli/desk.js';

const DOCUMENTS = path.join(PACKAGE_DIR, 'tests/evaluation/fixtures/documents.json');

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => {
  desk.end();
});

describe('newsdesk read', () => {
  it('shows what would be read, and indexes nothing', async () => {
    const page = desk.write({
      name: 'mill.html',
      text: `<html lang="en"><head><title>The mill</title><meta name="author" content="Tobias Renn"></head>
<body><nav>Home</nav><article><h1>The mill</h1><p>The mill of Odderby was built in 1903 by the
carpenter Number Seven, and has turned ever since.</p></article></body></html>`,
    });
    const { code, stdout } = await desk.run(['read', page]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^The mill\n.*Tobias Renn\n.*mill\.html\nNote: Only \d+ characters of text were found\.\n\n/,
    );
    expect(stdout).toContain('built in 1903 by the carpenter Number Seven');
    expect(stdout).not.toContain('Home');
    expect((await desk.json(['list'])).value).toEqual([]);
  });

  it('tells of each source, also of those that can’t be read, with --json', async () => {
    const text = desk.write({ name: 'hut.txt', text: 'The hut has nine beds and one stove.' });
    const empty = desk.write({ name: 'empty.txt', text: '' });
    const missing = path.join(desk.files, 'missing.txt');
    const { code, value } = await desk.json(['read', text, empty, missing]);
    expect(code).toBe(1);
    expect(value).toEqual([
      expect.objectContaining({ source: text, text: 'The hut has nine beds and one stove.' }),
      { source: empty, error: expect.objectContaining({ code: 'source-empty' }) as unknown },
      { source: missing, error: expect.objectContaining({ code: 'file-not-found' }) as unknown },
    ]);
  });
});

describe('newsdesk eval', { timeout: 60_000 }, () => {
  it('prints its tables, writes what went wrong, and leaves the articles alone', async () => {
    const misses = path.join(desk.files, 'misses.jsonl');
    const told = await desk.run(['eval', DOCUMENTS, '--misses', misses]);
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/Right passage first \(R@1\) +1\.000/);
    expect(told.stdout).toMatch(/fact +3 /);
    const kept = path.join(desk.files, 'kept');
    const { code, value } = await desk.json(['eval', DOCUMENTS, '--keep', kept]);
    expect(code).toBe(0);
    expect(value).toMatchObject({ shape: 'documents', articles: 2, questions: 3, recallAt1: 1 });
    const { missed } = value as { missed: number };
    expect(readFileSync(misses, 'utf8').split('\n').length - 1).toBe(missed);
    expect((await desk.json(['list'])).value).toEqual([]);
  });
});
