import { ApiError, rateLimited } from './errors.js';

/** What is to go wrong with the next requests that fit. */
export interface Fault {
  readonly method?: string;
  /** Tested against the path without `/api/v10`. */
  readonly path: RegExp;
  readonly times: number;
  /** 5xx answers as Discord's edge does; 429 says when to come again. */
  readonly status?: 429 | 500 | 502 | 503;
  readonly retryAfter?: number;
  readonly delayMs?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** How many requests were hit. */
  hits(): number;
  meet(method: string, path: string): Promise<void>;
}

export function createFaults(): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  let hits = 0;
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times });
    },
    clear() {
      waiting = [];
    },
    hits: () => hits,
    async meet(method, path) {
      const entry = waiting.find(
        ({ fault, left }) =>
          left > 0 && fault.path.test(path) && (fault.method ?? method) === method,
      );
      if (!entry) return;
      entry.left--;
      hits++;
      const { delayMs, status, retryAfter = 1 } = entry.fault;
      if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (status === 429) throw injected(rateLimited(retryAfter, 'shared'));
      if (status !== undefined) throw injected(new ApiError(status, 0, `${status}: Server Error`));
    },
  };
}

const INJECTED = new WeakSet<ApiError>();

function injected(error: ApiError): ApiError {
  INJECTED.add(error);
  return error;
}

/** Ordered by a test, so not the bot's doing. */
export const wasInjected = (error: ApiError): boolean => INJECTED.has(error);
