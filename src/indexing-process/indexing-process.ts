import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Logger } from 'pino';
import { createEmbedderServer } from '../embedding/embedder-server.js';
import type { Embedder } from '../embedding/embedder.js';
import { NewsdeskError } from '../errors.js';
import type { IndexProgress } from '../indexing/options.js';
import { FairQueue } from '../processes/fair-queue.js';
import { FRUGAL_HEAP } from '../processes/heap.js';
import { startHelper } from '../processes/helper-process.js';
import { Requests } from '../processes/requests.js';
import { PACKAGE_DIR } from '../version.js';
import type { FromIndexing, IndexingRequest, IndexingSetup, ToIndexing } from './protocol.js';

/** Compiled also if the caller runs from sources. */
const CHILD = path.join(PACKAGE_DIR, 'dist/src/indexing-child.js');
/** A process without work is kept this long for the next. */
const IDLE_MS = 15_000;
/** A process that is not stuck is heard of twice a second; writing a long article takes seconds. */
const SILENT_SECONDS = 30;
/** Whoever has told a call to stop waits no longer than this for the process to notice. */
const STOP_MS = 5_000;
/** Servers whose articles are read at the same time: each may hold 25 MB. */
const PARTIES_AT_ONCE = 8;

export interface IndexingProcessOptions {
  readonly setup: IndexingSetup;
  /** Where the articles are, if not in the folder; it may hold a password. */
  readonly databaseUrl?: string | undefined;
  readonly embedder: Embedder;
  readonly log: Logger;
  /** For tests: another process, and how long it may be silent. */
  readonly file?: string;
  readonly silentSeconds?: number;
  readonly stopMs?: number;
}

export interface RunOptions {
  /** Whose turn it is. */
  readonly party: string;
  /** Named in the error if the process does not come back from it. */
  readonly source: string;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Reply = Exclude<FromIndexing, { kind: 'ready' | 'alive' | 'log' | 'progress' }>;

interface Child {
  readonly process: ChildProcess;
  readonly requests: Requests<Reply, IndexProgress>;
}

/** The process died or was ended over this job, or over another that it had at that time. */
class ProcessGone extends Error {
  readonly wasAlone: boolean;
  constructor(wasAlone: boolean) {
    super('The process that indexes is gone');
    this.wasAlone = wasAlone;
  }
}

/**
 * Indexes in a process of its own, so that whatever reads, splits and writes foreign text never
 * holds up the thread that answers questions. One that does not come back is ended; what it was at
 * is tried once more alone, and refused if it proves to be the cause.
 */
export class IndexingProcess {
  readonly #options: IndexingProcessOptions;
  readonly #queue = new FairQueue(PARTIES_AT_ONCE);
  readonly #attempts = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();
  #child: Child | undefined;
  #ready: Promise<Child> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: IndexingProcessOptions) {
    this.#options = options;
  }

  /**
   * @throws NewsdeskError what the call throws, or `source-too-complex`; the signal's reason if
   * that is aborted
   */
  async run(request: IndexingRequest, options: RunOptions): Promise<Reply> {
    const { party, source, signal } = options;
    return this.#queue.run(
      party,
      async () => {
        try {
          return await this.#together(request, options);
        } catch (error) {
          if (!(error instanceof ProcessGone) || this.#closed) throw error;
          if (error.wasAlone) throw new NewsdeskError('source-too-complex', { source });
          return await this.#byItself(request, options);
        }
      },
      signal,
    );
  }

