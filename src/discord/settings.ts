/** What the bot needs to know; `src/config.ts` fills it from the variables that are named here. */
export interface DiscordSettings {
  /** `DISCORD_TOKEN`. Never printed, not even a part of it. */
  readonly token: string;
  /** `DISCORD_CLIENT_ID`; read from the token's application where it is missing. */
  readonly clientId?: string | undefined;
  /** `DISCORD_GUILD_ID`: commands are registered in this server only, at once and for nobody else. */
  readonly guildId?: string | undefined;
  /** `DISCORD_API_URL`: base of the REST API with no version in it, e.g. `http://127.0.0.1:1234/api`. */
  readonly apiUrl?: string | undefined;
  /** `NEWSDESK_SHARDS`: a number from 1 or `auto`; one process without shards where it is missing. */
  readonly shards?: number | 'auto' | undefined;
  /** `NEWSDESK_COOLDOWN_SECONDS`, default 2: time between two questions of one person; 0 for none. */
  readonly cooldownSeconds: number;
  readonly serverLimits: ServerLimits;
}

/** How much a server may add of its own. */
export interface ServerLimits {
  /** `NEWSDESK_SERVER_MAX_ARTICLES`, default 500. */
  readonly articles: number;
  /** `NEWSDESK_SERVER_MAX_MB`, default 25: text of a server's own articles, in 10^6 characters. */
  readonly megabytes: number;
  /** `NEWSDESK_SERVER_ADDS_PER_HOUR`, default 60: additions, refreshes included. */
  readonly addsPerHour: number;
}
