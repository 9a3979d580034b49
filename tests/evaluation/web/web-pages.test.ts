import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluatePages } from '../../../src/evaluation/web/evaluate-pages.js';
import { readWebPages } from '../../../src/evaluation/web/web-pages.js';

const PAGE = { url: 'https://post.example/1', html: '<p>Ferry</p>', with: ['Ferry'], without: [] };
/** The page in a file packed by xz. */
const PACKED =
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ABnAFddAD2IigZUAGp1/FtFE8aNA2McRt/XCqd3lc1pTyGHLMpjBb5fT+EkwINJnMc6cAL21cqkSsIAtuHhuy6yFSU6fgQZHDZpbcP2pmaa9dzvzmH9JeIuMxKyAAAAPqnrn/zRaZIAAXNodHb9Zx+2830BAAAAAARZWg==';

describe('a file of labelled pages', () => {
  let file: string;
  beforeAll(async () => {
    file = path.join(await mkdtemp(path.join(tmpdir(), 'newsdesk-pages-')), 'pages.json');
  });
  afterAll(() => rm(path.dirname(file), { recursive: true, force: true }));

  it('is read as it is, and packed by xz', async () => {
    await writeFile(file, JSON.stringify({ pages: [PAGE] }));
    expect(await readWebPages(file)).toEqual([PAGE]);
    await writeFile(file, Buffer.from(PACKED, 'base64'));
    expect(await readWebPages(file)).toEqual([PAGE]);
  });

  it('is told from pages of questions and answers', async () => {
    await writeFile(file, JSON.stringify({ pages: [{ entries: [] }], questions: [] }));
    expect(await readWebPages(file)).toBeUndefined();
  });

  it('is called unreadable if it is no JSON', async () => {
    await writeFile(file, 'pages');
    await expect(readWebPages(file)).rejects.toThrow(/can't be evaluated/);
  });

  it('is measured by reading each page, and one that is refused has no text', async () => {
    const login = { ...PAGE, html: '<title>Log in</title><p>Please log in.</p>', with: ['Ferry'] };
    const report = await evaluatePages([PAGE, login]);
    expect(report).toMatchObject({ pages: 2, refused: 1, withMissing: 0.5, withoutPresent: 0 });
    expect(report.misses.map(({ missing }) => missing)).toEqual([['Ferry']]);
  });
});
