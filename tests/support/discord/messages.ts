import {
  ComponentType,
  MessageFlags,
  MessageType,
  type APIAttachment,
  type APIMessage,
} from 'discord.js';
import { snowflake } from './snowflake.js';
import { isJson, type Json } from './validate/form.js';
import { pings } from './validate/mentions.js';
import { EMPTY_BODY, type MessageBody } from './validate/message.js';
import {
  userPayload,
  type Channel,
  type Interaction,
  type Message,
  type User,
  type World,
} from './world.js';

export interface NewMessage {
  readonly channel: Channel;
  readonly author: User;
  readonly body?: MessageBody;
  readonly attachments?: readonly APIAttachment[];
  readonly repliesTo?: Message | undefined;
  readonly interaction?: Interaction | undefined;
  readonly onlyFor?: string | undefined;
  readonly loading?: boolean;
  readonly allowedMentions?: unknown;
}

export function createMessage(world: World, created: NewMessage): Message {
  const { channel, author, body = EMPTY_BODY, loading = false, interaction } = created;
  const message: Message = {
    id: snowflake(),
    channel,
    author,
    createdAt: Date.now(),
    body,
    attachments: created.attachments ?? [],
    repliesTo: created.repliesTo,
    interaction,
    onlyFor: created.onlyFor,
    loading,
    deleted: false,
    pings: pings(ownText(body), created.allowedMentions, created.repliesTo?.author.id),
    versions: loading ? [] : [{ at: world.now(), body }],
  };
  world.messages.set(message.id, message);
  interaction?.messages.push(message);
  announce(world, message, 'MESSAGE_CREATE');
  return message;
}

export function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  allowedMentions: unknown,
): void {
  message.body = body;
  // The first edit of a placeholder is the message itself: it pings as a new one would.
  if (message.loading) message.pings.push(...pings(ownText(body), allowedMentions, undefined));
  else message.editedAt = Date.now();
  message.loading = false;
  message.versions.push({ at: world.now(), body });
  announce(world, message, 'MESSAGE_UPDATE');
}

export function deleteMessage(world: World, message: Message): void {
  message.deleted = true;
  const { id, channel } = message;
  if (message.onlyFor === undefined) {
    const data = { id, channel_id: channel.id, guild_id: channel.guild?.id };
    world.events.emit('dispatch', 'MESSAGE_DELETE', data, channel);
  }
  notify(world, message);
}

function announce(world: World, message: Message, event: string): void {
  // An ephemeral message goes to one person's client alone; the gateway never shows it.
  if (message.onlyFor === undefined) {
    world.events.emit('dispatch', event, message, message.channel);
  }
  notify(world, message);
}

function notify(world: World, message: Message): void {
  world.events.emit(`channel:${message.channel.id}`);
  if (message.interaction) world.events.emit(`interaction:${message.interaction.id}`);
  world.events.emit(`message:${message.id}`);
}

export const isEphemeral = (message: Message): boolean => message.onlyFor !== undefined;

/** As Discord returns it to a bot. */
export function messagePayload(message: Message, nested = false): APIMessage {
  const { body, channel, author, interaction, repliesTo, editedAt } = message;
  const flags =
    body.flags |
    (message.onlyFor === undefined ? 0 : MessageFlags.Ephemeral) |
    (message.loading ? MessageFlags.Loading : 0);
  const mentions = [...body.content.matchAll(/<@!?(\d{15,21})>/g)].map(([, id]) => id);
  if (repliesTo && !nested) mentions.push(repliesTo.author.id);
  const payload = {
    id: message.id,
    channel_id: channel.id,
    author: userPayload(author),
    content: body.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: editedAt === undefined ? null : new Date(editedAt).toISOString(),
    tts: false,
    mention_everyone: false,
    mentions: mentions.filter((id) => id !== undefined).map((id) => ({ id })),
    mention_roles: [],
    attachments: [...message.attachments],
    embeds: [...body.embeds],
    components: [...body.components],
    pinned: false,
    flags,
    type: typeOf(message),
    ...(interaction ? { webhook_id: author.id, application_id: author.id } : {}),
    ...(repliesTo
      ? { message_reference: { type: 0, channel_id: channel.id, message_id: repliesTo.id } }
      : {}),
    ...(repliesTo && !nested ? { referenced_message: messagePayload(repliesTo, true) } : {}),
  };
  return payload as unknown as APIMessage;
}

function typeOf({ interaction, repliesTo }: Message): MessageType {
  if (interaction?.kind === 'command') return MessageType.ChatInputCommand;
  return repliesTo ? MessageType.Reply : MessageType.Default;
}

/** The text that can ping: content and text displays. */
export function ownText(body: MessageBody): string {
  const texts = [body.content];
  for (const component of walk(body.components)) {
    if (component['type'] === ComponentType.TextDisplay) texts.push(String(component['content']));
  }
  return texts.filter((text) => text !== '').join('\n');
}

/** All that a person reads in the message, buttons excepted. */
export function shownText(body: MessageBody): string {
  const texts = [ownText(body)];
  for (const embed of body.embeds) {
    const { author, title, description, fields = [], footer } = embed;
    texts.push(author?.name ?? '', title ?? '', description ?? '');
    for (const { name, value } of fields) texts.push(name, value);
    texts.push(footer?.text ?? '');
  }
  return texts.filter((text) => text !== '').join('\n');
}

export interface Button {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly style: number;
  readonly disabled: boolean;
}

export function buttonsOf(body: MessageBody): Button[] {
  const buttons: Button[] = [];
  for (const component of walk(body.components)) {
    if (component['type'] !== ComponentType.Button) continue;
    const { label, emoji, custom_id: customId, url, style, disabled } = component;
    const emojiName = isJson(emoji) && typeof emoji['name'] === 'string' ? emoji['name'] : '';
    buttons.push({
      label: [emojiName, typeof label === 'string' ? label : ''].filter(Boolean).join(' '),
      customId: typeof customId === 'string' ? customId : undefined,
      url: typeof url === 'string' ? url : undefined,
      style: Number(style),
      disabled: disabled === true,
    });
  }
  return buttons;
}

function* walk(components: readonly unknown[]): Generator<Json> {
  for (const component of components) {
    if (!isJson(component)) continue;
    yield component;
    const { components: children, accessory } = component;
    if (Array.isArray(children)) yield* walk(children);
    if (accessory !== undefined) yield* walk([accessory]);
  }
}
