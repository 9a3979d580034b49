import { it } from 'vitest';
import { fuzz } from './bytes-to-passages.js';

it('reads or refuses 200 mutated documents in time', { timeout: 300_000 }, () => fuzz(200, 1));
