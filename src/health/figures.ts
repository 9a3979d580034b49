import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AskResult } from '../answering/answer.js';
import { NewsdeskError } from '../errors.js';
import type { Newsdesk } from '../newsdesk.js';

/** What is timed: a whole question or search, the embedding of a text for one, an indexing run. */
export type Step = 'ask' | 'search' | 'embed' | 'index';

/** Upper bounds in seconds: from a question on an idle machine to one that waits for indexing. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** What this process has done, for Prometheus. */
export class Figures {
  readonly registry = new Registry();
  readonly #questions = new Counter({
    name: 'newsdesk_questions_total',
    help: 'Questions asked of this process, by what became of them.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'newsdesk_step_seconds',
    help: 'Wall time of each step.',
    labelNames: ['step'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #failures = new Counter({
    name: 'newsdesk_step_failures_total',
    help: 'Steps that ended with an error.',
    labelNames: ['step'],
    registers: [this.registry],
  });
  readonly #busy = new Counter({
    name: 'newsdesk_busy_total',
    help: 'Questions and searches that were refused, since too many others waited.',
    labelNames: ['step'],
    registers: [this.registry],
  });
  readonly #queue = new Gauge({
    name: 'newsdesk_embedding_queue',
    help: 'Texts that wait for the embedding process or are in it.',
    labelNames: ['priority'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  asked({ kind }: Pick<AskResult, 'kind'>): void {
    this.#questions.inc({ outcome: kind });
  }

  /** Times work, and counts it if it fails; what is refused, since too many wait, is no failure. */
  async time<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const end = this.#seconds.startTimer({ step });
    try {
      const result = await work();
      end();
      return result;
    } catch (error) {
      if (error instanceof NewsdeskError && error.code === 'questions-busy') {
        this.#busy.inc({ step });
      } else {
        end();
        this.#failures.inc({ step });
      }
      throw error;
    }
  }

  /** Counts texts as waiting until the work is done. */
  async queued<T>(priority: string, texts: number, work: () => Promise<T>): Promise<T> {
    this.#queue.inc({ priority }, texts);
    try {
      return await work();
    } finally {
      this.#queue.dec({ priority }, texts);
    }
  }

  /** Adds how many questions wait, looked at when somebody asks for it. */
  watchWaiting(newsdesk: Pick<Newsdesk, 'waiting'>): void {
    new Gauge({
      name: 'newsdesk_questions_waiting',
      help: 'Questions and searches that wait for their turn.',
      registers: [this.registry],
      collect() {
        this.set(newsdesk.waiting());
      },
    });
  }

  /** Adds what is stored, counted when somebody asks for it. */
  watchStored(newsdesk: Pick<Newsdesk, 'stats'>): void {
    const stored = new Gauge({
      name: 'newsdesk_stored',
      help: 'What is stored, by kind.',
      labelNames: ['kind'],
      registers: [this.registry],
      collect: async () => {
        const { articles, passages, sentences, vectors, bytes } = await newsdesk.stats();
        const counts = { articles, passages, sentences, vectors };
        for (const [kind, count] of Object.entries(counts)) stored.set({ kind }, count);
        stored.set({ kind: 'database_bytes' }, bytes.database);
        stored.set({ kind: 'index_bytes' }, bytes.index);
      },
    });
  }
}
