import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../../src/answering/ask.js';
import { readConfig } from '../../src/config.js';
import { ChildEmbedder } from '../../src/embedding/child-embedder.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { indexRoom } from '../../src/evaluation/bench-desk.js';
import { readSet } from '../../src/evaluation/read-set.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { openStores } from '../../src/store/open-stores.js';
import { SHARED, type PassageRecord, type Store } from '../../src/store/store.js';
import { dot } from '../../src/vectors/dot.js';
import { fill } from './fill.js';

/*
 * How long the storage part of a question takes on a large database, and how much of what is nearest
 * is found. "fill" indexes a real set's articles in a small server of their own, and fills the shared
 * collection and others with made passages; "ask" asks the set's questions there. Run "ask" twice at
 * the same time for two bots.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string', default: '' },
    passages: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '300' },
  },
});
const [work, file] = positionals;
/** The server whose few articles are real; the others' share of all passages. */
const SMALL = '100000000000000000';
const SHARES = new Map([
  [SHARED, 0.6],
  ...Array.from({ length: 8 }, (_, n) => [`20000000000000000${n}`, 0.05] as const),
]);

if ((work !== 'fill' && work !== 'ask') || file === undefined || values.database === '') {
  process.stderr.write(
    'Usage: npm run measure:postgres -- fill|ask FILE --database URL [--passages N] [--questions N]\n',
  );
  process.exitCode = 2;
} else {
  const { model, reader, dataDir } = readConfig(process.env);
  const embedder = new ChildEmbedder({ settings: model, reader });
  const { store, journal } = await openStores(
    { dataDir, databaseUrl: values.database },
    { model: await embedder.model() },
  );
  try {
    const { rooms } = await readSet(path.resolve(file));
    const [room] = rooms;
    if (room === undefined) throw new Error('The set is empty.');
    if (work === 'fill') {
      const close = (): Promise<void> => Promise.resolve();
      await indexRoom({ store, embedder, close }, room, SMALL);
      await fillAll(store);
    } else {
      const questions = room.questions.map(({ question }) => question);
      const step = Math.max(1, Math.floor(questions.length / Number(values.questions)));
      const asked = questions.filter((_, index) => index % step === 0);
      process.stdout.write(`${JSON.stringify(await measure(store, embedder, asked))}\n`);
    }
  } finally {
    await embedder.close();
    await journal.close();
    await store.close();
  }
}

async function fillAll(store: Store): Promise<void> {
  const real: PassageRecord[] = [];
  for (const { id } of await store.articles([SMALL]))
    real.push(...(await store.passagesOf(id, [SMALL])));
  for (const [collection, share] of SHARES) {
    await fill(store, real, collection, Math.round(share * Number(values.passages)), (done) => {
      process.stderr.write(`${collection}: ${done}\n`);
    });
  }
  const started = performance.now();
  await store.flush();
  process.stderr.write(`graphs: ${Math.round((performance.now() - started) / 1000)} s\n`);
}

interface Figures {
  readonly questions: number;
  /** Of the storage part, in ms: while at least one call to the store is under way. */
  readonly firstTime: Times;
  readonly again: Times;
  /** Of the ten nearest passages, in the shared collection and in the small server's own. */
  readonly recallShared: number;
  readonly recallSmall: number;
}

interface Times {
  readonly p50: number;
  readonly p95: number;
}

async function measure(
  store: Store,
  embedder: Embedder,
  questions: readonly string[],
): Promise<Figures> {
  // Embedded beforehand, so that the database alone is busy.
  const known = new Map<string, Awaited<ReturnType<Embedder['embedWords']>>[number]>();
  for (const question of questions) {
    const [one] = await embedder.embedWords([question], 'question');
    if (one !== undefined) known.set(question, one);
  }
  const remembering: Embedder = {
    model: () => embedder.model(),
    embed: async (texts, priority, signal) =>
      (await remembering.embedWords(texts, priority, signal)).map(({ vector }) => vector),
    embedWords: async (texts, priority, signal) => {
      const found = texts.flatMap((text) => known.get(text) ?? []);
      return found.length === texts.length ? found : embedder.embedWords(texts, priority, signal);
    },
    countTokens: (texts, priority) => embedder.countTokens(texts, priority),
    close: () => Promise.resolve(),
  };
  const scope = [SHARED, SMALL];
  const pass = async (): Promise<Times> => {
    const times: number[] = [];
    for (const question of questions) {
      const watched = timed(store);
      await answerQuestion(
        { store: watched.store, embedder: remembering, minConfidence: 0 },
        question,
        { scope },
      );
      times.push(watched.ms());
    }
    return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
  };
  const firstTime = await pass();
  const again = await pass();
  const vectors = Array.from(known.values(), ({ vector }) => vector).slice(0, 100);
  return {
    questions: questions.length,
    firstTime,
    again,
    recallShared: await recall(store, vectors, [SHARED]),
    recallSmall: await recall(store, vectors, [SMALL]),
  };
}

/** A store that counts the time while at least one of its calls is under way. */
function timed(store: Store): { store: Store; ms: () => number } {
  let underWay = 0;
  let since = 0;
  let total = 0;
  const end = (): void => {
    underWay -= 1;
    if (underWay === 0) total += performance.now() - since;
  };
  const watched = new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        if (!(result instanceof Promise)) return result;
        if (underWay === 0) since = performance.now();
        underWay += 1;
        return result.finally(end);
      };
    },
  });
  return { store: watched, ms: () => total };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 10) / 10;
}

/** How many of the ten nearest passages, by all vectors of the collections, are found. */
async function recall(
  store: Store,
  questions: readonly Float32Array[],
  scope: readonly string[],
): Promise<number> {
  const database = openDatabase(values.database);
  let found = 0;
  let wanted = 0;
  try {
    for (const question of questions) {
      const near = await database.rows<{ passage: number }>(
        `SELECT passage FROM newsdesk.passage_units WHERE collection = ANY (
           SELECT number FROM newsdesk.collections WHERE name = ANY ($1::text[]))
         ORDER BY (v <#> $2::halfvec) + 0::float8 LIMIT 40`,
        [scope, `[${question.join()}]`],
      );
      const records = await store.passages(
        near.map(({ passage }) => passage),
        scope,
      );
      const exact = records
        .map(({ id, vector }) => ({ id, score: dot(vector, question) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 10);
      const hits = await store.nearestPassages(scope, question, 10);
      const ids = new Set(hits.map(({ passageId }) => passageId));
      found += exact.filter(({ id }) => ids.has(id)).length;
      wanted += exact.length;
    }
  } finally {
    await database.close();
  }
  return Math.round((found / wanted) * 10_000) / 10_000;
}
