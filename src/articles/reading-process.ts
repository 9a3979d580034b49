import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { NewsdeskError } from '../errors.js';
import { limitedHeap } from '../processes/heap.js';
import { startHelper } from '../processes/helper-process.js';
import { Mutex } from '../processes/mutex.js';
import { Requests } from '../processes/requests.js';
import { PACKAGE_DIR } from '../version.js';
import { READING_HEAP_MB, READING_TIMEOUT_MS } from './limits.js';
import type {
  FromReading,
  Read,
  ReadingReply,
  ReadingRequest,
  ToReading,
} from './reading-protocol.js';

/** Compiled also if the caller runs from sources. */
const CHILD = path.join(PACKAGE_DIR, 'dist/src/articles/reading-child.js');
/** A process without work is kept this long for the next document: starting one takes 0.2 s. */
const IDLE_MS = 10_000;

interface Child {
  readonly process: ChildProcess;
  readonly requests: Requests<ReadingReply>;
}

/**
 * Reads documents in a process of its own, one after another: a document may be made to take minutes
 * and gigabytes. It is no worker thread, because V8 ends the whole process if a thread's heap
 * overflows in one step. It starts with the first document and keeps no program from ending.
 */
export class ReadingProcess {
  readonly #timeoutMs: number;
  readonly #turns = new Mutex();
  #child: Child | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor({ timeoutMs = READING_TIMEOUT_MS } = {}) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * @throws NewsdeskError what the operation throws, or `source-too-complex` if it takes too long
   * or too much memory; the signal's reason if that is aborted
   */
  run<Request extends ReadingRequest>(
    request: Request,
    source: string,
    signal?: AbortSignal,
  ): Promise<Read<Request>> {
    const turn = this.#turns.run(() => this.#read(request, source, signal));
    return turn as Promise<Read<Request>>;
  }

  async #read(request: ReadingRequest, source: string, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const child = this.#child?.process.connected === true ? this.#child : await start();
    this.#child = child;
    hold(child.process);
    try {
      const reply = await this.#replyOf(child, request, signal).catch(() => {
        this.end();
        signal?.throwIfAborted();
        throw new NewsdeskError('source-too-complex', { source });
      });
      if (reply.kind === 'read') return reply.value;
      if (reply.kind === 'refused') throw new NewsdeskError(reply.code, reply.details);
      throw reply.error;
    } finally {
      release(child.process);
      this.#idle = setTimeout(() => {
        this.end();
      }, IDLE_MS).unref();
    }
  }

  /** Rejects if the process ends or the signal is aborted before that, or after too long a time. */
  #replyOf(
    { process: child, requests }: Child,
    request: ReadingRequest,
    signal: AbortSignal | undefined,
  ): Promise<ReadingReply> {
    const post = (id: number): void => {
      child.send({ ...request, id } satisfies ToReading, () => undefined);
    };
    return requests.run(post, { signal, timeoutMs: this.#timeoutMs });
  }

  /** Ends the process, which starts again with the next document. */
  end(): void {
    this.#child?.process.kill('SIGKILL');
    this.#child = undefined;
  }
}

async function start(): Promise<Child> {
  const child = startHelper(CHILD, String(process.pid), limitedHeap(READING_HEAP_MB));
  const requests = new Requests<ReadingReply>();
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromReading) => {
      if (message.kind === 'ready') resolve();
      else requests.settle(message.id, message);
    });
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`The process that reads articles (${CHILD}) ended before it began`));
      requests.failAll(new Error('The process that reads articles is gone'));
    });
  });
  return { process: child, requests };
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** The one that all of a program's reading shares. */
export const readingProcess = new ReadingProcess();
