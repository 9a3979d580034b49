import { workerData } from 'node:worker_threads';
import { READING_MEMORY_BYTES } from './limits.js';

/** Memory grows by some 20 MB at most in this time. */
const EVERY_MS = 50;

const parent: unknown = workerData;

/**
 * Runs beside the reading thread, which does nothing else while it reads, and ends the process if
 * it takes too much memory (V8 limits its heap, not what is unpacked from a PDF) or if the parent
 * was killed in the midst of a document. Windows keeps a dead parent's id.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > READING_MEMORY_BYTES || process.ppid !== parent) {
    process.kill(process.pid, 'SIGKILL');
  }
}, EVERY_MS);
