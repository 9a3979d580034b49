import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, above the sources and above what they are built into. */
export const PACKAGE_DIR = packageDir(path.dirname(fileURLToPath(import.meta.url)));

export const VERSION = versionIn(readFileSync(path.join(PACKAGE_DIR, 'package.json'), 'utf8'));

/** Without a library, since the shortest command needs it too. */
function versionIn(json: string): string {
  const { version } = JSON.parse(json) as { version?: unknown };
  if (typeof version !== 'string') throw new Error('package.json names no version');
  return version;
}

function packageDir(folder: string): string {
  const above = path.dirname(folder);
  if (above === folder)
    throw new Error('There is no package.json above Newsdesk: install it again');
  return existsSync(path.join(above, 'package.json')) ? above : packageDir(above);
}
