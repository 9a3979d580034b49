import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord.js';
import { BOT_PERMISSIONS, channelPayload, memberPayload } from '../payloads.js';
import { snowflake } from '../snowflake.js';
import type { Json } from '../validate/form.js';
import { messagePayload } from '../messages.js';
import {
  userPayload,
  type Channel,
  type Interaction,
  type InteractionKind,
  type Message,
  type User,
  type World,
} from '../world.js';

export interface Sender {
  readonly user: User;
  readonly channel: Channel;
  readonly permissions: bigint;
  readonly locale: string;
}

const TYPES: Readonly<Record<InteractionKind, InteractionType>> = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
};

/** receiving-and-responding: the interaction object, whole. Returns it as stored and as sent. */
export function openInteraction(
  world: World,
  kind: InteractionKind,
  name: string,
  data: Json,
  { user, channel, permissions, locale }: Sender,
  source?: Message,
): { readonly interaction: Interaction; readonly payload: Json } {
  const interaction: Interaction = {
    id: snowflake(),
    token: randomBytes(96).toString('base64url'),
    kind,
    name,
    channel,
    user,
    data,
    source,
    sentAt: world.now(),
    messages: [],
  };
  world.interactions.set(interaction.token, interaction);
  const { guild } = channel;
  const place: Json = guild
    ? {
        guild_id: guild.id,
        guild: { id: guild.id, locale: guild.locale, features: [] },
        guild_locale: guild.locale,
        member: { ...memberPayload(user), permissions: permissions.toString() },
        app_permissions: guild.botPermissions.toString(),
        authorizing_integration_owners: { '0': guild.id },
        context: 0,
      }
    : {
        user: userPayload(user),
        app_permissions: BOT_PERMISSIONS.toString(),
        authorizing_integration_owners: { '0': '0' },
        context: 1,
      };
  const payload: Json = {
    id: interaction.id,
    application_id: world.applicationId,
    type: TYPES[kind],
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), permissions: permissions.toString() },
    locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(source ? { message: messagePayload(source) } : {}),
    ...place,
  };
  return { interaction, payload };
}
