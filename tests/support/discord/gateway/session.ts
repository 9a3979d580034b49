import type { WebSocket } from 'ws';
import { snowflake } from '../snowflake.js';

/** What one IDENTIFY opened; it outlives its socket, so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  readonly sent: { readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export function openSession(
  shard: readonly [number, number],
  intents: number,
  socket: WebSocket,
): Session {
  return { id: snowflake(), shard, intents, sequence: 0, sent: [], socket };
}

/** Discord keeps so many events of a session for a resume; here a generous number. */
const KEPT = 5000;

/** Sends an event, and keeps it for a client that has dropped. */
export function dispatch(session: Session, t: string, d: unknown): void {
  const event = { t, s: ++session.sequence, d };
  session.sent.push(event);
  if (session.sent.length > KEPT) session.sent.shift();
  session.socket?.send(JSON.stringify({ op: 0, ...event }));
}

/** Sends again what came after `sequence`. */
export function replay(session: Session, sequence: number): number {
  const missed = session.sent.filter(({ s }) => s > sequence);
  for (const event of missed) session.socket?.send(JSON.stringify({ op: 0, ...event }));
  return missed.length;
}
