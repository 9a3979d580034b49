import { NewsdeskError } from '../errors.js';
import type { Allowance } from './allowance.js';

/** Counts a question. @throws NewsdeskError `discord-cooldown` where the last one was just now */
export function checkCooldown(cooldown: Allowance, userId: string): void {
  const waitMs = cooldown.take(userId);
  if (waitMs === undefined) return;
  throw new NewsdeskError('discord-cooldown', { seconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
