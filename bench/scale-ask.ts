import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ReadingProcess } from '../src/articles/reading-process.js';
import { readConfig } from '../src/config.js';
import { ChildEmbedder } from '../src/embedding/child-embedder.js';
import type { EmbeddingModel } from '../src/embedding/embedder.js';
import { readSet } from '../src/evaluation/read-set.js';
import { LocalNewsdesk } from '../src/local-newsdesk.js';
import { createLog } from '../src/log.js';
import { BY_MEANING, BY_WORDS, candidatePassages } from '../src/retrieval/candidates.js';
import { keywordsOf, readQuery, type Query } from '../src/retrieval/query.js';
import { Best } from '../src/store/best.js';
import { openStores } from '../src/store/open-stores.js';
import { DATABASE_NAME, openSqlite } from '../src/store/sqlite/database.js';
import { MIGRATIONS } from '../src/store/sqlite/migrations/index.js';
import { registerModel } from '../src/store/sqlite/models.js';
import { vectorSource } from '../src/store/sqlite/passage-vectors.js';
import { SHARED, type Store } from '../src/store/store.js';
import { dot } from '../src/vectors/dot.js';
import { PACKAGE_DIR } from '../src/version.js';
import { once, quantile } from './measure.js';
import { watchMemory } from './tree-memory.js';

const QUESTIONS = 200;
const NEAREST = 10;
const SCOPE = [SHARED];
const MOST_TRIES = 2_000;

export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** Times in ms, without the reader, whose part does not depend on how many passages there are. */
export interface Asked {
  /** From the start of a process to its first answer, the model's loading included. */
  readonly cold: number;
  readonly question: Times;
  readonly steps: Readonly<Record<string, Times>>;
  /** Of the ten passages that are nearest: found. */
  readonly recall: number;
  /** Of all processes together, in bytes, while questions are answered. */
  readonly memory: number;
  /** One more article, by another process as a command; then until this one answers from it. */
  readonly oneMore: number;
  readonly untilAnswered: number;
}

/** Asks a set's questions in a data folder that `buildFolder` has made; in a process of its own. */
export async function askFolder(file: string, folder: string): Promise<Asked> {
  const memory = watchMemory(process.pid);
  const config = readConfig({ NEWSDESK_DATA_DIR: folder });
  const embedder = new ChildEmbedder({ settings: config.model });
  const model = await embedder.model();
  const { store, journal } = await openStores({ dataDir: folder }, { model });
  const [reading, log] = [new ReadingProcess(), createLog('error')];
  const desk = new LocalNewsdesk({ store, journal, embedder, reading, model, config, log });
  try {
    const all = (await readSet(path.resolve(file))).rooms.flatMap(({ questions }) => questions);
    const questions = all.map(({ question }) => question);
    const every = Math.max(1, Math.floor(questions.length / QUESTIONS));
    const asked = questions.filter((_, at) => at % every === 0).slice(0, QUESTIONS);
    await desk.ask(asked[0] ?? '', { scope: SCOPE });
    const cold = performance.now();
    const whole: number[] = [];
    for (const question of asked) {
      whole.push((await once(() => desk.ask(question, { scope: SCOPE }))).ms);
    }
    const context = { store, embedder };
    const steps = new Map<string, number[]>();
    const queries: Query[] = [];
    for (const question of questions.filter((_, at) => at % every === 1).slice(0, QUESTIONS)) {
      queries.push(await stepByStep(context, question, steps));
    }
    const peak = memory.peak();
    return {
      cold,
      question: timesOf(whole),
      steps: Object.fromEntries(Array.from(steps, ([name, times]) => [name, timesOf(times)])),
      recall: await recallOf(store, model, folder, queries.slice(0, QUESTIONS / 2)),
      memory: peak,
      ...(await oneMoreArticle(desk, folder)),
    };
  } finally {
    await desk.close();
  }
}

async function stepByStep(
  context: { readonly store: Store; readonly embedder: ChildEmbedder },
  question: string,
  steps: Map<string, number[]>,
): Promise<Query> {
  const { store } = context;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { ms, result } = await once(work);
    steps.set(name, [...(steps.get(name) ?? []), ms]);
    return result;
  };
  const query = await step('spelling, embedding', () => readQuery(context, question, SCOPE));
  const { vector } = query;
  const hits = [
    await step('nearest passages', () => store.nearestPassages(SCOPE, vector, BY_MEANING)),
    await step('keywords', () => store.keywordSearch(SCOPE, keywordsOf(query), BY_WORDS)),
  ];
  const ids = [...new Set(hits.flat().map(({ passageId }) => passageId))];
  await step('reading them from SQLite', () => store.passages(ids, SCOPE));
  return query;
}

/** Against a scan of all vectors in the database. */
async function recallOf(
  store: Store,
  model: EmbeddingModel,
  folder: string,
  queries: readonly Query[],
): Promise<number> {
  const sqlite = openSqlite(path.join(folder, DATABASE_NAME), MIGRATIONS);
  const wanted = queries.map(() => new Set<number>());
  try {
    const stored = registerModel(sqlite, model);
    const source = vectorSource(sqlite, stored, SHARED);
    const best = queries.map(() => new Best<number>(NEAREST));
    for (const article of source.articles()) {
      for (const { label, vector } of source.vectors(article) ?? []) {
        queries.forEach((query, at) => best[at]?.add(label, dot(query.vector, vector)));
      }
    }
    best.forEach((nearest, at) => nearest.map((passage) => wanted[at]?.add(passage)));
  } finally {
    sqlite.close();
  }
  let found = 0;
  for (const [at, query] of queries.entries()) {
    const candidates = await candidatePassages(store, query, SCOPE, undefined);
    found += candidates.filter(({ id }) => wanted[at]?.has(id)).length;
  }
  return found / wanted.reduce((sum, { size }) => sum + size, 0);
}

async function oneMoreArticle(
  desk: LocalNewsdesk,
  folder: string,
): Promise<Pick<Asked, 'oneMore' | 'untilAnswered'>> {
  const file = path.join(folder, 'one-more.txt');
  const [name, year] = ['Quillhaven', 1700 + Math.floor(Math.random() * 300)];
  await writeFile(file, `The lighthouse of ${name} was built by Anna Vetch in ${year}.\n`);
  const main = path.join(PACKAGE_DIR, 'dist', 'src', 'cli', 'main.js');
  const args = [main, 'index', file, '--data-dir', folder, '--quiet'];
  const { ms: oneMore } = await once(() => promisify(execFile)(process.execPath, args));
  const { ms: untilAnswered } = await once(async () => {
    for (let tried = 0; ; tried += 1) {
      if (tried > MOST_TRIES) throw new Error('The article that was added is never answered from.');
      const { answer } = await desk.ask(`Who built the lighthouse of ${name}?`, { scope: SCOPE });
      if (answer?.text.includes(String(year)) === true) return;
    }
  });
  return { oneMore, untilAnswered };
}

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}