  /** Ends the process, and gives up what it is at. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
    if (this.#child !== undefined) this.#end(this.#child);
  }

  async #together(request: IndexingRequest, options: RunOptions): Promise<Reply> {
    await this.#alone;
    const attempt = this.#attempt(request, options);
    const settled = attempt.catch(() => undefined).finally(() => this.#attempts.delete(settled));
    this.#attempts.add(settled);
    return attempt;
  }

  /** While nothing else is under way, so that it is known whose fault it is. */
  #byItself(request: IndexingRequest, options: RunOptions): Promise<Reply> {
    const turn = this.#alone.then(async () => {
      await Promise.all(this.#attempts);
      return this.#attempt(request, options);
    });
    this.#alone = turn.catch(() => undefined);
    return turn.catch((error: unknown) => {
      if (!(error instanceof ProcessGone)) throw error;
      throw new NewsdeskError('source-too-complex', { source: options.source });
    });
  }

  async #attempt(request: IndexingRequest, options: RunOptions): Promise<Reply> {
    const { signal, onProgress } = options;
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const child = await this.#start();
    const post = (id: number): void => {
      send(child, { kind: 'run', id, request });
    };
    let givenUp: NodeJS.Timeout | undefined;
    const onOverdue = (id: number, reason: unknown): void => {
      send(child, { kind: 'cancel', id });
      givenUp = setTimeout(() => {
        child.requests.fail(id, reason);
        this.#end(child);
      }, this.#options.stopMs ?? STOP_MS);
    };
    try {
      const reply = await child.requests.run(post, { signal, onOverdue, onProgress });
      if (reply.kind === 'refused') {
        throw new NewsdeskError(reply.error.code, reply.error.details);
      }
      if (reply.kind === 'fault') {
        signal?.throwIfAborted();
        throw new Error(reply.message);
      }
      return reply;
    } finally {
      clearTimeout(givenUp);
      if (child.requests.size === 0) this.#endLater(child);
    }
  }

  #endLater(child: Child): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#end(child);
    }, IDLE_MS).unref();
  }

  #start(): Promise<Child> {
    this.#ready ??= this.#startChild();
    return this.#ready;
  }

  #startChild(): Promise<Child> {
    const { setup, databaseUrl, embedder } = this.#options;
    const { file = CHILD, silentSeconds = SILENT_SECONDS } = this.#options;
    const process = startHelper(file, JSON.stringify(setup), FRUGAL_HEAP, {
      // Not in its arguments, which everybody on the machine can read.
      ...(databaseUrl === undefined ? {} : { NEWSDESK_DATABASE_URL: databaseUrl }),
    });
    const child: Child = { process, requests: new Requests() };
    this.#child = child;
    const server = createEmbedderServer(embedder, (response) => {
      process.send(response, () => undefined);
    });
    let silent = 0;
    // Counted and not measured: if this process was stopped, the other has had no time either.
    const watch = setInterval(() => {
      silent = child.requests.size === 0 ? 0 : silent + 1;
      if (silent < silentSeconds) return;
      this.#options.log.warn({ silentSeconds }, 'The indexing process is stuck and is ended');
      this.#end(child);
    }, 1_000).unref();
    return new Promise((resolve, reject) => {
      process.on('message', (message: FromIndexing | object) => {
        silent = 0;
        if (!('kind' in message)) server.receive(message);
        else if (message.kind === 'ready') resolve(child);
        else this.#receive(child, message);
      });
      process.once('error', reject);
      process.once('exit', () => {
        clearInterval(watch);
        server.shardGone();
        reject(new ProcessGone(false));
        this.#end(child);
      });
    });
  }

  #receive({ requests }: Child, message: Exclude<FromIndexing, { kind: 'ready' }>): void {
    if (message.kind === 'alive') return;
    if (message.kind === 'log') this.#log(message.line);
    else if (message.kind === 'progress') requests.progress(message.id, message.progress);
    else requests.settle(message.id, message);
  }

  #log(line: string): void {
    const { level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
    delete rest['time'];
    const { log } = this.#options;
    const write = { 30: log.info, 40: log.warn, 50: log.error, 60: log.fatal }[Number(level)];
    (write ?? log.debug).call(log, rest, String(msg));
  }

  #end(child: Child): void {
    child.process.kill('SIGKILL');
    if (this.#child === child) {
      this.#child = undefined;
      this.#ready = undefined;
    }
    child.requests.failAll(new ProcessGone(child.requests.size === 1));
  }
}

function send({ process }: Child, message: ToIndexing): void {
  if (process.connected) process.send(message, () => undefined);
}
