import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { fit } from './fit.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'string' },
    dry: { type: 'boolean', default: false },
    read: { type: 'boolean', default: false },
    sureness: { type: 'boolean', default: false },
    measure: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  process.stderr.write(
    `Usage: npm run fit -- FILE… [--keep FOLDER] [--dry] [--read] [--sureness] [--measure]
Files in the shapes that newsdesk eval reads; what was embedded and found is kept in the folder.
With --measure nothing is fitted, and the page shows the coefficients as they stand. With --sureness what is found and shown stays as it is. With --read what the reader adds is fitted, and nothing else; with --dry the page of figures is printed, and nothing is written.\n`,
  );
  process.exitCode = 2;
} else {
  const keep = path.resolve(values.keep ?? path.join(tmpdir(), 'newsdesk-fit'));
  await mkdir(keep, { recursive: true });
  const { model, reader } = readConfig(process.env);
  const page = await fit(positionals, {
    model,
    reader: values.read || values.measure ? reader : undefined,
    project: PACKAGE_DIR,
    keep,
    dry: values.dry,
    sureness: values.sureness,
    measureOnly: values.measure,
    onStep: (step) => process.stderr.write(`${step}\n`),
  });
  if (values.dry) process.stdout.write(page);
}
