import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { NewsdeskError } from '../errors.js';
import type { Embedder, EmbeddingModel, Priority } from './embedder.js';
import { findModel, MODEL_FILES, missingModelFile, type ModelSettings } from './model-files.js';
import type { WorkerJob, WorkerMessage, WorkerSetup } from './protocol.js';
import { JobQueue, type QueuedJob } from './queue.js';

export interface EmbedderOptions {
  readonly settings: ModelSettings;
  /** Told of a download from the model hub, in bytes. */
  readonly onDownload?: ((file: string, loaded: number, total: number) => void) | undefined;
  readonly onRestart?: ((reason: string) => void) | undefined;
  /** The compiled worker; another where the caller runs from sources. */
  readonly workerUrl?: URL | undefined;
}

/** A job in the model's own code for longer than this, in ms, will not come back. */
const JOB_TIMEOUT = 60_000;
/** Text for counting that one job takes, in characters: a question waits for it at most. */
const COUNT_SLICE = 20_000;
/** Workers that a job may cost before it is the job's fault. */
const MOST_DEATHS = 2;

interface Thread {
  readonly worker: Worker;
  readonly loaded: Promise<EmbeddingModel>;
  /** The model cannot be loaded or the thread was ended: what it says now counts no more. */
  ended: boolean;
}

/**
 * Embeds on a worker thread, one text at a time: onnxruntime-node 1.14 computes on the thread that
 * calls it, and larger batches are slower on a CPU. The thread starts with the first call, and
 * again after it has died; the call that it held is tried once more.
 */
export class WorkerEmbedder implements Embedder {
  readonly #options: EmbedderOptions;
  readonly #queue = new JobQueue();
  #thread: Promise<Thread> | undefined;
  #current:
    { readonly id: number; readonly job: QueuedJob; readonly timer: NodeJS.Timeout } | undefined;
  #nextId = 0;
  #closed = false;

  constructor(options: EmbedderOptions) {
    this.#options = options;
  }

  async model(): Promise<EmbeddingModel> {
    const thread = await this.#start();
    return thread.loaded;
  }

  async embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    return Promise.all(
      texts.map(
        async (text) =>
          (await this.#run({ kind: 'embed', text }, priority, signal)) as Float32Array,
      ),
    );
  }

  async countTokens(texts: readonly string[]): Promise<number[]> {
    const counts = await Promise.all(
      slices(texts).map(
        async (slice) =>
          (await this.#run({ kind: 'count', texts: slice }, 'article')) as readonly number[],
      ),
    );
    return counts.flat();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new NewsdeskError('embedding-closed');
    this.#queue.rejectAll(error);
    this.#takeCurrent()?.reject(error);
    const thread = await this.#thread?.catch(() => undefined);
    if (thread === undefined) return;
    thread.ended = true;
    await thread.worker.terminate();
  }

  #run(
    job: WorkerJob,
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array | readonly number[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new NewsdeskError('embedding-closed'));
        return;
      }
      this.#queue.add({ job, signal, resolve, reject, deaths: 0 }, priority);
      void this.#pump();
    });
  }

  /** Gives the worker its next job once it has none. */
  async #pump(): Promise<void> {
    if (this.#queue.isEmpty()) return;
    let thread: Thread;
    try {
      thread = await this.#start();
      await thread.loaded;
    } catch (error) {
      this.#queue.rejectAll(error);
      return;
    }
    if (this.#current !== undefined || thread.ended) return;
    const job = this.#queue.next();
    if (job === undefined) return;
    const id = this.#nextId++;
    const timer = setTimeout(() => {
      this.#died(thread, `no answer within ${JOB_TIMEOUT} ms`);
    }, JOB_TIMEOUT);
    this.#current = { id, job, timer };
    thread.worker.postMessage({ id, ...job.job });
  }

  #start(): Promise<Thread> {
    this.#thread ??= this.#startThread().catch((error: unknown) => {
      this.#thread = undefined;
      throw error;
    });
    return this.#thread;
  }

  async #startThread(): Promise<Thread> {
    const { settings, workerUrl = new URL('./worker.js', import.meta.url) } = this.#options;
    const setup: WorkerSetup = { settings, folder: await findModel(settings) };
    const worker = new Worker(workerUrl, { workerData: setup });
    const thread: Thread = {
      worker,
      ended: false,
      loaded: new Promise((resolve, reject) => {
        worker.on('message', (message: WorkerMessage) => {
          if (message.kind === 'loaded') resolve(message.model);
          else if (message.kind === 'unloadable') {
            void this.#unloadable(message.reason).then((error) => {
              this.#end(thread);
              reject(error);
            });
          } else this.#receive(message);
        });
        worker.on('error', (error) => {
          reject(new NewsdeskError('embedding-failed', { reason: String(error) }));
          this.#died(thread, String(error));
        });
        worker.on('exit', (code) => {
          reject(
            new NewsdeskError('embedding-failed', { reason: `its thread ended with ${code}` }),
          );
          this.#died(thread, `exit code ${code}`);
        });
      }),
    };
    // Whoever waits for it hears of the failure; nobody may be waiting.
    thread.loaded.catch(() => undefined);
    return thread;
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'progress') {
      this.#options.onDownload?.(message.file, message.loaded, message.total);
      return;
    }
    if (!('id' in message) || message.id !== this.#current?.id) return;
    const job = this.#takeCurrent();
    if (message.kind === 'embedded') job?.resolve(message.vector);
    else if (message.kind === 'counted') job?.resolve(message.counts);
    else job?.reject(new NewsdeskError('embedding-failed', { reason: message.reason }));
    void this.#pump();
  }

  #died(thread: Thread, reason: string): void {
    if (thread.ended || this.#closed) return;
    this.#end(thread);
    this.#options.onRestart?.(reason);
    const job = this.#takeCurrent();
    if (job !== undefined) {
      job.deaths++;
      if (job.deaths < MOST_DEATHS) this.#queue.putBack(job);
      else job.reject(new NewsdeskError('embedding-failed', { reason }));
    }
    void this.#pump();
  }

  #end(thread: Thread): void {
    thread.ended = true;
    this.#thread = undefined;
    void thread.worker.terminate();
  }

  #takeCurrent(): QueuedJob | undefined {
    const current = this.#current;
    this.#current = undefined;
    if (current !== undefined) clearTimeout(current.timer);
    return current?.job;
  }

  /** Tells a missing file from one that is there and cannot be used. */
  async #unloadable(reason: string): Promise<NewsdeskError> {
    const { name, dir } = this.#options.settings;
    const folder = path.join(dir, name);
    const missing = await missingModelFile(folder);
    return missing === undefined
      ? new NewsdeskError('model-broken', { model: name, folder, reason: firstLine(reason) })
      : new NewsdeskError('model-missing', {
          model: name,
          file: missing,
          files: MODEL_FILES.join(', '),
          folder,
          reason: firstLine(reason),
        });
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

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
