import path from 'node:path';
import { config } from 'dotenv';
import { PACKAGE_DIR } from '../version.js';
import { faultMessage } from './failure.js';

/** `newsdesk list | head` closes the pipe when it has seen enough, which is no failure. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // Nobody is left to be told.
  process.stderr.on('error', () => undefined);
}

/** A fault that nobody awaits ends the program as one that somebody does: in one line. */
export function reportFaults(): void {
  const report = (error: unknown): void => {
    process.stderr.write(`newsdesk: ${faultMessage(error)}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** If the folder that the command was run in has been deleted, nothing relative can be found. */
export function leaveDeletedFolder(): void {
  try {
    process.cwd();
  } catch {
    process.chdir(PACKAGE_DIR);
  }
}

/** Takes settings from `.env` where the command is run, then beside the program; neither overrides. */
export function loadEnvironment(): void {
  const folders = new Set([process.cwd(), PACKAGE_DIR]);
  config({ path: [...folders].map((folder) => path.join(folder, '.env')), quiet: true });
}
