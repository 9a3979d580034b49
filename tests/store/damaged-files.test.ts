import Database from 'better-sqlite3';
import { chmod, mkdir, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../src/store/open-journal.js';
import { EVERYWHERE, SHARED } from '../../src/store/store.js';
import { add, articleOf, storeIn, temporaryFolder, vectorFor } from './support.js';

const articles = Array.from({ length: 20 }, (_, n) =>
  articleOf(`a${n}`, [[`First line of ${n}.`, `Second line of ${n}.`], [`Third line of ${n}.`]]),
);

const damages: [string, (file: string) => Promise<unknown>][] = [
  ['cut in half', async (file) => truncate(file, Math.floor((await readFile(file)).length / 2))],
  ['emptied', (file) => truncate(file, 0)],
  ['deleted', (file) => rm(file)],
  ['overwritten', async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length, 7))],
  [
    'flipped in one bit',
    async (file) => {
      const bytes = await readFile(file);
      const at = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      await writeFile(file, bytes);
    },
  ],
  [
    'replaced by a folder',
    async (file) => {
      await rm(file);
      await mkdir(join(file, 'inside'), { recursive: true });
    },
  ],
];

describe.each([
  ['exact', 1_000],
  ['graph', 0],
])('a derived file (%s)', (_, exactBelow) => {
  let directory: string;

  beforeEach(async () => {
    directory = await temporaryFolder();
    const store = await storeIn(directory, { exactBelow });
    for (const article of articles) await add(store, article);
    await store.flush();
    await store.close();
  });

  it.each(
    damages.flatMap(([what, damage]) =>
      ['.json', '.hnsw'].map((ending) => [ending, what, damage] as const),
    ),
  )('%s that is %s is made anew, and the next question answered', async (ending, _what, damage) => {
    const folder = join(directory, 'hnsw');
    for (const name of await readdir(folder)) {
      if (name.endsWith(ending)) await damage(join(folder, name));
    }
    const problems: string[] = [];
    const store = await storeIn(directory, {
      exactBelow,
      onProblem: (code) => problems.push(code),
    });
    const text = 'Third line of 7.';
    const [hit] = await store.nearestPassages([SHARED], vectorFor(text), 3);
    const [passage] = await store.passages([hit?.passageId ?? 0], [SHARED]);
    expect(passage?.text).toBe(text);
    await store.close();
    const again = await storeIn(directory, { exactBelow });
    expect(await again.verify(false)).toEqual([]);
    expect(new Set(problems)).not.toContain('index-file-unwritable');
  });

  it('is done without where the folder can take none', async () => {
    await rm(join(directory, 'hnsw'), { recursive: true });
    const file = await open(join(directory, 'hnsw'), 'w');
    await file.close();
    const store = await storeIn(directory, { exactBelow });
    expect(await store.nearestPassages([SHARED], vectorFor('x'), 3)).toHaveLength(3);
    await store.flush();
    expect(await store.verify(false)).toEqual([]);
  });
});

describe.skipIf(process.getuid?.() === 0)('a folder that can only be read', () => {
  it('answers, and says what is wrong to whoever would write', async () => {
    const directory = await temporaryFolder();
    const store = await storeIn(directory);
    for (const article of articles) await add(store, article);
    await store.close();
    await chmod(directory, 0o555);
    onTestFinished(() => chmod(directory, 0o755));
    const reader = await storeIn(directory);
    const [hit] = await reader.nearestPassages([SHARED], vectorFor('Third line of 7.'), 1);
    expect((await reader.passages([hit?.passageId ?? 0], [SHARED]))[0]?.text).toBe(
      'Third line of 7.',
    );
    const writing = [
      () => reader.removeArticles(['a1']),
      () => reader.exclusively(() => Promise.resolve()),
    ];
    for (const write of writing)
      await expect(write()).rejects.toMatchObject({ code: 'store-read-only' });
    const journal = await openJournal({ directory });
    onTestFinished(() => journal.close());
    const asked = { question: 'Who?', collection: SHARED, answered: false, confidence: 0 };
    expect(await journal.asked(await journal.record(asked))).toMatchObject(asked);
  });
});

describe('the database file', () => {
  it.each([
    ['overwritten', (file: string) => writeFile(file, 'x'.repeat(20_000))],
    [
      'damaged inside',
      async (file: string) => {
        const bytes = await readFile(file);
        bytes.fill(0xff, 100, 9_000);
        await writeFile(file, bytes);
      },
    ],
  ])('that is %s gives an error that says how to restore', async (_, damage) => {
    const directory = await temporaryFolder();
    const store = await storeIn(directory);
    for (const article of articles) await add(store, article);
    await store.close();
    await damage(join(directory, 'newsdesk.sqlite'));
    const attempt = async (): Promise<void> => {
      const damaged = await storeIn(directory);
      await damaged.articles(EVERYWHERE);
    };
    await expect(attempt()).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('newsdesk restore FILE') as string,
    });
  });

  it('of a newer Newsdesk is left alone', async () => {
    const directory = await temporaryFolder();
    const db = new Database(join(directory, 'newsdesk.sqlite'));
    db.pragma('user_version = 999');
    db.close();
    await expect(storeIn(directory)).rejects.toMatchObject({
      code: 'store-newer',
      details: { schema: 999 },
    });
  });

  it('in a place that is no folder gives an error that names it', async () => {
    const directory = join(await temporaryFolder(), 'file');
    await writeFile(directory, '');
    await expect(storeIn(directory)).rejects.toMatchObject({ code: 'store-unopenable' });
  });
});
