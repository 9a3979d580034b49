import type { Logger } from 'pino';

export interface RegisterOptions {
  readonly token: string;
  readonly clientId?: string | undefined;
  /** Register in this server only. */
  readonly guildId?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly log: Logger;
}

/** Names of commands, a slash command's without its slash. */
export interface RegisterReport {
  readonly created: string[];
  readonly updated: string[];
  readonly deleted: string[];
  readonly unchanged: string[];
}

/**
 * Makes Discord's list of commands equal to ours, writing only what differs.
 * @throws NewsdeskError `discord-…` where the token or the access is missing
 */
export async function registerCommands(options: RegisterOptions): Promise<RegisterReport> {
  return Promise.reject(new Error(`not yet written: ${String(options.dryRun)}`));
}
