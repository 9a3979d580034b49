import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findModel, missingModelFile, type ModelSettings } from '../../embedding/model-files.js';
import { findReader, missingReaderFile } from '../../embedding/reader-files.js';
import { fault, ok, warning, type Finding } from '../../finding.js';

/** Lies in the models' folder, as `sha256sum` writes it: a hash, two spaces, a file's path. */
const SUMS = 'SHA256SUMS';
const LINE = /^([\da-f]{64}) [ *](.+)$/;

/** Whether the model's files are here, and whole. */
export async function checkModel(settings: ModelSettings): Promise<Finding[]> {
  const folder = await findModel(settings);
  if (folder === undefined) {
    const missing = await missingModelFile(path.join(settings.dir, settings.name));
    return [
      fault(
        'Model',
        `${settings.name} is not here: ${missing ?? settings.dir} is missing or empty. If it is the model that came with Newsdesk, get it back with "git checkout -- data/models" (or unpack Newsdesk again); another is fetched with the first text, which needs the network.`,
      ),
    ];
  }
  const wrong = await wrongFiles(settings.dir);
  if (wrong === undefined) {
    return [warning('Model', `${folder} has no ${SUMS} to check it by.`)];
  }
  if (wrong.length === 0) return [ok('Model', `${settings.name}, every checksum right`)];
  return wrong.map((file) =>
    fault(
      'Model',
      `${file} is missing or is not the file that came with Newsdesk. Get it back with "git checkout -- data/models", or unpack Newsdesk again.`,
    ),
  );
}

/** Whether what reads passages is here; its checksums are among those of the models. */
export async function checkReader(settings: ModelSettings | undefined): Promise<Finding> {
  if (settings === undefined) return ok('Reader', 'off: answers are given without reading');
  if ((await findReader(settings)) !== undefined) return ok('Reader', settings.name);
  const missing = await missingReaderFile(settings.dir, settings.name);
  return fault(
    'Reader',
    `${settings.name} is not here: ${missing ?? settings.dir} is missing or empty. If it is the reader that came with Newsdesk, get it back with "git checkout -- data/models" (or unpack Newsdesk again), or do without it with NEWSDESK_READER=off; another is fetched with the first text, which needs the network.`,
  );
}

/** The files of a folder that are not what their checksums say; undefined without checksums. */
async function wrongFiles(folder: string): Promise<string[] | undefined> {
  const sums = await readFile(path.join(folder, SUMS), 'utf8').catch(() => undefined);
  if (sums === undefined) return undefined;
  const wrong: string[] = [];
  for (const line of sums.split('\n')) {
    const [, sum, name] = LINE.exec(line) ?? [];
    if (sum === undefined || name === undefined) continue;
    const file = path.join(folder, name);
    if ((await sha256(file)) !== sum) wrong.push(file);
  }
  return wrong;
}

async function sha256(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
