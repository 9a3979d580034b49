import { existsSync, renameSync } from 'node:fs';
import { meaningOf } from './errors.js';

/** Renames a damaged database, with its log, to `….corrupt-<time>`, for whoever can save it. */
export function setAside(file: string): void {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  try {
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.corrupt-${time}${suffix}`);
    }
  } catch (error) {
    throw meaningOf(error, file);
  }
}
