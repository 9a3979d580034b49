import { availableParallelism } from 'node:os';
import { it } from 'vitest';
import { fuzz } from './bytes-to-passages.js';

/** Others on each day, so that the program is tried on ever more of them. */
const FIRST_SEED = Number(process.env['NEWSDESK_FUZZ_SEED'] ?? Math.floor(Date.now() / 86_400_000));

it('reads or refuses 5,000 mutated documents in time', { timeout: 3_600_000 }, () =>
  fuzz(5_000, FIRST_SEED * 10_000, Math.min(2, availableParallelism())),
);
