import path from 'node:path';
import { config } from 'dotenv';
import { PACKAGE_DIR } from '../version.js';

/** Takes settings from `.env` where the command is run, then beside the program; neither overrides. */
export function loadEnvironment(): void {
  const folders = new Set([process.cwd(), PACKAGE_DIR]);
  config({ path: [...folders].map((folder) => path.join(folder, '.env')), quiet: true });
}
