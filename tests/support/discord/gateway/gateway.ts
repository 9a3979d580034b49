import type { IncomingMessage, Server } from 'node:http';
import { GatewayIntentBits } from 'discord.js';
import { WebSocketServer } from 'ws';
import { applicationPayload, guildPayload } from '../payloads.js';
import { shardOf } from '../snowflake.js';
import { userPayload, type Channel, type Guild, type Message, type World } from '../world.js';
import { serveConnection, type Host } from './connection.js';
import { messageEvent, messageIntent } from './events.js';
import { CLOSE, type Identify } from './identify.js';
import { dispatch, openSession, type Session } from './session.js';

export interface Gateway {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly presences: readonly unknown[];
  readonly counts: { identified: number; resumed: number };
  sendInteraction(channel: Channel, payload: unknown): void;
  /** Cuts the sockets as a broken line would, or with a close code. */
  drop(code?: number): void;
  /** Op 7: the client is to come again and resume. */
  askToReconnect(): void;
  /** Op 9: the session is over; also what is still to be resumed. */
  invalidate(): void;
  /** Answers so many of the next IDENTIFYs and RESUMEs with an invalid session. */
  refuseNext(times: number): void;
  close(): void;
}

export interface GatewayOptions {
  readonly heartbeatMs: number;
}

/** Gateway v10, JSON, on the same server as the REST API. */
export function createGateway(server: Server, world: World, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const presences: unknown[] = [];
  const counts = { identified: 0, resumed: 0 };
  let refusals = 0;

  const host: Host = {
    world,
    heartbeatMs: options.heartbeatMs,
    sessions,
    presences,
    refuse: () => refusals-- > 0 || ((refusals = 0), false),
    identified({ shard, intents }: Identify, socket) {
      const session = openSession(shard, intents, socket);
      sessions.set(session.id, session);
      counts.identified++;
      welcome(session);
      return session;
    },
    resumed(session) {
      counts.resumed++;
      dispatch(session, 'RESUMED', {});
    },
  };

  function guildsOf({ shard: [index, total] }: Session): Guild[] {
    return [...world.guilds.values()].filter(({ id }) => shardOf(id, total) === index);
  }

  function welcome(session: Session): void {
    const { id, flags } = applicationPayload(world);
    const guilds = guildsOf(session);
    dispatch(session, 'READY', {
      v: 10,
      user: { ...userPayload(world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(server),
      session_type: 'normal',
      private_channels: [],
      shard: session.shard,
      application: { id, flags },
    });
    for (const guild of guilds) sendGuild(session, guild);
  }

  function sendGuild(session: Session, guild: Guild): void {
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    dispatch(session, 'GUILD_CREATE', guildPayload(world, guild));
  }

  /** The sessions that get a place's events: one shard of each client. */
  function sessionsFor(channel: Channel): Session[] {
    return [...sessions.values()].filter(({ shard: [index, total] }) =>
      channel.guild ? shardOf(channel.guild.id, total) === index : index === 0,
    );
  }

  sockets.on('connection', (socket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
    if (query.get('v') !== '10') socket.close(CLOSE.invalidVersion, 'Invalid API version.');
    else if (query.get('encoding') !== 'json') socket.close(CLOSE.decodeError, 'Encoding.');
    else serveConnection(socket, host);
  });

  world.events.on('guild', (guild: Guild) => {
    const channel = world.channels.get(guild.channelId);
    for (const session of channel ? sessionsFor(channel) : []) sendGuild(session, guild);
  });
  world.events.on('dispatch', (event: string, data: Message, channel: Channel) => {
    for (const session of sessionsFor(channel)) {
      if ((session.intents & messageIntent(channel)) === 0) continue;
      const isWhole = event !== 'MESSAGE_DELETE';
      dispatch(session, event, isWhole ? messageEvent(world, data, session.intents) : data);
    }
  });

  return {
    sessions,
    presences,
    counts,
    sendInteraction(channel, payload) {
      for (const session of sessionsFor(channel)) dispatch(session, 'INTERACTION_CREATE', payload);
    },
    drop(code) {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    askToReconnect() {
      for (const socket of sockets.clients) socket.send('{"op":7,"d":null,"s":null,"t":null}');
    },
    invalidate() {
      sessions.clear();
      for (const socket of sockets.clients) socket.send('{"op":9,"d":false,"s":null,"t":null}');
    },
    refuseNext(times) {
      refusals = times;
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

export function address(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server does not listen');
  return `ws://127.0.0.1:${bound.port}`;
}
