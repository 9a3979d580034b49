import { Locale } from 'discord.js';
import { BOT_PERMISSIONS } from './payloads.js';
import { snowflake } from './snowflake.js';
import type { Channel, Guild, User, World } from './world.js';

export interface GuildOptions {
  readonly name?: string;
  readonly locale?: Locale;
  readonly botPermissions?: bigint;
}

const DAY_AND_A_BIT = 86_400_001;

/** A server with one text channel, which the bot is in. */
export function addGuild(world: World, options: GuildOptions = {}): Guild {
  const guild: Guild = {
    // As old as no other, since a server's shard follows from when it was made.
    id: snowflake(Date.now() - (world.guilds.size + 1) * DAY_AND_A_BIT),
    name: options.name ?? `Server ${world.guilds.size + 1}`,
    ownerId: snowflake(),
    locale: options.locale ?? Locale.EnglishUS,
    channelId: snowflake(),
    botRoleId: snowflake(),
    botPermissions: options.botPermissions ?? BOT_PERMISSIONS,
  };
  world.guilds.set(guild.id, guild);
  world.channels.set(guild.channelId, { id: guild.channelId, guild });
  world.events.emit('guild', guild);
  return guild;
}

export function guildChannel(world: World, guild: Guild): Channel {
  const channel = world.channels.get(guild.channelId);
  if (!channel) throw new Error(`server ${guild.name} has no channel`);
  return channel;
}

/** The channel between the bot and a person, the same one each time. */
export function directChannel(world: World, recipient: User): Channel {
  for (const channel of world.channels.values()) {
    if (channel.recipient === recipient) return channel;
  }
  const channel: Channel = { id: snowflake(), recipient };
  world.channels.set(channel.id, channel);
  return channel;
}
