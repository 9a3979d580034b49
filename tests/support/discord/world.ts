import { EventEmitter } from 'node:events';
import type { APIAttachment, APIUser, Locale } from 'discord.js';
import { createCommands, type ApplicationCommands } from './commands.js';
import type { Choice } from './validate/choices.js';
import type { Json } from './validate/form.js';
import type { MessageBody } from './validate/message.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: Locale;
  readonly channelId: string;
  readonly botRoleId: string;
  /** What the bot may do there. */
  botPermissions: bigint;
}

export interface Channel {
  readonly id: string;
  readonly guild?: Guild | undefined;
  /** In a direct message, the person at the other end. */
  readonly recipient?: User | undefined;
}

/** A message as it stands now. */
export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly createdAt: number;
  body: MessageBody;
  readonly attachments: readonly APIAttachment[];
  readonly repliesTo?: Message | undefined;
  readonly interaction?: Interaction | undefined;
  /** The one person who sees an ephemeral message. */
  readonly onlyFor?: string | undefined;
  /** "… is thinking". */
  loading: boolean;
  deleted: boolean;
  editedAt?: number | undefined;
  /** Everyone whom it pinged, whenever. */
  readonly pings: string[];
  /** What people saw, in order, with the time in milliseconds since the server started. */
  readonly versions: { readonly at: number; readonly body: MessageBody }[];
}

export type InteractionKind = 'command' | 'component' | 'autocomplete';

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly name: string;
  readonly channel: Channel;
  readonly user: User;
  readonly data: Json;
  /** The message whose button was pressed. */
  readonly source?: Message | undefined;
  /** When it was sent, milliseconds on the world's clock; a test may move it into the past. */
  sentAt: number;
  acknowledged?: { readonly type: number; readonly at: number } | undefined;
  /** What `@original` is. */
  original?: Message | undefined;
  choices?: readonly Choice[] | undefined;
  /** Messages that were created through it. */
  readonly messages: Message[];
}

/** Something that Discord would have refused, ignored or punished. */
export interface Violation {
  readonly what: string;
  readonly request: string;
}

export interface WorldOptions {
  readonly token?: string | undefined;
  /** Privileged intents that the application was given; none by default. */
  readonly privilegedIntents?: number | undefined;
}

/** Everything that the loopback Discord knows. */
export interface World {
  readonly applicationId: string;
  readonly token: string;
  readonly privilegedIntents: number;
  readonly bot: User;
  readonly ownerId: string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, User>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly type: string }>;
  readonly commands: ApplicationCommands;
  readonly violations: Violation[];
  /** `interaction:ID` and `channel:ID` whenever something changed there, `dispatch` for the gateway. */
  readonly events: EventEmitter;
  /** Milliseconds since the server started. */
  now(): number;
}

export function createWorld(options: WorldOptions, newId: () => string): World {
  const applicationId = newId();
  const bot: User = { id: applicationId, username: 'Newsdesk', bot: true };
  return {
    applicationId,
    token: options.token ?? makeToken(applicationId),
    privilegedIntents: options.privilegedIntents ?? 0,
    bot,
    ownerId: newId(),
    guilds: new Map(),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    messages: new Map(),
    interactions: new Map(),
    files: new Map(),
    commands: createCommands(applicationId),
    violations: [],
    events: new EventEmitter().setMaxListeners(0),
    now: () => performance.now(),
  };
}

/** Shaped as Discord's: the application's id in base 64, a time, a signature. */
export function makeToken(applicationId: string): string {
  const part = Buffer.from(applicationId).toString('base64url');
  return `${part}.GloopB.${'loopbackSignature'.repeat(2)}only`;
}

export function userPayload(user: User): APIUser {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.username,
    avatar: null,
    bot: user.bot,
  };
}
