import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_MODEL, DEFAULT_READER } from './embedding/default-models.js';
import type { ModelSettings } from './embedding/model-files.js';
import { NewsdeskError } from './errors.js';
import { readShards, SHARDS, type ShardsSetting } from './shards.js';
import { GIVEN_SNOWFLAKE } from './text/snowflake.js';
import { PACKAGE_DIR } from './version.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  /** Absolute: what Newsdesk writes. */
  readonly dataDir: string;
  /** `NEWSDESK_DATABASE_URL`: keeps articles and questions in PostgreSQL instead. Has a password. */
  readonly databaseUrl: string | undefined;
  /** `NEWSDESK_MACHINE`: whose files are meant, if several machines share the database. */
  readonly machine: string;
  readonly model: ModelSettings;
  /** The model that reads passages together with the question; none if it is turned off. */
  readonly reader: ModelSettings | undefined;
  /** Overrides the fitted threshold, 0 to 1. */
  readonly minConfidence: number | undefined;
  readonly allowPrivateUrls: boolean;
  /** `NEWSDESK_LOG_LEVEL`; if it is not set, what runs knows what a person needs. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined;
  /** `NEWSDESK_HTTP`: serves `/healthz` and `/metrics`; off if it is missing. */
  readonly http: HttpAddress | undefined;
  readonly discord: Omit<DiscordSettings, 'token'> & { readonly token?: string | undefined };
}

/** Where to listen: a host's name or address, and a port. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

/** What the bot needs to know, with the variable that each is read from. */
export interface DiscordSettings {
  /** `DISCORD_TOKEN`. Never printed, not even a part of it. */
  readonly token: string;
  /** `DISCORD_CLIENT_ID`; read from the token's application if it is missing. */
  readonly clientId?: string | undefined;
  /** `DISCORD_GUILD_ID`: commands are registered in this server only, at once and for nobody else. */
  readonly guildId?: string | undefined;
  /** `DISCORD_API_URL`: base of the REST API with no version in it, e.g. `http://127.0.0.1:1234/api`. */
  readonly apiUrl?: string | undefined;
  /** `NEWSDESK_SHARDS`; one process without shards if it is missing. */
  readonly shards?: ShardsSetting | undefined;
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

/** A setting: how it is read, and how what is allowed is told to a person. */
interface Setting<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly allowed: string;
}

const flag: Setting<boolean> = {
  schema: z
    .enum(['true', 'false', '1', '0'])
    .default('false')
    .transform((value) => value === 'true' || value === '1'),
  allowed: 'true or false',
};

const snowflake: Setting<string | undefined> = {
  schema: z.string().regex(GIVEN_SNOWFLAKE).optional(),
  allowed: 'the 17 to 20 digits that Discord shows with "Copy ID"',
};

function integer(fallback: number, least: number, most: number): Setting<number> {
  return {
    schema: z
      .string()
      .regex(/^\d+$/)
      .default(String(fallback))
      .transform(Number)
      .refine((value) => value >= least && value <= most),
    allowed: `a whole number from ${least} to ${most}`,
  };
}

/** A port alone is one that only this machine can reach. */
function httpAddress(value: string): HttpAddress {
  const colon = value.lastIndexOf(':');
  const host = colon === -1 ? '127.0.0.1' : value.slice(0, colon).replace(/^\[|\]$/g, '');
  return { host, port: Number(value.slice(colon + 1)) };
}

const modelName = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;
/** Where the models are that come with Newsdesk. */
const OWN_MODELS = path.join(PACKAGE_DIR, 'data', 'models');

/** What names a database in place of a folder. */
export const DATABASE_URL = /^postgres(?:ql)?:\/\/\S+$/;

