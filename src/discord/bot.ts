import type { Logger } from 'pino';
import type { Newsdesk } from '../newsdesk.js';
import type { DiscordSettings } from './settings.js';

export interface BotOptions {
  readonly newsdesk: Newsdesk;
  readonly settings: DiscordSettings;
  readonly log: Logger;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/**
 * Serves Discord until the signal is aborted, and resolves once what was under way is finished.
 * @throws NewsdeskError `discord-…` where the token, an intent or the access is missing
 */
export async function runBot(options: BotOptions): Promise<void> {
  return Promise.reject(new Error(`not yet written: ${options.newsdesk.version}`));
}
