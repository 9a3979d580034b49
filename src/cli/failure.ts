import { CommanderError } from 'commander';
import { NewsdeskError } from '../errors.js';
import { Interrupted } from './interrupted.js';

/** What a person, or a program that reads `--json`, is told of an error. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
}

/** Turns whatever was thrown into one line and an exit code. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NewsdeskError || error instanceof Interrupted) {
    const { code, message, exitCode } = error;
    return { code, message, exitCode };
  }
  if (error instanceof CommanderError) {
    return { code: 'usage', message: usageMessage(error), exitCode: 2 };
  }
  return { code: 'fault', message: faultMessage(error), exitCode: 1 };
}

export function faultMessage(error: unknown): string {
  if (wantsStack() && error instanceof Error) return error.stack ?? error.message;
  const reason = String(error).split('\n', 1)[0] ?? '';
  return `Something went wrong inside Newsdesk (${reason}). Set NEWSDESK_LOG_LEVEL=debug for the stack.`;
}

/** Past the settings, since a fault may be in them, or come before they are read. */
function wantsStack(): boolean {
  return ['debug', 'trace'].includes(process.env['NEWSDESK_LOG_LEVEL'] ?? '');
}

/** "error: unknown option '--x'\n(Did you mean …?)" as a sentence or two of ours. */
function usageMessage({ message }: CommanderError): string {
  const text = message
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?)]$/.test(sentence) ? sentence : `${sentence}.`;
}
