import { fork, type ChildProcess } from 'node:child_process';

/** Starts a process of this program's own, which is talked to by messages, with flags for its V8. */
export function startHelper(
  file: string,
  argument: string,
  flags: readonly string[],
): ChildProcess {
  // It has no use for the bot's token, so that neither a document nor a library could get at it.
  const env = { ...process.env };
  delete env['DISCORD_TOKEN'];
  return fork(file, [argument], {
    env,
    execArgv: [...flags],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
