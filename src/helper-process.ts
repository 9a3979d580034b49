import { fork, type ChildProcess } from 'node:child_process';

/** Starts a process of this program's own, which is talked to by messages, with flags for its V8, and what it needs in its environment. */
export function startHelper(
  file: string,
  argument: string,
  flags: readonly string[],
  needed: Readonly<Record<string, string>> = {},
): ChildProcess {
  // What it has no use for, neither a document nor a library can get at.
  const env = { ...process.env };
  delete env['DISCORD_TOKEN'];
  delete env['NEWSDESK_DATABASE_URL'];
  Object.assign(env, needed);
  return fork(file, [argument], {
    env,
    execArgv: [...flags],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
