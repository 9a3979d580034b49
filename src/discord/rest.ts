import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';

const RETRIES = 3;
const TIMEOUT_MS = 10_000;

/** `apiUrl` as in the settings; Discord's own if it is missing. */
export function restOptions(apiUrl: string | undefined, version: string): Partial<RESTOptions> {
  return {
    api: apiUrl?.replace(/(?<!\/)\/+$/, '') ?? DefaultRestOptions.api,
    userAgentAppendix: `Newsdesk/${version}`,
    // 5xx and broken connections; 429 is waited for in any case.
    retries: RETRIES,
    timeout: TIMEOUT_MS,
  };
}

export function createRest(token: string, apiUrl: string | undefined, version: string): REST {
  return new REST(restOptions(apiUrl, version)).setToken(token);
}
