import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadingProcess } from '../src/articles/reading-process.js';
import { readConfig } from '../src/config.js';
import { ChildEmbedder } from '../src/embedding/child-embedder.js';
import { NewsdeskError } from '../src/errors.js';
import { indexRoom } from '../src/evaluation/bench-desk.js';
import { readSet } from '../src/evaluation/read-set.js';
import { LocalNewsdesk } from '../src/local-newsdesk.js';
import { createLog } from '../src/log.js';
import type { Newsdesk } from '../src/newsdesk.js';
import { openStores } from '../src/store/open-stores.js';
import { SHARED } from '../src/store/store.js';
import { chance } from '../tools/measure-postgres/fill.js';
import { quantile } from './measure.js';
import { processorTime } from './processor-time.js';

/** Questions a second; each rate holds for some time, and the next one begins when all is quiet. */
const RATES = [2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const HOLD_MS = 10_000;
/** Above this, in ms for 95 of 100, it is too slow; one rate more, of twice as much, is asked. */
const TOO_SLOW_MS = 1_000;
/** Servers that ask, in turns by chance. */
const SERVERS = 10;
const WARM_UP = 50;

export interface LoadFigures {
  readonly name: string;
  readonly rates: readonly RateFigures[];
}

/** Times in ms, from when a question was due, of those that were answered. */
export interface RateFigures {
  /** Questions a second: asked, and answered while they were asked and until the last one was. */
  readonly rate: number;
  readonly answered: number;
  /** Of those asked, told that it is busy. */
  readonly busy: number;
  readonly p50: number;
  readonly p95: number;
  /** Most that waited at a time. */
  readonly waiting: number;
  /** Of one core: the process that ranks and would serve Discord, and the one with the models. */
  readonly ranking: number;
  readonly models: number;
  /** How late timers of the former came (p99). */
  readonly loopDelay: number;
}

/** Asks a set's questions at rising rates until that is too slow; in a process of its own. */
export async function measureLoad(file: string, withReader: boolean): Promise<RateFigures[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-load-'));
  const config = readConfig({ NEWSDESK_DATA_DIR: folder });
  const reader = withReader ? config.reader : undefined;
  const embedder = new ChildEmbedder({ settings: config.model, reader });
  const model = await embedder.model();
  const { store, journal } = await openStores({ dataDir: folder }, { model });
  const [reading, log] = [new ReadingProcess(), createLog('error')];
  const desk = new LocalNewsdesk({ store, journal, embedder, reading, model, config, log });
  try {
    const [room] = (await readSet(path.resolve(file))).rooms;
    if (room === undefined) throw new Error('The set is empty.');
    await indexRoom({ store, embedder, close: () => Promise.resolve() }, room, SHARED);
    const questions = room.questions.map(({ question }) => question);
    for (const question of questions.slice(0, WARM_UP))
      await desk.ask(question, { scope: [SHARED] });
    const figures: RateFigures[] = [];
    for (const rate of RATES) {
      figures.push(await askAt(desk, questions, rate));
      if ((figures.at(-1)?.p95 ?? 0) <= TOO_SLOW_MS) continue;
      figures.push(await askAt(desk, questions, 2 * rate));
      break;
    }
    return figures;
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Questions come by chance (Poisson), and whether others are answered or not. */
async function askAt(
  desk: Newsdesk,
  questions: readonly string[],
  rate: number,
): Promise<RateFigures> {
  const next = chance(rate);
  const times: number[] = [];
  let [asked, busy, waiting] = [0, 0, 0];
  const ask = async (due: number): Promise<void> => {
    const question = questions[Math.floor(next() * questions.length)] ?? '';
    const askedBy = `server ${Math.floor(next() * SERVERS)}`;
    asked += 1;
    try {
      await desk.ask(question, { scope: [SHARED], askedBy });
      times.push(performance.now() - due);
    } catch (error) {
      if (!(error instanceof NewsdeskError) || error.code !== 'questions-busy') throw error;
      busy += 1;
    }
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = processorTime(process.pid);
  const started = performance.now();
  const underWay: Promise<void>[] = [];
  for (let due = started; ;) {
    due += (-Math.log(1 - next()) / rate) * 1_000;
    if (due > started + HOLD_MS) break;
    const ms = due - performance.now();
    if (ms > 0) await sleep(ms);
    underWay.push(ask(due));
    waiting = Math.max(waiting, desk.waiting());
  }
  await Promise.all(underWay);
  const ms = performance.now() - started;
  const after = processorTime(process.pid);
  delay.disable();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    rate,
    answered: (times.length / ms) * 1_000,
    busy: busy / Math.max(1, asked),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    waiting,
    ranking: (after.own - before.own) / ms,
    models: (after.children - before.children) / ms,
    loopDelay: delay.percentile(99) / 1e6,
  };
}
