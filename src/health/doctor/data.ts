import { access, constants, mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fault, ok, warning, type Finding } from '../../finding.js';
import { checkDisk, firstLine } from './machine.js';

/** Whether the data folder can be written, has room, and holds databases that are whole. */
export async function checkData(dataDir: string): Promise<Finding[]> {
  const existing = await nearestExisting(dataDir);
  const writable = await checkWritable(dataDir, existing);
  const { bavail, bsize } = await statfs(existing);
  const disk = checkDisk(dataDir, bavail * bsize);
  if (existing !== dataDir) return [writable, disk];
  return [writable, disk, ...(await checkDatabases(dataDir))];
}

/** The folder, or the one above it that is there: what is missing is made by the first run. */
async function nearestExisting(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  const above = path.dirname(folder);
  return found !== undefined || above === folder ? folder : nearestExisting(above);
}

async function checkWritable(dataDir: string, existing: string): Promise<Finding> {
  const found = await stat(existing);
  if (!found.isDirectory()) {
    return fault(
      'Data folder',
      `${existing} is a file. Set NEWSDESK_DATA_DIR to a folder, or remove the file.`,
    );
  }
  try {
    await access(existing, constants.W_OK | constants.X_OK);
    const probe = await mkdtemp(path.join(existing, '.newsdesk-doctor-'));
    await rm(probe, { recursive: true });
  } catch (error) {
    return fault(
      'Data folder',
      `${existing} can't be written by this user (${firstLine(error)}). Give it to the user that runs Newsdesk ("chown -R"), or set NEWSDESK_DATA_DIR to another folder.`,
    );
  }
  return ok('Data folder', existing === dataDir ? dataDir : `${dataDir} will be made`);
}

/** Reads them as the bot would: `newsdesk verify` looks closer. */
async function checkDatabases(dataDir: string): Promise<Finding[]> {
  const file = path.join(dataDir, 'newsdesk.sqlite');
  if ((await stat(file).catch(() => undefined)) === undefined) {
    return [
      warning('Articles', 'None yet. Add some with "npm run newsdesk -- index FILE-OR-LINK".'),
    ];
  }
  try {
    const { surveyStore } = await import('../../store/survey.js');
    const { articles, damage, newer } = surveyStore(file);
    if (newer) {
      return [
        fault(
          'Articles',
          `${file} was written by a newer Newsdesk. Update this one ("git pull", "npm ci"), or restore a backup of this version.`,
        ),
      ];
    }
    if (damage === undefined) return [ok('Articles', `${articles} in ${file}`)];
    return [damaged(file, damage)];
  } catch (error) {
    return [damaged(file, firstLine(error))];
  }
}

function damaged(file: string, reason: string): Finding {
  return fault(
    'Articles',
    `${file} is damaged (${reason}). Try "npm run newsdesk -- verify --repair"; if that fails, "npm run newsdesk -- restore BACKUP", or remove the file and index again.`,
  );
}
