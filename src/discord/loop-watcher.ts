import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Long enough for a garbage collection or a machine that swaps. */
const STUCK_MS = 5_000;
const EVERY_MS = 500;
const STANDARD_ERROR = 2;

const { beats, level } = workerData as { readonly beats: Int32Array; readonly level: string };

let seen = Atomics.load(beats, 0);
/** Counted and not measured: if the whole process was stopped, nothing was blocked. */
let silent = 0;
let told = 0;

/** Straight to standard error: the log itself is written by the thread that is stuck. */
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== seen) {
    seen = beat;
    silent = 0;
    told = 0;
    return;
  }
  silent++;
  const blockedMs = silent * EVERY_MS;
  if (level === 'silent' || blockedMs < Math.max(STUCK_MS, told * 2)) return;
  told = blockedMs;
  const line = { level: 50, time: new Date().toISOString(), blockedMs };
  writeSync(
    STANDARD_ERROR,
    `${JSON.stringify({ ...line, msg: 'The event loop is blocked and answers nobody' })}\n`,
  );
}, EVERY_MS);
