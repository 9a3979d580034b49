import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NewsdeskError } from '../errors.js';
import { FRUGAL_HEAP } from '../frugal-heap.js';
import { startHelper } from '../helper-process.js';
import type { Embedder, EmbeddingModel, Priority, WordedVector } from './embedder.js';
import { loadError } from './load-error.js';
import { findModel, type ModelSettings } from './model-files.js';
import type { PassageReader, ReadablePassage, Reading } from './passage-reader.js';
import type { EmbeddingJob, ChildMessage, ChildSetup } from './protocol.js';
import { JobQueue, type JobResult, type QueuedJob, type Turn } from './queue.js';
import { findReader } from './reader-files.js';

export interface EmbedderOptions {
  readonly settings: ModelSettings;
  /** A question-answering model for the same process; none by default. */
  readonly reader?: ModelSettings | undefined;
  /** Told of a download from the model hub, in bytes. */
  readonly onDownload?: ((file: string, loaded: number, total: number) => void) | undefined;
  readonly onRestart?: ((reason: string) => void) | undefined;
  /** Told of each text just before it is embedded. */
  readonly onText?: (() => void) | undefined;
  /** The compiled child.js; another where the caller runs from sources. */
  readonly childUrl?: URL | undefined;
}

/** A job in the model's own code for longer than this, in ms, will not come back. */
const JOB_TIMEOUT = 60_000;
/** Text for counting that one job takes, in characters: a question waits for it at most. */
const COUNT_SLICE = 20_000;
/** Questions that the process has at a time: the next is there when one is done. */
const QUESTIONS_SENT = 2;
/** Processes that a job may cost before it is the job's fault. */
const MOST_DEATHS = 2;

interface SentJob {
  readonly id: number;
  readonly job: QueuedJob;
  readonly timer: NodeJS.Timeout;
}

