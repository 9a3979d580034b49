import { GatewayIntentBits } from 'discord.js';
import { messagePayload } from '../messages.js';
import { memberPayload } from '../payloads.js';
import { userPayload, type Channel, type Message, type World } from '../world.js';

/** The intent without which a channel's messages are not sent. */
export function messageIntent({ guild }: Channel): number {
  return guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
}

/**
 * A message as a bot with these intents gets it: without the MessageContent intent the text is
 * there only in direct messages, in the bot's own, and where it is mentioned (events/gateway).
 */
export function messageEvent(world: World, message: Message, intents: number): unknown {
  const { channel, author, repliesTo } = message;
  const payload = messagePayload(message);
  const mentioned =
    message.body.content.includes(`<@${world.bot.id}>`) || repliesTo?.author === world.bot;
  const visible =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    channel.guild === undefined ||
    author === world.bot ||
    mentioned;
  const mentions = payload.mentions.flatMap(({ id }) => {
    const user = world.users.get(id);
    return user ? [userPayload(user)] : [];
  });
  const guild = channel.guild
    ? { guild_id: channel.guild.id, member: { ...memberPayload(author), user: undefined } }
    : {};
  const text = visible ? {} : { content: '', embeds: [], attachments: [], components: [] };
  return {
    ...payload,
    mentions,
    ...guild,
    ...text,
    channel_type: channel.guild ? 0 : 1,
    nonce: null,
  };
}
