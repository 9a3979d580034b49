import type { WebSocket } from 'ws';
import { ApiError } from '../errors.js';
import { GATEWAY } from '../limits.js';
import { checkForm, isJson, type Json } from '../validate/form.js';
import type { World } from '../world.js';
import { CLOSE, readIdentify, type Identify } from './identify.js';
import { checkPresence } from './presence.js';
import { replay, type Session } from './session.js';

/** What a connection asks of the gateway that it belongs to. */
export interface Host {
  readonly world: World;
  readonly heartbeatMs: number;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly presences: unknown[];
  identified(identify: Identify, socket: WebSocket): Session;
  resumed(session: Session): void;
  /** A test's order to refuse the next IDENTIFY or RESUME. */
  refuse(): boolean;
}

type Handler = (data: unknown) => void;

/** One socket: says HELLO, then judges everything that comes. */
export function serveConnection(socket: WebSocket, host: Host): void {
  const { world } = host;
  let session: Session | undefined;
  let lastBeat = performance.now();
  const received: number[] = [];

  const send = (op: number, d?: unknown): void => {
    socket.send(JSON.stringify({ op, d: d ?? null, s: null, t: null }));
  };
  const refuse = (code: number, why: string): void => {
    world.violations.push({ what: `closed with ${code}: ${why}`, request: 'gateway' });
    socket.close(code, why);
  };

  const handlers = new Map<number, Handler>([
    [
      1,
      () => {
        lastBeat = performance.now();
        send(11);
      },
    ],
    [
      2,
      (data) => {
        if (session) {
          refuse(CLOSE.alreadyAuthenticated, 'Already authenticated.');
          return;
        }
        if (host.refuse()) {
          send(9, false);
          return;
        }
        const identify = readIdentify(world, isJson(data) ? data : {});
        if (typeof identify === 'number') {
          refuse(
            identify,
            identify === CLOSE.disallowedIntents ? 'Disallowed intent(s).' : 'Refused.',
          );
          return;
        }
        const { presence } = data as Json;
        if (isJson(presence)) notePresence(presence);
        session = host.identified(identify, socket);
      },
    ],
    [
      3,
      (data) => {
        if (!session) refuse(CLOSE.notAuthenticated, 'Not authenticated.');
        else notePresence(data);
      },
    ],
    [
      6,
      (data) => {
        const { token, session_id: id, seq } = isJson(data) ? data : {};
        const known = host.sessions.get(String(id));
        if (host.refuse() || !known || token !== world.token) {
          send(9, false);
          return;
        }
        session = known;
        known.socket = socket;
        replay(known, Number(seq));
        host.resumed(known);
      },
    ],
    // Voice state and request members: nothing comes of them here.
    [4, () => undefined],
    [8, () => undefined],
  ]);

  function notePresence(presence: unknown): void {
    try {
      checkForm(presence, checkPresence);
      host.presences.push(presence);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      world.violations.push({ what: String(error), request: 'presence' });
    }
  }

  const watch = setInterval(() => {
    // Discord closes a connection that it believes dead; one interval of grace.
    if (performance.now() - lastBeat > 2 * host.heartbeatMs) {
      refuse(CLOSE.sessionTimedOut, 'Session timed out.');
    }
  }, host.heartbeatMs);

  socket.on('close', () => {
    clearInterval(watch);
    if (session?.socket === socket) session.socket = undefined;
  });
  socket.on('message', (raw: Buffer) => {
    if (raw.length > GATEWAY.payloadBytes) {
      refuse(CLOSE.decodeError, 'Error while decoding payload.');
      return;
    }
    const now = performance.now();
    received.push(now);
    while ((received[0] ?? now) < now - 60_000) received.shift();
    if (received.length > GATEWAY.eventsPerMinute) {
      refuse(CLOSE.rateLimited, 'Rate limited.');
      return;
    }
    const payload = parse(raw.toString('utf8'));
    const handler = handlers.get(Number(payload?.['op']));
    if (!payload) refuse(CLOSE.decodeError, 'Error while decoding payload.');
    else if (!handler) refuse(CLOSE.unknownOpcode, 'Unknown opcode.');
    else handler(payload['d']);
  });

  send(10, { heartbeat_interval: host.heartbeatMs, _trace: ['loopback'] });
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
