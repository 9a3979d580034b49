import { shrunkBlob } from '../../rows/vectors.js';
import type { Migration } from '../migrate.js';

/** Vectors were kept in 32 bits a number; each has 8 and shares a scale with its vector's others. */
export const smallVectors: Migration = (db) => {
  db.function('shrunk', { deterministic: true }, (blob) => shrunkBlob(blob as Buffer));
  db.exec('UPDATE vectors SET vector = shrunk(vector)');
};
