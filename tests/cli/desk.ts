import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { SampleFile } from '../support/articles.js';
import {
  removeFolder,
  runProgram,
  temporaryFolder,
  type Finished,
  type RunningProgram,
  type RunOptions,
} from '../support/bot.js';

type Options = Omit<RunOptions, 'dataDir'>;

export interface JsonRun {
  readonly code: number | null;
  /** The one JSON value on standard output. */
  readonly value: unknown;
  readonly stderr: string;
}

/** The built program on a data folder of its own, with a folder for files beside it. */
export interface Desk {
  readonly dataDir: string;
  readonly files: string;
  write(file: SampleFile): string;
  start(args: readonly string[], options?: Options): RunningProgram;
  run(args: readonly string[], options?: Options): Promise<Finished>;
  json(args: readonly string[], options?: Options): Promise<JsonRun>;
  end(): void;
}

export function openDesk(): Desk {
  const folder = temporaryFolder();
  const dataDir = path.join(folder, 'index');
  const files = path.join(folder, 'articles');
  mkdirSync(files);
  const start: Desk['start'] = (args, options) => runProgram(args, { ...options, dataDir });
  const run: Desk['run'] = (args, options) => start(args, options).finished;
  return {
    dataDir,
    files,
    start,
    run,
    write: ({ name, text }) => {
      const file = path.join(files, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    json: async (args, options) => {
      const { code, stdout, stderr } = await run([...args, '--json'], options);
      expect(stdout.trimEnd(), stderr).not.toContain('\n');
      return { code, value: JSON.parse(stdout) as unknown, stderr };
    },
    end: () => {
      removeFolder(folder);
    },
  };
}

/** Waits until something holds, for as long as a busy machine may need. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`it never came to be that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
