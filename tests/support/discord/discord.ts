import { once } from 'node:events';
import { createServer } from 'node:http';
import { Locale, type APIAttachment } from 'discord.js';
import { createPerson, type Driver, type Person } from './driver/person.js';
import type { FileInput } from './driver/options.js';
import { createFaults, type Faults } from './faults.js';
import { presenceText } from './gateway/presence.js';
import { address, createGateway, type Gateway } from './gateway/gateway.js';
import { MEMBER_PERMISSIONS } from './payloads.js';
import { addGuild, directChannel, guildChannel, type GuildOptions } from './places.js';
import { createRestHandler, type RequestRecord } from './rest/server.js';
import { snowflake } from './snowflake.js';
import {
  createWorld,
  type Guild,
  type Interaction,
  type User,
  type Violation,
  type World,
  type WorldOptions,
} from './world.js';

export type { Person, Pressed, Suggestions } from './driver/person.js';
export type { Reply } from './driver/reply.js';
export type { Guild, Message } from './world.js';

export interface DiscordOptions extends WorldOptions {
  /** As short as a test needs to see heartbeats; Discord's own is 41,250 ms. */
  readonly heartbeatMs?: number;
  /** What `/gateway/bot` recommends. */
  readonly shards?: number;
}

export interface PersonOptions {
  /** Left out: in a direct message with the bot. */
  readonly guild?: Guild;
  /** On top of what every member may do. */
  readonly permissions?: bigint;
  readonly locale?: Locale;
  readonly name?: string;
  /** The same person as this one, in another place. */
  readonly also?: Person;
}

/** A Discord on this machine: what the bot talks to, and how a test drives it. */
export interface Discord {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  addGuild(options?: GuildOptions): Guild;
  person(options?: PersonOptions): Person;
  /** Puts a file on the attachments' host. */
  upload(file: FileInput): APIAttachment;
  /** The line under the bot's name, as it stands. */
  presence(): string | undefined;
  /** Makes an interaction as old as this, as if the time had passed. */
  age(interaction: Interaction, ms: number): void;
  /** What the bot did wrong since the last call. */
  takeViolations(): Violation[];
  close(): Promise<void>;
}

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const world = createWorld(options, snowflake);
  const faults = createFaults();
  const requests: RequestRecord[] = [];
  const server = createServer();
  const gateway = createGateway(server, world, { heartbeatMs: options.heartbeatMs ?? 41_250 });
  const info = { identifies: () => gateway.counts.identified, shards: options.shards ?? 1 };
  server.on('request', createRestHandler(world, info, faults, requests));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = address(server).replace('ws', 'http');
  const driver: Driver = { world, gateway, upload };

  function upload(file: FileInput): APIAttachment {
    const id = snowflake();
    const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes) : file.bytes;
    const type = file.type ?? 'application/octet-stream';
    // Discord keeps letters, digits, dot, dash and underscore of a file's name.
    const filename = file.name.replace(/[^\w.-]+/g, '_');
    const path = `/attachments/${snowflake()}/${id}/${filename}`;
    world.files.set(path, { bytes, type });
    const url = `${origin}${path}?ex=6a000000&is=69000000&hm=${'0'.repeat(64)}&`;
    return {
      id,
      filename,
      size: bytes.length,
      url,
      proxy_url: url,
      content_type: type,
      ephemeral: true,
    };
  }

  return {
    apiUrl: `${origin}/api`,
    token: world.token,
    world,
    gateway,
    faults,
    requests,
    addGuild: (guild) => addGuild(world, guild),
    person({ guild, permissions = 0n, locale = Locale.EnglishUS, name, also } = {}) {
      const user: User = also?.user ?? {
        id: snowflake(),
        username: name ?? `person${world.users.size}`,
        bot: false,
      };
      world.users.set(user.id, user);
      const channel = guild ? guildChannel(world, guild) : directChannel(world, user);
      const all = MEMBER_PERMISSIONS | permissions;
      return createPerson(driver, { user, channel, permissions: all, locale });
    },
    upload,
    presence: () => presenceText(gateway.presences.at(-1)),
    age(interaction, ms) {
      interaction.sentAt -= ms;
    },
    takeViolations: () => world.violations.splice(0),
    async close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
