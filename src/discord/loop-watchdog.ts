import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';

/** What the thread that serves Discord may be busy for at a time; Discord waits 3 s for a reply. */
const BLOCKED_MS = 500;
const BEAT_MS = 100;

/**
 * Logs if the thread that answers is blocked: at its end from here, with how long it was, and
 * from a thread of its own while it lasts, since one that never ends could not be told of here.
 */
export function watchLoop(log: Logger): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const watcher = new Worker(new URL('./loop-watcher.js', import.meta.url), {
    workerData: { beats, level: log.level },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
    // Of the program's own flags, some are refused for a file, such as --input-type.
    execArgv: [],
    stdout: false,
  });
  watcher.on('error', (error) => {
    log.warn({ err: error }, 'Nobody watches for a blocked event loop any more');
  });
  watcher.unref();
  let last = performance.now();
  const timer = setInterval(() => {
    Atomics.add(beats, 0, 1);
    const now = performance.now();
    const blockedMs = Math.round(now - last - BEAT_MS);
    last = now;
    if (blockedMs > BLOCKED_MS) log.warn({ blockedMs }, 'The event loop was blocked');
  }, BEAT_MS).unref();
  return () => {
    clearInterval(timer);
    void watcher.terminate();
  };
}