interface Child {
  readonly process: ChildProcess;
  readonly loaded: Promise<EmbeddingModel>;
  /** The model cannot be loaded or the process was ended: what it says now counts no more. */
  ended: boolean;
}

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
  #child: Promise<Child> | undefined;
  /** In the order in which the process does them. */
  #sent: SentJob[] = [];
  #nextId = 0;
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
    const child = await this.#start();
    return child.loaded;
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
      slices(texts).map(
        async (slice) =>
          (await this.#run({ kind: 'count', texts: slice }, priority)) as readonly number[],
      ),
    );
    return counts.flat();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new NewsdeskError('embedding-closed');
    this.#queue.rejectAll(error);
    for (const { job } of this.#takeAll()) job.reject(error);
    const child = await this.#child?.catch(() => undefined);
    if (child === undefined) return;
    child.ended = true;
    await stop(child.process);
  }

  #embedAll(
    texts: readonly string[],
    withWords: boolean,
    priority: Priority,
    signal: AbortSignal | undefined,
  ): Promise<WordedVector[]> {
    return Promise.all(
      texts.map(
        async (text) =>
          (await this.#run(
            { kind: 'embed', text, withWords, priority },
            priority,
            signal,
          )) as WordedVector,
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
      passages.map(
        async (passage) =>
          (await this.#run({ kind: 'read', question, passage }, 'reading', signal)) as Reading,
      ),
    );
  }

  #run(job: EmbeddingJob, turn: Turn, signal?: AbortSignal): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new NewsdeskError('embedding-closed'));
        return;
      }
      this.#queue.add({ job, signal, resolve, reject, deaths: 0 }, turn);
      void this.#pump();
    });
  }

  /** Gives the process its next job once it has none, a question a little before that. */
  async #pump(): Promise<void> {
    if (this.#queue.isEmpty()) return;
    let child: Child;
    try {
      child = await this.#start();
      await child.loaded;
    } catch (error) {
      this.#queue.rejectAll(error);
      return;
    }
    while (!child.ended) {
      if (this.#sent.length >= this.#mostSent()) return;
      const job = this.#queue.next();
      if (job === undefined) return;
      const id = this.#nextId++;
      const timer = setTimeout(() => {
        this.#died(child, `no answer within ${JOB_TIMEOUT} ms`);
      }, JOB_TIMEOUT);
      this.#sent.push({ id, job, timer });
      if (job.job.kind === 'embed') this.#options.onText?.();
      child.process.send({ id, ...job.job }, () => undefined);
    }
  }

  /** A job that a process died over is alone, so that no other is taken for the cause. */
  #mostSent(): number {
    const isSuspect = this.#sent.some(({ job }) => job.deaths > 0);
    return this.#queue.hasQuestion() && !isSuspect ? QUESTIONS_SENT : 1;
  }

  #start(): Promise<Child> {
    this.#child ??= this.#startChild().catch((error: unknown) => {
      this.#child = undefined;
      throw error;
    });
    return this.#child;
  }

  async #startChild(): Promise<Child> {
    const { settings, reader, childUrl = new URL('./child.js', import.meta.url) } = this.#options;
    const setup: ChildSetup = {
      settings,
      folder: await findModel(settings),
      reader: reader && { settings: reader, root: await findReader(reader) },
    };
    const forked = startHelper(fileURLToPath(childUrl), JSON.stringify(setup), [FRUGAL_HEAP]);
    const child: Child = {
      process: forked,
      ended: false,
      loaded: new Promise((resolve, reject) => {
        forked.on('message', (message: ChildMessage) => {
          if (message.kind === 'loaded') resolve(message.model);
          else if (message.kind === 'unloadable') {
            void loadError(message, this.#options).then((error) => {
              this.#end(child);
              reject(error);
            });
          } else this.#receive(message);
        });
        forked.on('error', (error) => {
          reject(new NewsdeskError('embedding-failed', { reason: String(error) }));
          this.#died(child, String(error));
        });
        forked.on('exit', (code, signal) => {
          reject(
            new NewsdeskError('embedding-failed', {
              reason: `its process ended with ${String(signal ?? code)}`,
            }),
          );
          this.#died(child, `ended with ${String(signal ?? code)}`);
        });
      }),
    };
    // Whoever waits for it hears of the failure; nobody may be waiting.
    child.loaded.catch(() => undefined);
    return child;
  }

  #receive(message: ChildMessage): void {
    if (message.kind === 'progress') {
      this.#options.onDownload?.(message.file, message.loaded, message.total);
      return;
    }
    if (!('id' in message)) return;
    const done = this.#sent.find(({ id }) => id === message.id);
    if (done === undefined) return;
    clearTimeout(done.timer);
    this.#sent = this.#sent.filter((sent) => sent !== done);
    void this.#pump();
    const { job } = done;
    if (message.kind === 'embedded') {
      job.resolve({ vector: message.vector, words: message.words });
    } else if (message.kind === 'counted') job.resolve(message.counts);
    else if (message.kind === 'read') job.resolve(message.reading);
    else job.reject(new NewsdeskError('embedding-failed', { reason: message.reason }));
  }

  #died(child: Child, reason: string): void {
    if (child.ended || this.#closed) return;
    this.#end(child);
    this.#options.onRestart?.(reason);
    const [held, ...waiting] = this.#takeAll().map(({ job }) => job);
    for (const job of waiting.toReversed()) this.#queue.putBack(job);
    if (held !== undefined) {
      held.deaths++;
      if (held.deaths < MOST_DEATHS) this.#queue.putBack(held);
      else held.reject(new NewsdeskError('embedding-failed', { reason }));
    }
    void this.#pump();
  }

  #end(child: Child): void {
    child.ended = true;
    this.#child = undefined;
    void stop(child.process);
  }

  #takeAll(): SentJob[] {
    const sent = this.#sent;
    this.#sent = [];
    for (const { timer } of sent) clearTimeout(timer);
    return sent;
  }
}

/** Ends a process and waits until it is gone. It holds nothing that a kill could harm. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
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
