import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/*
 * All benchmarks one after another, which write docs/benchmarks and README's figures of speed:
 * `npm run bench:all -- FILE FOLDER`, with a set in SQuAD format and a folder that keeps what is made.
 */
const [file, folder] = process.argv.slice(2);
if (file === undefined || folder === undefined) {
  process.stderr.write('Usage: npm run bench:all -- FILE FOLDER\n');
  process.exitCode = 2;
} else {
  for (const [name = '', ...args] of [
    ['main', file],
    ['scale', file, folder],
    ['load', file],
    ['runtimes'],
  ]) {
    const program = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) {
      process.stderr.write(
        `${name} ended with ${code ?? 'a signal'}: what was measured before it is written.\n`,
      );
      process.exitCode = 1;
      break;
    }
  }
}
