import { LRUCache } from 'lru-cache';
import { NewsdeskError } from '../errors.js';

/** How often something may be done within a time by each server or person. */
export interface Allowance {
  /** Takes one, or says how many milliseconds until there is one again. */
  take(key: string): number | undefined;
  /** Gives the latest one back, which turned out not to count. */
  giveBack(key: string): void;
}

/** Keys that are remembered; beyond these the ones unused for longest start afresh. */
const MAX_KEYS = 20_000;

export function createAllowance(
  times: number,
  withinMs: number,
  now: () => number = Date.now,
): Allowance {
  const taken = new LRUCache<string, number[]>({ max: MAX_KEYS });
  const recent = (key: string) => (taken.get(key) ?? []).filter((at) => now() - at < withinMs);
  return {
    take(key) {
      if (withinMs <= 0) return undefined;
      if (times <= 0) return withinMs;
      const before = recent(key);
      const oldest = before[before.length - times];
      if (oldest !== undefined) return oldest + withinMs - now();
      taken.set(key, [...before, now()]);
      return undefined;
    },
    giveBack(key) {
      taken.set(key, recent(key).slice(0, -1));
    },
  };
}

/** Counts a question. @throws NewsdeskError `discord-cooldown` if the last one was just now */
export function checkCooldown(cooldown: Allowance, userId: string): void {
  const waitMs = cooldown.take(userId);
  if (waitMs === undefined) return;
  throw new NewsdeskError('discord-cooldown', { seconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
