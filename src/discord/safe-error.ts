import { DiscordAPIError, HTTPError } from 'discord.js';
import { NewsdeskError } from '../errors.js';

/** An interaction's token stands in the path of requests, and lets anybody answer in our name. */
const TOKEN_IN_PATH = /((?:webhooks|interactions)\/\d+\/)[^/\s?"]+/g;

/** What the log may have of an error: no request body, which has people's words, and no token. */
export function safeError(error: unknown): Record<string, unknown> {
  if (error instanceof NewsdeskError) {
    return { type: error.name, code: error.code, ...causeOf(error) };
  }
  if (error instanceof DiscordAPIError) {
    const { status, code, method, message } = error;
    return { type: 'DiscordAPIError', status, code, method, message: scrub(message) };
  }
  if (error instanceof HTTPError) {
    const { status, method, message } = error;
    return { type: error.name, status, method, message: scrub(message) };
  }
  if (error instanceof Error) {
    const { name, message, stack = '' } = error;
    return { type: name, message: scrub(message), stack: scrub(stack), ...causeOf(error) };
  }
  return { type: typeof error, message: scrub(String(error)) };
}

function causeOf({ cause }: Error): { cause?: Record<string, unknown> } {
  return cause === undefined ? {} : { cause: safeError(cause) };
}

function scrub(text: string): string {
  return text.replace(TOKEN_IN_PATH, '$1[token]');
}
