import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measureLoad, type LoadFigures } from './load-ask.js';
import { reportLoad } from './load-report.js';

/*
 * What questions cost when many come: `npm run bench:load -- FILE`, with a set in SQuAD format. With
 * the reader and without it, in a process each, which this program starts with the work's name first.
 */
const READERS = ['with the reader', 'without the reader'] as const;

const [first = '', file = '', reader = ''] = process.argv.slice(2);
if (first === 'ask') {
  process.stdout.write(JSON.stringify(await measureLoad(file, reader === READERS[0])));
} else if (first === '') {
  process.stderr.write('Usage: npm run bench:load -- FILE\n');
  process.exitCode = 2;
} else {
  const figures: LoadFigures[] = [];
  for (const name of READERS) {
    const args = [fileURLToPath(import.meta.url), 'ask', first, name];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    figures.push({ name, rates: JSON.parse(stdout) as LoadFigures['rates'] });
    console.log(name);
    console.table(figures.at(-1)?.rates);
  }
  await reportLoad(figures);
}
