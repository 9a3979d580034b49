import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NewsdeskError } from '../errors.js';
import { FRUGAL_HEAP } from '../processes/heap.js';
import { killHelper, startHelper } from '../processes/helper-process.js';
import { Requests } from '../processes/requests.js';
import type { EmbeddingModel } from './embedder.js';
import { loadError } from './load-error.js';
import { findModel, type ModelSettings } from './model-files.js';
import type { ChildMessage, ChildReply, ChildSetup, EmbeddingJob } from './protocol.js';
import type { JobResult } from './queue.js';
import { findReader } from './reader-files.js';

export interface EmbeddingProcessOptions {
  readonly settings: ModelSettings;
  /** A question-answering model for the same process; none by default. */
  readonly reader?: ModelSettings | undefined;
  /** Told of a download from the model hub, in bytes. */
  readonly onDownload?: ((file: string, loaded: number, total: number) => void) | undefined;
  /** The compiled child.js; another if the caller runs from sources. */
  readonly childUrl?: URL | undefined;
}

/** A job in the model's own code for longer than this, in ms, will not come back. */
const JOB_TIMEOUT = 60_000;

/** The process ended, or had to be ended, over a job that it had. */
export class EmbeddingProcessDied extends Error {}

/** One process that has the models, from its start to its end. */
export class EmbeddingProcess {
  readonly #process: ChildProcess;
  readonly #requests = new Requests<ChildReply>();
  readonly #onEnd: (reason: string | undefined) => void;
  #ended = false;
  /** @throws NewsdeskError `model-…` or `embedding-failed` if a model can't be loaded */
  readonly loaded: Promise<EmbeddingModel>;

  private constructor(
    process: ChildProcess,
    options: EmbeddingProcessOptions,
    onEnd: (reason: string | undefined) => void,
  ) {
    this.#process = process;
    this.#onEnd = onEnd;
    this.loaded = this.#load(options);
    // Whoever waits for it hears of the failure; nobody may be waiting.
    this.loaded.catch(() => undefined);
  }

  /**
   * @param onEnd told if it ends by itself: why it died, or undefined if a model can't be loaded
   */
  static async start(
    options: EmbeddingProcessOptions,
    onEnd: (reason: string | undefined) => void,
  ): Promise<EmbeddingProcess> {
    const { settings, reader, childUrl = new URL('./child.js', import.meta.url) } = options;
    const setup: ChildSetup = {
      settings,
      folder: await findModel(settings),
      reader: reader && { settings: reader, root: await findReader(reader) },
    };
    const forked = startHelper(fileURLToPath(childUrl), JSON.stringify(setup), FRUGAL_HEAP);
    return new EmbeddingProcess(forked, options, onEnd);
  }

  /** No model can be loaded in it, it was ended, or it died: what it says now counts no more. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  /**
   * Has it do a job; those that it has, it does in the order in which they came.
   * @throws NewsdeskError `embedding-failed` if the job fails; `EmbeddingProcessDied`
   */
  async run(job: EmbeddingJob): Promise<JobResult> {
    const post = (id: number): void => {
      this.#process.send({ id, ...job }, () => undefined);
    };
    const onOverdue = (): void => {
      this.#endedBy(`no answer within ${JOB_TIMEOUT} ms`);
    };
    const reply = await this.#requests.run(post, { timeoutMs: JOB_TIMEOUT, onOverdue });
    switch (reply.kind) {
      case 'embedded':
        return { vector: reply.vector, words: reply.words };
      case 'counted':
        return reply.counts;
      case 'read':
        return reply.reading;
      case 'failed':
        throw new NewsdeskError('embedding-failed', { reason: reply.reason });
    }
  }

  /** Ends it, whatever it is at, and waits until it is gone. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#requests.failAll(new EmbeddingProcessDied('it was ended'));
    await killHelper(this.#process);
  }

  #load(options: EmbeddingProcessOptions): Promise<EmbeddingModel> {
    return new Promise((resolve, reject) => {
      this.#process.on('message', (message: ChildMessage) => {
        if (message.kind === 'loaded') resolve(message.model);
        else if (message.kind === 'unloadable') {
          void loadError(message, options).then((error) => {
            this.#endedBy(undefined);
            reject(error);
          });
        } else if (message.kind === 'progress') {
          options.onDownload?.(message.file, message.loaded, message.total);
        } else this.#requests.settle(message.id, message);
      });
      const gone = (reason: string, told: string): void => {
        reject(new NewsdeskError('embedding-failed', { reason: told }));
        this.#endedBy(reason);
      };
      this.#process.on('error', (error) => {
        gone(String(error), String(error));
      });
      this.#process.on('exit', (code, signal) => {
        const status = `ended with ${String(signal ?? code)}`;
        gone(status, `its process ${status}`);
      });
    });
  }

  #endedBy(reason: string | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    // Before its jobs fail, which are then back in the queue.
    this.#onEnd(reason);
    void this.end();
  }
}
