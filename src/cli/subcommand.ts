import type { Command } from 'commander';
import type { Session } from './session.js';

/** Does a subcommand's work; the exit code, 0 if nothing is returned. */
export type Work = (session: Session) => Promise<number | undefined>;

/** Runs work with everything around it: settings, output, errors, and the closing of what it opened. */
export type Runner = (work: Work) => Promise<void>;

/** Adds one subcommand to the program. */
export type Subcommand = (program: Command, run: Runner) => void;

/** What the exit codes of the command line mean. */
export const DONE = 0;
export const FAILED = 1;
