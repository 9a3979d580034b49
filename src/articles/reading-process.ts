import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { NewsdeskError } from '../errors.js';
import { startHelper } from '../helper-process.js';
import { PACKAGE_DIR } from '../version.js';
import { READING_HEAP_MB, READING_TIMEOUT_MS } from './limits.js';
import type { Read, ReadingReply, ReadingRequest } from './reading-protocol.js';

/** Compiled also where the caller runs from sources. */
const CHILD = path.join(PACKAGE_DIR, 'dist/src/articles/reading-child.js');
/** A process without work is kept this long for the next document: starting one takes 0.2 s. */
const IDLE_MS = 10_000;
/** Within its limit it grows little between two collections, which slows no page down. */
const HEAP = [
  `--max-old-space-size=${READING_HEAP_MB}`,
  '--heap-growing-percent=20',
  '--max-semi-space-size=4',
];

/**
 * Reads documents in a process of its own, one after another: a document may be made to take minutes
 * and gigabytes. It is no worker thread, because V8 ends the whole process where a thread's heap
 * overflows in one step. It starts with the first document and keeps no program from ending.
 */
export class ReadingProcess {
  readonly #timeoutMs: number;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ timeoutMs = READING_TIMEOUT_MS } = {}) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * @throws NewsdeskError what the operation throws, or `source-too-complex` where it takes too long
   * or too much memory; the signal's reason where that is aborted
   */
  run<Request extends ReadingRequest>(
    request: Request,
    source: string,
    signal?: AbortSignal,
  ): Promise<Read<Request>> {
    const turn = this.#turn.then(() => this.#read(request, source, signal));
    this.#turn = turn.catch(() => undefined);
    return turn as Promise<Read<Request>>;
  }

  async #read(request: ReadingRequest, source: string, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const child = this.#child?.connected === true ? this.#child : await start();
    this.#child = child;
    hold(child);
    try {
      child.send(request, () => undefined);
      const timeout = AbortSignal.timeout(this.#timeoutMs);
      const reply = await nextReply(child, signal ? AbortSignal.any([timeout, signal]) : timeout);
      if (reply?.kind === 'read') return reply.value;
      if (reply?.kind === 'refused') throw new NewsdeskError(reply.code, reply.details);
      if (reply?.kind === 'fault') throw reply.error;
      this.end();
      signal?.throwIfAborted();
      throw new NewsdeskError('source-too-complex', { source });
    } finally {
      release(child);
      this.#idle = setTimeout(() => {
        this.end();
      }, IDLE_MS).unref();
    }
  }

  /** Ends the process, which starts again with the next document. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

async function start(): Promise<ChildProcess> {
  const child = startHelper(CHILD, String(process.pid), HEAP);
  if ((await nextReply(child)) === undefined) {
    throw new Error(`The process that reads articles (${CHILD}) ended before it began`);
  }
  return child;
}

/** What the process says next; undefined where it ends or the signal is aborted before that. */
async function nextReply(
  child: ChildProcess,
  signal?: AbortSignal,
): Promise<ReadingReply | undefined> {
  const settled = new AbortController();
  const options = {
    signal: signal ? AbortSignal.any([signal, settled.signal]) : settled.signal,
  };
  try {
    return await Promise.race([
      once(child, 'message', options).then(([reply]) => reply as ReadingReply),
      once(child, 'exit', options).then(() => undefined),
    ]);
  } catch (error) {
    if (signal?.aborted === true) return undefined;
    throw error;
  } finally {
    settled.abort();
  }
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
