import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { NO_MENTIONS } from './wire.js';
import { restOptions } from './rest.js';
import type { DiscordSettings } from '../config.js';

/** Messages that are kept of each channel: enough for the one that a follow-up replies to. */
const KEPT_MESSAGES = 10;
const KEPT_PEOPLE = 100;

/** No privileged intent: Discord gives the text of messages that mention the bot all the same. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A client that remembers little, so that it stays small on many servers. */
export function createClient(settings: DiscordSettings, version: string): Client {
  return new Client({
    intents: INTENTS,
    // Direct messages come in channels that Discord does not announce beforehand.
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    rest: restOptions(settings.apiUrl, version),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: KEPT_MESSAGES,
      GuildMemberManager: {
        maxSize: KEPT_PEOPLE,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
      UserManager: {
        maxSize: KEPT_PEOPLE,
        keepOverLimit: (user) => user.id === user.client.user.id,
      },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      ThreadMemberManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
    }),
  });
}
