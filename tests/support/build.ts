import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { PACKAGE_DIR } from '../../src/version.js';

/** Written by each build, and gone when `dist` is. */
const BUILT = path.join(PACKAGE_DIR, 'dist', 'build.tsbuildinfo');
const SOURCES = ['src', 'commands', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * Builds `dist` if a source is newer: many tests start compiled processes, which would test
 * yesterday's code against today's.
 */
export default function setup(project: TestProject): void {
  build();
  project.onTestsRerun(() => {
    build();
    return Promise.resolve();
  });
}

function build(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((source) => newest(path.join(PACKAGE_DIR, source)) <= built)) return;
  const now = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', path.join(PACKAGE_DIR, 'tsconfig.build.json')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The sources could not be built:\n${stdout}`);
  // A source that was saved with nothing changed writes nothing.
  utimesSync(BUILT, now, now);
}

/** When a file, or the youngest of a folder, was last written, in ms. */
function newest(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    0,
  );
}
