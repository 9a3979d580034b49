import { cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Embedder } from '../src/embedding/embedder.js';
import { scopeOf } from '../src/store/store.js';
import { PUTIN } from './support/articles.js';
import { realEmbedder, shared } from './support/model.js';
import { openTestNewsdesk, type TestNewsdesk } from './support/newsdesk.js';

const process = realEmbedder();
const embedder: Embedder = shared(process);
let whole: TestNewsdesk;

beforeAll(async () => {
  whole = await openTestNewsdesk({ embedder, inFolder: true });
  await whole.newsdesk.index([PUTIN]);
  await whole.newsdesk.close();
});
afterAll(async () => {
  await process.close();
  await rm(whole.files, { recursive: true });
});

const harm: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  truncated: (file) => truncate(file, 10),
  emptied: (file) => truncate(file, 0),
  overwritten: (file) => writeFile(file, 'this is no index '.repeat(50)),
  deleted: (file) => rm(file),
  'replaced by a folder': async (file) => {
    await rm(file);
    await mkdir(file);
  },
};

it.each(Object.entries(harm))('answers where every derived file is %s', async (what, damage) => {
  const dataDir = path.join(whole.files, what);
  await cp(path.join(whole.files, 'index'), dataDir, { recursive: true });
  const folder = path.join(dataDir, 'hnsw');
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) await damage(path.join(folder, name));
  const { newsdesk, end } = await openTestNewsdesk({ embedder, dataDir });
  const asked = await newsdesk.ask("Who is in Putin's delegation?", { scope: scopeOf() });
  expect(asked.answer?.text).toContain('Andrei Belousov');
  expect(await newsdesk.verify(true)).toEqual([]);
  await end();
  const again = await openTestNewsdesk({ embedder, dataDir });
  expect(await again.newsdesk.verify(false)).toEqual([]);
  await again.end();
});
