import { execFile } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { askFolder, type Asked } from './scale-ask.js';
import { buildFolder, type Built } from './scale-build.js';
import { reportScale, type ScaleFigures } from './scale-report.js';

/*
 * How cost grows with the passages: `npm run bench:scale -- FILE FOLDER [SIZE…]`, with a set in SQuAD
 * format and a folder that keeps what is made, so that it can be interrupted. Each size is made, and
 * asked, in processes of their own, which this program starts with the work's name before the rest.
 */
const SIZES = [1_000, 10_000, 100_000];

const [first = '', ...others] = process.argv.slice(2);
if (first === 'build' || first === 'ask') await work(first, others);
else if (others.length === 0) {
  process.stderr.write('Usage: npm run bench:scale -- FILE FOLDER [SIZE…]\n');
  process.exitCode = 2;
} else await measure(first, others);

async function work(
  name: 'build' | 'ask',
  [file = '', folder = '', size = '']: readonly string[],
): Promise<void> {
  const measured =
    name === 'build'
      ? await buildFolder(file, folder, Number(size))
      : await askFolder(file, folder);
  process.stdout.write(JSON.stringify(measured));
}

async function measure(file: string, [root = '', ...sizes]: readonly string[]): Promise<void> {
  const figures: ScaleFigures[] = [];
  for (const size of sizes.length === 0 ? SIZES : sizes.map(Number)) {
    const folder = path.join(root, String(size));
    await mkdir(folder, { recursive: true });
    const built = (await inProcess('build', file, folder, size)) as Built;
    const asked = (await inProcess('ask', file, folder, size)) as Asked;
    const [database, graphFiles] = [
      await bytesIn(folder, 'newsdesk.'),
      await bytesIn(folder, 'shared.'),
    ];
    figures.push({ ...built, ...asked, database, graphFiles });
    console.log(figures.at(-1));
  }
  await reportScale(figures);
}

async function inProcess(...args: readonly (string | number)[]): Promise<unknown> {
  const program = fileURLToPath(import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args.map(String)]);
  return JSON.parse(stdout);
}

/** Of the files below a folder whose names begin so. */
async function bytesIn(folder: string, beginning: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.startsWith(beginning));
  const sizes = files.map(
    async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
