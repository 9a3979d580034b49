import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll } from 'vitest';
import { BRIDGE, LIGHTHOUSE, PUTIN, writeArticles } from './articles.js';
import {
  copyOf,
  newsdeskJson,
  removeFolder,
  removeTemporaryFolders,
  startBot,
  temporaryFolder,
  type Bot,
  type BotOptions,
} from './bot.js';
import { startDiscord, type Discord, type Guild, type Person } from './discord/discord.js';

/** A bot that runs against a loopback Discord, with a server, a member and a manager of it. */
export interface Stage {
  readonly discord: Discord;
  readonly guild: Guild;
  readonly member: Person;
  readonly manager: Person;
  readonly dataDir: string;
  /** The bot that runs now. */
  readonly bot: () => Bot;
  /** Ends the bot, and starts another one on the same data. */
  readonly restart: (signal?: NodeJS.Signals) => Promise<void>;
  readonly end: () => Promise<void>;
}

export type StageOptions = Pick<BotOptions, 'env'> & {
  /** Copied; the sample articles if it is missing. */
  readonly dataDir?: string;
  readonly discord?: Discord;
};

let samples: Promise<string> | undefined;

// For every file that imports this.
afterAll(removeTemporaryFolders);

/** Three articles, indexed by the command line; once for all tests of a file. */
export function sampleData(): Promise<string> {
  return (samples ??= indexSamples());
}

async function indexSamples(): Promise<string> {
  const dataDir = temporaryFolder();
  const folder = writeArticles(join(temporaryFolder(), 'articles'), [BRIDGE, LIGHTHOUSE]);
  await newsdeskJson(dataDir, 'index', PUTIN, folder);
  return dataDir;
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const dataDir = copyOf(options.dataDir ?? (await sampleData()));
  const discord = options.discord ?? (await startDiscord());
  const guild = discord.addGuild();
  const start = () => startBot(discord, { ...options, dataDir });
  let bot = await start();
  return {
    discord,
    guild,
    member: discord.person({ guild }),
    manager: managerOf(discord, guild),
    dataDir,
    bot: () => bot,
    async restart(signal) {
      await bot.stop(signal);
      bot = await start();
    },
    async end() {
      await bot.stop();
      await discord.close();
      removeFolder(dataDir);
    },
  };
}

export function managerOf(discord: Discord, guild: Guild): Person {
  return discord.person({ guild, permissions: PermissionFlagsBits.ManageGuild });
}
