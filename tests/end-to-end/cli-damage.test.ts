import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { generateArticles, PUTIN, type GeneratedFact } from '../support/articles.js';
import { copyOf, newsdesk, newsdeskJson, removeFolder, temporaryFolder } from '../support/bot.js';

/** Enough sentences that they are searched in a graph, which is what comes from the files. */
const CHARACTERS = 100_000;
const TIMEOUT = 120_000;

const root = temporaryFolder();
const whole = join(root, 'index');
const backup = join(root, 'backup.sqlite');
let fact: GeneratedFact;

beforeAll(async () => {
  const { folder, facts } = generateArticles(join(root, 'articles'), CHARACTERS);
  const middle = facts[Math.floor(facts.length / 2)];
  if (middle === undefined) throw new Error('no article was written');
  fact = middle;
  await newsdeskJson(whole, 'index', folder, PUTIN);
  await newsdeskJson(whole, 'backup', backup);
  expect(await newsdeskJson(whole, 'verify')).toEqual({ ok: true, problems: [] });
}, 5 * TIMEOUT);

afterAll(() => {
  removeFolder(root);
});

const DAMAGES: readonly (readonly [name: string, damage: (file: string) => void])[] = [
  [
    'cut in half',
    (file) => {
      truncateSync(file, Math.floor(statSync(file).size / 2));
    },
  ],
  [
    'emptied',
    (file) => {
      truncateSync(file, 0);
    },
  ],
  ['flipped in a few bits', flipBits],
  ['overwritten with something else', overwrite],
  [
    'replaced by a folder',
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
  [
    'deleted',
    (file) => {
      rmSync(file);
    },
  ],
];

describe('when every file of the vector index, but not what is written about it,', () => {
  test.each(DAMAGES)(
    'is %s, the next question is answered and the files are whole again',
    async (_, damage) => {
      const dataDir = damagedCopy(whole);
      const folder = join(dataDir, 'hnsw');
      const files = readdirSync(folder).filter((file) => file.endsWith('.hnsw'));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) damage(join(folder, file));

      await expectAnswers(dataDir);
      expect(await newsdeskJson(dataDir, 'verify')).toEqual({ ok: true, problems: [] });
    },
    TIMEOUT,
  );

  test(
    'is left and what is written about it is something else, the next question is answered',
    async () => {
      const dataDir = damagedCopy(whole);
      const folder = join(dataDir, 'hnsw');
      const manifests = readdirSync(folder).filter((file) => file.endsWith('.json'));
      expect(manifests.length).toBeGreaterThan(0);
      for (const file of manifests) overwrite(join(folder, file));

      await expectAnswers(dataDir);
      expect(await newsdeskJson(dataDir, 'verify')).toEqual({ ok: true, problems: [] });
    },
    TIMEOUT,
  );

  test(
    'is gone with its folder, verify --repair makes them anew',
    async () => {
      const dataDir = damagedCopy(whole);
      rmSync(join(dataDir, 'hnsw'), { recursive: true });

      const repaired = await newsdeskJson(dataDir, 'verify', '--repair');
      expect(repaired).toMatchObject({ ok: true, problems: [] });
      expect(readdirSync(join(dataDir, 'hnsw')).length).toBeGreaterThan(0);
      await expectAnswers(dataDir);
    },
    TIMEOUT,
  );
});

test(
  'a record of questions that is something else is begun anew, and the question answered',
  async () => {
    const dataDir = damagedCopy(whole);
    await newsdeskJson(dataDir, 'ask', fact.question);
    overwrite(join(dataDir, 'journal.sqlite'));

    await expectAnswers(dataDir);
    expect(await newsdeskJson(dataDir, 'stats')).toMatchObject({ asked: 1 });
  },
  TIMEOUT,
);

test(
  'of a database that is cut in half it says how to bring back a copy, and that brings it back',
  async () => {
    const dataDir = damagedCopy(whole);
    const database = join(dataDir, 'newsdesk.sqlite');
    truncateSync(database, Math.floor(statSync(database).size / 2));

    const verified = await newsdesk(dataDir, 'verify', '--json');
    expect(verified.code).toBe(1);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: false });
    expect(verified.stdout).toContain('newsdesk restore');
    expect(verified.stderr).not.toContain('    at ');

    await newsdeskJson(dataDir, 'restore', backup);
    await expectAnswers(dataDir);
    expect(await newsdeskJson(dataDir, 'verify')).toEqual({ ok: true, problems: [] });
  },
  TIMEOUT,
);

function damagedCopy(dataDir: string): string {
  const copy = copyOf(dataDir);
  onTestFinished(() => {
    removeFolder(copy);
  });
  return copy;
}

async function expectAnswers(dataDir: string): Promise<void> {
  const reply = await newsdesk(dataDir, 'ask', fact.question, '--json');
  expect(reply.code, reply.stderr).toBe(0);
  expect(reply.stderr).not.toContain('    at ');
  expect(JSON.parse(reply.stdout)).toMatchObject({
    answer: { text: expect.stringContaining(fact.answer) as string },
  });
}

/** In a few places over the whole file, so that hnswlib would meet them. */
function flipBits(file: string): void {
  const bytes = readFileSync(file);
  for (let part = 1; part < 20; part++) {
    const at = Math.floor((bytes.length * part) / 20);
    bytes[at] = (bytes[at] ?? 0) ^ 0x41;
  }
  writeFileSync(file, bytes);
}

function overwrite(file: string): void {
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'This is something else. '));
}
