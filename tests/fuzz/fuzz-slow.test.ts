import { availableParallelism } from 'node:os';
import { it } from 'vitest';
import { fuzz } from './bytes-to-passages.js';

/** The same for everybody, so that a change is judged by what it changes; others are tried by hand. */
const FIRST_SEED = Number(process.env['NEWSDESK_FUZZ_SEED'] ?? 1);

it('reads or refuses 5,000 mutated documents in time', { timeout: 3_600_000 }, () =>
  fuzz(5_000, FIRST_SEED * 10_000, Math.min(2, availableParallelism())),
);
