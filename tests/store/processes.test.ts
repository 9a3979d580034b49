import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EVERYWHERE, SHARED } from '../../src/store/store.js';
import {
  add,
  articleOf,
  MODEL,
  storeIn,
  temporaryFolder,
  vectorFor,
  vectorsOf,
} from './support.js';

const BUILT = pathToFileURL(join(import.meta.dirname, '../../dist/src/store/open.js')).href;

/** Replaces the articles of a file for ever, or with `hold` takes the lock and keeps it. */
const CHILD = `
  import { readFileSync } from 'node:fs';
  const { openStore } = await import(${JSON.stringify(BUILT)});
  const [directory, mode, work] = process.argv.slice(1);
  const store = await openStore({ directory, model: ${JSON.stringify(MODEL)}, exactBelow: 0 });
  if (mode === 'hold') {
    await store.exclusively(async () => {
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });
  }
  const articles = JSON.parse(readFileSync(work, 'utf8'));
  for (let round = 0; ; round += 1) {
    const { article, vectors } = articles[round % articles.length];
    await store.exclusively(async () => {
      await store.addVectors(new Map(vectors.map(([hash, of]) => [hash, { vector: Float32Array.from(of), words: Uint8Array.of(1, 2, 3, 4) }])));
      await store.putArticle(article);
      if (round % 3 === 0) await store.flush();
    });
    console.log(round);
  }
`;

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, '--', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function line(child: ChildProcess, wanted: string): Promise<void> {
  if (child.stdout === null) throw new Error('The child has no output.');
  for await (const text of createInterface({ input: child.stdout })) if (text === wanted) return;
  throw new Error(`The child ended before it said ${wanted}.`);
}

describe('a process that is killed while it indexes', () => {
  it('leaves every article whole, and the first one answering', async () => {
    const directory = await temporaryFolder();
    const first = articleOf('first', [['The first article.', 'It stays.']]);
    const store = await storeIn(directory, { exactBelow: 0 });
    await add(store, first);
    await store.flush();
    await store.close();

    // Two texts for each id, which replace each other.
    const versions = Array.from({ length: 24 }, (_, n) =>
      articleOf(`a${n % 12}`, [
        [`Version ${n}.`, `Line of ${n}.`],
        [`End of ${n}.`, `Last of ${n}.`],
      ]),
    );
    const work = join(await temporaryFolder(), 'work.json');
    const withVectors = versions.map((article) => ({
      article,
      vectors: Array.from(vectorsOf(article), ([hash, { vector }]) => [hash, [...vector]]),
    }));
    await writeFile(work, JSON.stringify(withVectors));

    for (let round = 0; round < 8; round += 1) {
      const child = start(directory, 'write', work);
      await line(child, '0');
      await new Promise((resolve) => setTimeout(resolve, round * 17));
      await kill(child);

      const after = await storeIn(directory, { exactBelow: 0 });
      const [hit] = await after.nearestPassages([SHARED], vectorFor(first.text), 1);
      expect((await after.passages([hit?.passageId ?? 0], [SHARED]))[0]?.text).toBe(first.text);
      for (const { id } of await after.articles(EVERYWHERE)) {
        const stored = await after.article(id, EVERYWHERE);
        expect([first, ...versions].map(({ text }) => text)).toContain(stored?.text);
      }
      expect(await after.verify(true)).toEqual([]);
      await after.close();
    }
  });
});

describe('the lock', () => {
  it('makes a second process wait, and tells it for whom', async () => {
    const directory = await temporaryFolder();
    const child = start(directory, 'hold');
    await line(child, 'held');
    const store = await storeIn(directory);
    const holders: string[] = [];
    let entered = false;
    const turn = store.exclusively(
      () => {
        entered = true;
        return Promise.resolve('done');
      },
      { onWait: (holder) => holders.push(holder) },
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(entered).toBe(false);
    expect(holders).toHaveLength(1);
    expect(holders[0]).toContain(`process ${child.pid ?? 0}`);
    // Reading and writing single articles goes on meanwhile.
    await add(store, articleOf('a', [['Not kept waiting.']]));
    expect(await store.articles(EVERYWHERE)).toHaveLength(1);
    await kill(child);
    expect(await turn).toBe('done');
  });

  it('is waited for no longer than the caller wants', async () => {
    const directory = await temporaryFolder();
    const child = start(directory, 'hold');
    await line(child, 'held');
    const store = await storeIn(directory);
    const controller = new AbortController();
    const entered: string[] = [];
    const given = store.exclusively(() => Promise.resolve(entered.push('given up')), {
      onWait: () => {
        controller.abort(new Error('enough'));
      },
      signal: controller.signal,
    });
    await expect(given).rejects.toThrow('enough');
    await kill(child);
    await store.exclusively(() => Promise.resolve(entered.push('next')));
    expect(entered).toEqual(['next']);
  });

  it('works though something else stands in its place', async () => {
    const directory = await temporaryFolder();
    await writeFile(join(directory, 'lock.sqlite'), 'no database');
    const store = await storeIn(directory);
    expect(await store.exclusively(() => Promise.resolve(1))).toBe(1);
  });
});
