import { CommanderError, type Command } from 'commander';
import { failureOf } from './failure.js';
import { Output } from './output.js';
import { createProgram } from './program.js';
import type { SharedOptions } from './session.js';
import { DONE, type Work } from './subcommand.js';

/** Runs a command line, without the program's name, and returns the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let output = new Output({ json: asksForJson(args), quiet: false });
  let exitCode = DONE;
  const program = createProgram(async (work) => {
    const options = program.opts<SharedOptions>();
    output = new Output({ json: options.json === true, quiet: options.quiet === true });
    exitCode = await perform(work, output, options);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return DONE;
    const failure = failureOf(error);
    const isUsage = error instanceof CommanderError;
    output.failure(
      isUsage ? { ...failure, message: usageOf(program, args, error, failure.message) } : failure,
    );
    return failure.exitCode;
  }
}

async function perform(work: Work, output: Output, options: SharedOptions): Promise<number> {
  // Loaded here: help and wrong usage need no settings.
  const { Session } = await import('./session.js');
  const session = new Session(output, options);
  try {
    return (await work(session)) ?? DONE;
  } catch (error) {
    session.progress.stop();
    // What an abort makes of the work under way is no failure of its own.
    throw session.isInterrupted ? session.signal.reason : error;
  } finally {
    await session.close();
  }
}

/** Needed before the arguments are known to be right. */
function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).includes('--json');
}

/** What is wrong with the arguments, and where to read what is right. */
function usageOf(
  program: Command,
  args: readonly string[],
  { code }: CommanderError,
  message: string,
): string {
  const names = program.commands.map((command) => command.name());
  const name = args.find((arg) => names.includes(arg));
  const help = name === undefined ? 'newsdesk --help' : `newsdesk ${name} --help`;
  const isMissing = code === 'commander.help';
  return `${isMissing ? 'Say what to do.' : message} See "${help}".`;
}
