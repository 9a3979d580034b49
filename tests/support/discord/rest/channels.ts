import { PermissionFlagsBits } from 'discord.js';
import {
  missingAccess,
  missingPermissions,
  noHistoryForReply,
  notAuthor,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from '../errors.js';
import { editBody } from '../interactions.js';
import { RATE } from '../limits.js';
import { createMessage, deleteMessage, messagePayload } from '../messages.js';
import { channelPayload } from '../payloads.js';
import { directChannel } from '../places.js';
import { checkForm, isJson } from '../validate/form.js';
import { checkMessage, FLAGS } from '../validate/message.js';
import type { Channel, Message } from '../world.js';
import { param, type Answer, type Call, type Route } from './router.js';

const limit = RATE.channelMessages;
const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;

/** resources/channel and resources/message, where a bot with no moderator's rights may go. */
export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/channels/:id',
    handle: (call) => ({ body: channelPayload(channel(call)) }),
  },
  {
    method: 'POST',
    template: '/channels/:id/typing',
    limit,
    handle: (call) => {
      needs(channel(call), SendMessages);
      return { status: 204 };
    },
  },
  { method: 'POST', template: '/channels/:id/messages', limit, handle: post },
  {
    method: 'GET',
    template: '/channels/:id/messages/:message',
    limit,
    handle: (call) => {
      needs(channel(call), ReadMessageHistory);
      return { body: messagePayload(message(call)) };
    },
  },
  {
    method: 'PATCH',
    template: '/channels/:id/messages/:message',
    limit,
    handle: (call) => {
      const edited = own(call);
      const body = isJson(call.body) ? call.body : {};
      return { body: messagePayload(editBody(call.world, edited, body, call.files.length)) };
    },
  },
  {
    method: 'DELETE',
    template: '/channels/:id/messages/:message',
    limit,
    handle: (call) => {
      deleteMessage(call.world, own(call));
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    template: '/users/@me/channels',
    handle: (call) => {
      const id = isJson(call.body) ? String(call.body['recipient_id']) : '';
      const user = call.world.users.get(id);
      if (!user) throw unknownUser();
      return { body: channelPayload(directChannel(call.world, user)) };
    },
  },
];

function channel(call: Call): Channel {
  const found = call.world.channels.get(param(call, 0));
  if (!found) throw unknownChannel();
  if (found.guild && (found.guild.botPermissions & ViewChannel) === 0n) throw missingAccess();
  return found;
}

function needs({ guild }: Channel, permission: bigint): void {
  if (guild && (guild.botPermissions & permission) === 0n) throw missingPermissions();
}

function message(call: Call): Message {
  const found = call.world.messages.get(param(call, 1));
  // An ephemeral message isn't in the channel: only its webhook reaches it.
  if (found?.channel !== channel(call) || found.deleted || found.onlyFor !== undefined) {
    throw unknownMessage();
  }
  return found;
}

function own(call: Call): Message {
  const found = message(call);
  if (found.author !== call.world.bot) throw notAuthor();
  return found;
}

function post(call: Call): Answer {
  const { world } = call;
  const into = channel(call);
  needs(into, SendMessages);
  const body = checkMessage(call.body, FLAGS.channel, undefined, call.files.length);
  const data = isJson(call.body) ? call.body : {};
  if (data['allowed_mentions'] === undefined) {
    world.violations.push({ what: 'allowed_mentions is missing', request: 'channel message' });
  }
  const created = createMessage(world, {
    channel: into,
    author: world.bot,
    body,
    repliesTo: referenced(call, into),
    allowedMentions: data['allowed_mentions'],
  });
  return { body: messagePayload(created) };
}

function referenced(call: Call, into: Channel): Message | undefined {
  const reference = isJson(call.body) ? call.body['message_reference'] : undefined;
  if (!isJson(reference)) return undefined;
  if (into.guild && (into.guild.botPermissions & ReadMessageHistory) === 0n) {
    throw noHistoryForReply();
  }
  const found = call.world.messages.get(String(reference['message_id']));
  if (found?.channel === into && !found.deleted) return found;
  if (reference['fail_if_not_exists'] === false) return undefined;
  checkForm(reference, (form) => {
    form.key('message_id').fail('REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  });
  return undefined;
}
