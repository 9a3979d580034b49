import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PACKAGE_DIR } from '../../src/version.js';
import { linesOfChildren } from './lines-of-children.js';

/** Raw coverage of the processes that tests start; tests/support/coverage-of-children.ts. */
const CHILDREN = path.join(PACKAGE_DIR, '.cache', 'coverage');
const LEAST_PERCENT = 90;
const PROJECTS = ['unit', 'paths', 'postgres'];
/** What of the slow ones starts the program and holds it to no deadline. */
const BESIDE = ['tests/end-to-end/cli-', 'tests/end-to-end/discord-'];

await rm(CHILDREN, { recursive: true, force: true });
await mkdir(CHILDREN, { recursive: true });
const vitest = path.join(PACKAGE_DIR, 'node_modules', 'vitest', 'vitest.mjs');
function run(...args: string[]): void {
  const env = { ...process.env, NEWSDESK_TEST_COVERAGE: CHILDREN };
  spawnSync(process.execPath, [vitest, 'run', ...args], {
    cwd: PACKAGE_DIR,
    env,
    stdio: ['ignore', process.stderr, process.stderr],
  });
}
run('--coverage', ...PROJECTS.map((name) => `--project=${name}`));
run('--project=slow-beside', ...BESIDE);

/** As vitest writes it: statements by number, where they are and how often each was run. */
interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}
const report = path.join(PACKAGE_DIR, 'coverage', 'coverage-final.json');
const files = JSON.parse(await readFile(report, 'utf8')) as Readonly<Record<string, FileCoverage>>;
const raw = (await readdir(CHILDREN)).map((name) => path.join(CHILDREN, name));
const inChildren = await linesOfChildren(raw);

let lines = 0;
let reached = 0;
for (const [file, { statementMap, s }] of Object.entries(files)) {
  const name = path.relative(PACKAGE_DIR, file);
  const isReached = new Map<number, boolean>();
  for (const [id, { start }] of Object.entries(statementMap)) {
    const here = (s[id] ?? 0) > 0 || inChildren.get(name)?.has(start.line) === true;
    isReached.set(start.line, here || isReached.get(start.line) === true);
  }
  const missing = [...isReached].flatMap(([line, is]) => (is ? [] : [line])).sort((a, b) => a - b);
  lines += isReached.size;
  reached += isReached.size - missing.length;
  if (missing.length > 0) console.log(`${name}: ${ranges(missing)}`);
}
const percent = (100 * reached) / lines;
console.log(`\n${reached} of ${lines} lines are reached, ${percent.toFixed(1)} %.`);
if (percent < LEAST_PERCENT) {
  console.log(`That is less than ${LEAST_PERCENT} %.`);
  process.exitCode = 1;
}

/** `3-5, 9` for 3, 4, 5, 9. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
