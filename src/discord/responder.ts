import type { Logger } from 'pino';
import { MAX_RESPONSE_AGE_MS, ANSWER_WINDOW_MS, PROGRESS_INTERVAL_MS } from './timing.js';
import type { Payload } from './replies/payload.js';
import { safeError } from './safe-error.js';

/** Who sees a response: the channel, who asked, or whoever sees the message that it changes. */
export type Target = 'public' | 'private' | 'update';

/** The ways in which Discord lets an interaction be responded to. Each may fail. */
export interface Wire {
  /** When the interaction was made, in milliseconds since 1970. */
  readonly createdAt: number;
  readonly defer: (target: Target) => Promise<unknown>;
  readonly respond: (target: Target, payload: Partial<Payload>) => Promise<unknown>;
  /** Changes the response, or what was deferred. */
  readonly edit: (payload: Partial<Payload>) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly followUpPrivately: (payload: Partial<Payload>) => Promise<unknown>;
}

export interface Responder {
  /** Aborted if the interaction can no longer be responded to. */
  readonly signal: AbortSignal;
  /** Shows how far it is, as often as Discord allows. */
  readonly progress: (payload: Partial<Payload>) => void;
  /** Sends what there is to say. Never throws. */
  readonly finish: (target: Target, payload: Partial<Payload>) => Promise<void>;
  /** How long the first response took, once there was one. */
  readonly acknowledgedMs: () => number | undefined;
}

/**
 * Answers within a short window are sent at once, which is one request instead of two and lets the
 * visibility depend on the answer: Discord fixes it with the first response, yet an error is for
 * who asked alone and an answer for all. What takes longer is deferred as an answer; if that
 * proves wrong, the placeholder is removed *before* the private note follows, since a follow-up
 * would otherwise become the placeholder's text (guide: response methods).
 */
export function createResponder(wire: Wire, expected: Target, log: Logger): Responder {
  const start = performance.now();
  const lost = new AbortController();
  let acknowledged: Target | undefined;
  let acknowledgedAt: number | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let lastProgress = 0;
  let editing = false;

  const attempt = async (what: string, send: () => Promise<unknown>): Promise<boolean> => {
    try {
      await send();
      acknowledgedAt ??= performance.now();
      return true;
    } catch (error) {
      log.warn({ error: safeError(error) }, `${what} failed`);
      return false;
    }
  };
  const defer = async (): Promise<void> => {
    acknowledged = expected;
    if (!(await attempt('Deferring', () => wire.defer(expected)))) lost.abort();
  };
  const window = setTimeout(() => {
    underWay = defer();
  }, ANSWER_WINDOW_MS);

  const send = async (target: Target, payload: Partial<Payload>): Promise<void> => {
    if (acknowledged === undefined) {
      await attempt('Responding', () => wire.respond(target, payload));
    } else if (acknowledged === target || acknowledged === 'private') {
      await attempt('Editing the response', () => wire.edit(payload));
    } else {
      if (acknowledged === 'public') await attempt('Removing the placeholder', wire.remove);
      await attempt('Following up', () => wire.followUpPrivately(payload));
    }
  };

  return {
    signal: lost.signal,
    acknowledgedMs: () => (acknowledgedAt === undefined ? undefined : acknowledgedAt - start),
    progress(payload) {
      const now = performance.now();
      if (acknowledged === undefined || editing || now - lastProgress < PROGRESS_INTERVAL_MS)
        return;
      editing = true;
      lastProgress = now;
      underWay = underWay
        .then(() => attempt('Showing progress', () => wire.edit(payload)))
        .then(() => {
          editing = false;
        });
    },
    async finish(target, payload) {
      clearTimeout(window);
      await underWay;
      if (lost.signal.aborted || Date.now() - wire.createdAt > MAX_RESPONSE_AGE_MS) {
        log.warn('The answer came too late for Discord and was dropped');
        return;
      }
      await send(target, payload);
    },
  };
}
