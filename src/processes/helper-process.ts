import { fork, type ChildProcess } from 'node:child_process';
import type { HeapProfile } from './heap.js';

/**
 * Starts a process of this program's own, which is talked to by messages.
 * @param needed what it needs in its environment beside what this process has in its own
 */
export function startHelper(
  file: string,
  argument: string,
  heap: HeapProfile,
  needed: Readonly<Record<string, string>> = {},
): ChildProcess {
  // What it has no use for, neither a document nor a library can get at.
  const env = { ...process.env };
  delete env['DISCORD_TOKEN'];
  delete env['NEWSDESK_DATABASE_URL'];
  Object.assign(env, needed);
  return fork(file, [argument], {
    env,
    execArgv: [...heap],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Ends a helper that holds nothing which a kill could harm, and waits until it is gone. */
export async function killHelper(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
}
