import { readConfig } from '../config.js';
import { PACKAGE_DIR } from '../version.js';
import { fit } from './fit.js';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: npm run fit -- FILE, in the format of SQuAD.\n');
  process.exitCode = 2;
} else {
  const { model, reader } = readConfig(process.env);
  const figures = await fit(file, { model, reader, project: PACKAGE_DIR });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
