import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { PACKAGE_DIR } from '../src/version.js';
import { spreadOf, type Spread } from './measure.js';
import { DOCS, thisMachine, type Machine } from './report.js';

/*
 * The runtime that computes the models beside the newest one: `npm run bench:runtimes`. The same
 * files, on one thread, in processes of their own and in turn.
 */
const ROUNDS = 5;
const ONNX = 'onnxruntime-node';
const MODELS = path.join(PACKAGE_DIR, 'data', 'models');
const EMBEDDER = path.join(MODELS, 'Xenova', 'all-MiniLM-L6-v2', 'onnx', 'model_quantized.onnx');
const READER = path.join(MODELS, 'newsdesk-reader', 'onnx', 'model_quantized.onnx');

const DECISION =
  'It stays at 1.14.0, which @xenova/transformers 2.17 asks for by that very number: another beside it would be installed twice. The newest computes on the thread that calls it as well, so that nothing would be simpler; it embeds a question in a tenth of a millisecond less and reads in more than half a millisecond more, takes longer to load, and three times the disk. It has no fault that is met here: that the old one ignores the options of a model given as bytes, and can be loaded once in a process, is worked around in `src/embedding/model-session.ts` and by a process of its own.';

/** Times in ms, sizes in bytes. */
interface Once {
  readonly loading: number;
  readonly question: number;
  readonly passage: number;
  readonly reading: number;
  readonly memory: number;
  readonly late: number;
}

interface Runtime {
  readonly version: string;
  readonly size: number;
  readonly measured: Readonly<Record<keyof Once, Spread>>;
}

const folders = [
  path.join(PACKAGE_DIR, 'node_modules', ONNX),
  path.join(PACKAGE_DIR, 'bench', 'node_modules', ONNX),
];
const runs = new Map<string, Once[]>(folders.map((folder) => [folder, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const folder of folders) runs.get(folder)?.push(await once(folder));
}
const runtimes = await Promise.all(
  folders.map((folder) => runtime(folder, runs.get(folder) ?? [])),
);
console.table(runtimes.map(({ version, measured }) => ({ version, ...medians(measured) })));
const machine = thisMachine();
const json = await format(JSON.stringify({ machine, runtimes }), { parser: 'json' });
await writeFile(path.join(DOCS, 'runtimes.json'), json);
const markdown = await format(page(runtimes, machine), { parser: 'markdown' });
await writeFile(path.join(DOCS, 'runtimes.md'), markdown);

async function once(folder: string): Promise<Once> {
  const program = path.join(PACKAGE_DIR, 'bench', 'runtime-once.mjs');
  const args = [program, folder, EMBEDDER, READER];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Once;
}

async function runtime(folder: string, all: readonly Once[]): Promise<Runtime> {
  const about: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const spread = (name: keyof Once): Spread => spreadOf(all.map((run) => run[name]));
  return {
    version: (about as { readonly version: string }).version,
    size: await sizeOf(folder),
    measured: {
      loading: spread('loading'),
      question: spread('question'),
      passage: spread('passage'),
      reading: spread('reading'),
      memory: spread('memory'),
      late: spread('late'),
    },
  };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function medians(measured: Runtime['measured']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(measured).map(([name, { median }]) => [name, Math.round(median * 100) / 100]),
  );
}

function page(all: readonly Runtime[], { node, cores, cpu, load }: Machine): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const line = (title: string, name: keyof Once, unit: number, digits: number): string =>
    row([
      title,
      ...all.map(({ measured }) => {
        const { min, median, max } = measured[name];
        const of = (value: number): string => (value / unit).toFixed(digits);
        return `${of(median)} (${of(min)} to ${of(max)})`;
      }),
    ]);
  return [
    '# The runtime of the models, and the newest one',
    '',
    'This page is written by `npm run bench:runtimes`.',
    '',
    `Node ${node}, ${cores} cores, ${cpu}; a load of ${load.toFixed(1)} over the last quarter of an hour. The same models, on one thread, without tokenizing; ${ROUNDS} processes of each in turn, the median with least and most in brackets.`,
    '',
    row(['', ...all.map(({ version }) => `${ONNX} ${version}`)]),
    row(['---', ...all.map(() => '---:')]),
    line('embedding a question of 15 pieces, ms', 'question', 1, 2),
    line('embedding a passage of 120 pieces, ms', 'passage', 1, 2),
    line('reading 160 pieces, ms', 'reading', 1, 2),
    line('loading it and the embedding model, ms', 'loading', 1, 0),
    line('memory with both models, MB', 'memory', 1e6, 0),
    line('a timer is late while it embeds passages, ms', 'late', 1, 1),
    row(['installed, MB', ...all.map(({ size }) => (size / 1e6).toFixed(0))]),
    '',
    DECISION,
    '',
  ].join('\n');
}
