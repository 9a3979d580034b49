import { createHash } from 'node:crypto';
import { rateLimited } from '../errors.js';
import { RATE } from '../limits.js';

export interface Limit {
  readonly requests: number;
  readonly ms: number;
}

export interface RateLimits {
  /** Counts a request; returns its headers or throws 429. */
  take(bucket: string, major: string, limit: Limit): Record<string, string>;
  /** The 50 a second of one bot over all routes but those of interactions. */
  takeGlobal(): void;
}

/** topics/rate-limits: a window per bucket and major parameter. */
export function createRateLimits(): RateLimits {
  const windows = new Map<string, { used: number; endsAt: number }>();
  const count = (key: string, { requests, ms }: Limit) => {
    const now = Date.now();
    let window = windows.get(key);
    if (!window || window.endsAt <= now) windows.set(key, (window = { used: 0, endsAt: now + ms }));
    window.used++;
    return {
      left: requests - window.used,
      endsAt: window.endsAt,
      after: (window.endsAt - now) / 1000,
    };
  };
  return {
    take(bucket, major, limit) {
      const { left, endsAt, after } = count(`${bucket} ${major}`, limit);
      if (left < 0) throw rateLimited(after, 'user');
      return {
        'x-ratelimit-limit': String(limit.requests),
        'x-ratelimit-remaining': String(left),
        'x-ratelimit-reset': (endsAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': after.toFixed(3),
        'x-ratelimit-bucket': createHash('md5').update(bucket).digest('hex'),
      };
    },
    takeGlobal() {
      const { left, after } = count('global', { requests: RATE.globalPerSecond, ms: 1000 });
      if (left < 0) throw rateLimited(after, 'global');
    },
  };
}
