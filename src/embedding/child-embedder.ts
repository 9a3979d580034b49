import { NewsdeskError } from '../errors.js';
import type { Embedder, EmbeddingModel, Priority, WordedVector } from './embedder.js';
import {
  EmbeddingProcess,
  EmbeddingProcessDied,
  type EmbeddingProcessOptions,
} from './embedding-process.js';
import type { PassageReader, ReadablePassage, Reading } from './passage-reader.js';
import type { EmbeddingJob } from './protocol.js';
import { JobQueue, type QueuedJob, type ResultOf, type Turn } from './queue.js';

export interface EmbedderOptions extends EmbeddingProcessOptions {
  readonly onRestart?: ((reason: string) => void) | undefined;
  /** Told of each text just before it is embedded. */
  readonly onText?: (() => void) | undefined;
}

/** Text for counting that one job takes, in characters: a question waits for it at most. */
const COUNT_SLICE = 20_000;
/** Questions that the process has at a time: the next is there when one is done. */
const QUESTIONS_SENT = 2;
/** Processes that a job may cost before it is the job's fault. */
const MOST_DEATHS = 2;

/**
 * Embeds in a process of its own, one text at a time: onnxruntime-node 1.14 computes on the thread
 * that calls it, and larger batches are slower on a CPU. It is no worker thread, because that
 * version cannot be loaded a second time in a process ("Module did not self-register") and corrupts
 * the heap when its thread ends, so that a thread that died could not be replaced. The process
 * starts with the first call, and again after it has died; the call that it was at is tried once more.
 */
export class ChildEmbedder implements Embedder {
  readonly #options: EmbedderOptions;
  readonly #queue = new JobQueue();
  #process: Promise<EmbeddingProcess> | undefined;
  /** In the order in which the process does them. */
  #sent: QueuedJob[] = [];
  #closed = false;
  readonly reader: PassageReader | undefined;

  constructor(options: EmbedderOptions) {
    this.#options = options;
    if (options.reader !== undefined) {
      this.reader = {
        read: (question, passages, signal) => this.#readAll(question, passages, signal),
      };
    }
  }

  async model(): Promise<EmbeddingModel> {
    return (await this.#start()).loaded;
  }

  async embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    const embedded = await this.#embedAll(texts, false, priority, signal);
    return embedded.map(({ vector }) => vector);
  }

  embedWords(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<WordedVector[]> {
    return this.#embedAll(texts, true, priority, signal);
  }

  async countTokens(texts: readonly string[], priority: Priority): Promise<number[]> {
    const counts = await Promise.all(
      slices(texts).map((slice) => this.#run({ kind: 'count', texts: slice }, priority)),
    );
    return counts.flat();
  }

  /** Ends its process, which starts again with the next call. */
  async rest(): Promise<void> {
    const resting = this.#process;
    const process = await resting?.catch(() => undefined);
    const isAtWork = this.#sent.length > 0 || !this.#queue.isEmpty();
    if (isAtWork || this.#process !== resting) return;
    this.#process = undefined;
    await process?.end();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new NewsdeskError('embedding-closed');
    this.#queue.rejectAll(error);
    for (const job of this.#takeAll()) job.reject(error);
    const process = await this.#process?.catch(() => undefined);
    await process?.end();
  }

  #embedAll(
    texts: readonly string[],
    withWords: boolean,
    priority: Priority,
    signal: AbortSignal | undefined,
  ): Promise<WordedVector[]> {
    return Promise.all(
      texts.map((text) =>
        this.#run({ kind: 'embed', text, withWords, priority }, priority, signal),
      ),
    );
  }

  /** A job a passage, so that questions that are to be embedded wait for one at the most. */
  #readAll(
    question: string,
    passages: readonly ReadablePassage[],
    signal: AbortSignal | undefined,
  ): Promise<Reading[]> {
    return Promise.all(
      passages.map((passage) => this.#run({ kind: 'read', question, passage }, 'reading', signal)),
    );
  }

  async #run<Job extends EmbeddingJob>(
    job: Job,
    turn: Turn,
    signal?: AbortSignal,
  ): Promise<ResultOf<Job>> {
    if (this.#closed) throw new NewsdeskError('embedding-closed');
    const result = new Promise((resolve, reject) => {
      this.#queue.add({ job, signal, resolve, reject, deaths: 0 }, turn);
      void this.#pump();
    });
    // The process replies to each kind of job with its kind of result (protocol.ts).
    return result as Promise<ResultOf<Job>>;
  }

  /** Gives the process its next job once it has none, a question a little before that. */
  async #pump(): Promise<void> {
    if (this.#queue.isEmpty()) return;
    let process: EmbeddingProcess;
    try {
      process = await this.#start();
      await process.loaded;
    } catch (error) {
      this.#queue.rejectAll(error);
      return;
    }
    while (!process.hasEnded && this.#sent.length < this.#mostSent()) {
      const job = this.#queue.next();
      if (job === undefined) return;
      this.#sent.push(job);
      if (job.job.kind === 'embed') this.#options.onText?.();
      void this.#send(process, job);
    }
  }

  async #send(process: EmbeddingProcess, job: QueuedJob): Promise<void> {
    const done = (): void => {
      this.#sent = this.#sent.filter((sent) => sent !== job);
      void this.#pump();
    };
    try {
      const result = await process.run(job.job);
      done();
      job.resolve(result);
    } catch (error) {
      // What a dead process had is back in the queue, or refused.
      if (error instanceof EmbeddingProcessDied) return;
      done();
      job.reject(error);
    }
  }

  /** A job that a process died over is alone, so that no other is taken for the cause. */
  #mostSent(): number {
    const isSuspect = this.#sent.some((job) => job.deaths > 0);
    return this.#queue.hasQuestion() && !isSuspect ? QUESTIONS_SENT : 1;
  }

  #start(): Promise<EmbeddingProcess> {
    this.#process ??= this.#startProcess().catch((error: unknown) => {
      this.#process = undefined;
      throw error;
    });
    return this.#process;
  }

  #startProcess(): Promise<EmbeddingProcess> {
    return EmbeddingProcess.start(this.#options, (reason) => {
      this.#process = undefined;
      if (reason !== undefined) this.#died(reason);
    });
  }

  #died(reason: string): void {
    if (this.#closed) return;
    this.#options.onRestart?.(reason);
    const [held, ...waiting] = this.#takeAll();
    for (const job of waiting.toReversed()) this.#queue.putBack(job);
    if (held !== undefined) {
      held.deaths++;
      if (held.deaths < MOST_DEATHS) this.#queue.putBack(held);
      else held.reject(new NewsdeskError('embedding-failed', { reason }));
    }
    void this.#pump();
  }

  #takeAll(): QueuedJob[] {
    return this.#sent.splice(0);
  }
}

function slices(texts: readonly string[]): string[][] {
  const all: string[][] = [];
  let characters = COUNT_SLICE;
  for (const text of texts) {
    if (characters + text.length > COUNT_SLICE) {
      all.push([]);
      characters = 0;
    }
    all.at(-1)?.push(text);
    characters += text.length;
  }
  return all;
}
