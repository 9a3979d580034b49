import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder that holds package.json: from the sources one up, from the build two. */
export const PACKAGE_DIR = packageDir(path.dirname(fileURLToPath(import.meta.url)));

export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(PACKAGE_DIR, 'package.json'), 'utf8'))).version;

function packageDir(folder: string): string {
  const above = path.dirname(folder);
  return path.basename(above) === 'dist' ? path.dirname(above) : above;
}