const SETTINGS = {
  // As Discord makes them: three parts of base64 with points between.
  DISCORD_TOKEN: {
    schema: z
      .string()
      .regex(/^[\w.+/=-]+$/)
      .optional(),
    allowed:
      'the token that the Discord developer portal shows under Bot, with no spaces or quotes',
  },
  DISCORD_CLIENT_ID: snowflake,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
      .optional(),
    allowed: 'an http or https address with no version in it, such as https://proxy.example/api',
  },
  NEWSDESK_DATA_DIR: {
    schema: z.string().default(path.join(PACKAGE_DIR, 'data', 'index')),
    allowed: 'a folder',
  },
  NEWSDESK_DATABASE_URL: {
    schema: z
      .string()
      .regex(DATABASE_URL)
      .refine((value) => URL.canParse(value))
      .optional(),
    allowed: 'the address of a PostgreSQL database, such as postgres://user:password@host/newsdesk',
  },
  NEWSDESK_MACHINE: {
    schema: z
      .string()
      .regex(/^[\w.-]{1,100}$/)
      .default(hostname().replace(/[^\w.-]/g, '-')),
    allowed: 'a name of letters, digits, points and dashes',
  },
  NEWSDESK_MODEL: {
    schema: z.string().regex(modelName).default(DEFAULT_MODEL),
    allowed: `a model as the hub names it, such as ${DEFAULT_MODEL}`,
  },
  NEWSDESK_MODEL_DIR: {
    schema: z.string().default(OWN_MODELS),
    allowed: 'a folder',
  },
  NEWSDESK_MODEL_CACHE: {
    schema: z.string().default(path.join(PACKAGE_DIR, 'data', 'cache')),
    allowed: 'a folder',
  },
  NEWSDESK_READER: {
    schema: z.string().regex(modelName).default(DEFAULT_READER),
    allowed:
      'off, or a question-answering model as the hub names it, such as Xenova/distilbert-base-cased-distilled-squad',
  },
  NEWSDESK_MIN_CONFIDENCE: {
    schema: z
      .string()
      .regex(/^(?:0?\.\d+|[01](?:\.\d+)?)$/)
      .transform(Number)
      .refine((value) => value <= 1)
      .optional(),
    allowed: 'a number from 0 to 1, such as 0.5',
  },
  NEWSDESK_ALLOW_PRIVATE_URLS: flag,
  NEWSDESK_LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS).optional(),
    allowed: LOG_LEVELS.join(', '),
  },
  NEWSDESK_HTTP: {
    schema: z
      .string()
      .regex(/^(?:(?:[\w.-]+|\[[\da-fA-F:.]+\]):)?\d{1,5}$/)
      .transform(httpAddress)
      .refine(({ port }) => port <= 65_535)
      .optional(),
    allowed: 'a port of this machine alone, or an address and a port, such as 127.0.0.1:9090',
  },
  NEWSDESK_SHARDS: {
    schema: z
      .string()
      .regex(SHARDS)
      .transform(readShards)
      .refine((value) => value !== undefined)
      .optional(),
    allowed: 'auto, a whole number from 1, or some of that many counted from 0, such as 2,3/8',
  },
  NEWSDESK_COOLDOWN_SECONDS: integer(2, 0, 3600),
  NEWSDESK_SERVER_MAX_ARTICLES: integer(500, 0, 1_000_000),
  NEWSDESK_SERVER_MAX_MB: integer(25, 0, 100_000),
  NEWSDESK_SERVER_ADDS_PER_HOUR: integer(60, 0, 100_000),
} as const satisfies Record<string, Setting<unknown>>;

/** What may hold a password is never shown. */
const SECRETS: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'NEWSDESK_DATABASE_URL']);

export type SettingName = keyof typeof SETTINGS;

/**
 * Reads and validates every setting once. An empty value counts as none.
 * @throws NewsdeskError `setting-invalid` with the setting's name, its value and what is allowed
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const folders = {
    dir: path.resolve(read(env, 'NEWSDESK_MODEL_DIR')),
    cacheDir: path.resolve(read(env, 'NEWSDESK_MODEL_CACHE')),
  };
  return {
    dataDir: path.resolve(read(env, 'NEWSDESK_DATA_DIR')),
    databaseUrl: read(env, 'NEWSDESK_DATABASE_URL'),
    machine: read(env, 'NEWSDESK_MACHINE'),
    model: { name: read(env, 'NEWSDESK_MODEL'), ...folders },
    reader: readerSettings(read(env, 'NEWSDESK_READER'), folders),
    minConfidence: read(env, 'NEWSDESK_MIN_CONFIDENCE'),
    allowPrivateUrls: read(env, 'NEWSDESK_ALLOW_PRIVATE_URLS'),
    logLevel: read(env, 'NEWSDESK_LOG_LEVEL'),
    http: read(env, 'NEWSDESK_HTTP'),
    discord: {
      token: read(env, 'DISCORD_TOKEN'),
      clientId: read(env, 'DISCORD_CLIENT_ID'),
      guildId: read(env, 'DISCORD_GUILD_ID'),
      apiUrl: read(env, 'DISCORD_API_URL'),
      shards: read(env, 'NEWSDESK_SHARDS'),
      cooldownSeconds: read(env, 'NEWSDESK_COOLDOWN_SECONDS'),
      serverLimits: {
        articles: read(env, 'NEWSDESK_SERVER_MAX_ARTICLES'),
        megabytes: read(env, 'NEWSDESK_SERVER_MAX_MB'),
        addsPerHour: read(env, 'NEWSDESK_SERVER_ADDS_PER_HOUR'),
      },
    },
  };
}

/** The one that comes with Newsdesk is where it came, wherever other models are looked for. */
function readerSettings(
  name: string,
  folders: Omit<ModelSettings, 'name'>,
): ModelSettings | undefined {
  if (name === 'off') return undefined;
  return { name, ...folders, ...(name === DEFAULT_READER ? { dir: OWN_MODELS } : {}) };
}

function read<N extends SettingName>(
  env: Readonly<Record<string, string | undefined>>,
  name: N,
): z.output<(typeof SETTINGS)[N]['schema']> {
  const { schema, allowed }: { schema: z.ZodType; allowed: string } = SETTINGS[name];
  const given = env[name]?.trim();
  const value = given === '' ? undefined : given;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as z.output<(typeof SETTINGS)[N]['schema']>;
  throw new NewsdeskError('setting-invalid', {
    name,
    value: SECRETS.has(name) ? 'something else (it is not shown here)' : `"${value ?? ''}"`,
    allowed,
  });
}
