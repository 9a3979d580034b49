import { GatewayIntentBits } from 'discord.js';
import { isJson, type Json } from '../validate/form.js';
import type { World } from '../world.js';

/** topics/opcodes-and-status-codes: gateway close event codes. */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export const PRIVILEGED =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;

const KNOWN = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

export interface Identify {
  readonly shard: readonly [number, number];
  readonly intents: number;
}

/** Reads an IDENTIFY; a number is the close code that it earns. */
export function readIdentify(world: World, data: Json): Identify | number {
  const { token, intents, properties, shard } = data;
  // With or without the prefix, as Discord takes it.
  const bare = typeof token === 'string' ? token.replace(/^Bot /, '') : '';
  if (bare !== world.token) return CLOSE.authenticationFailed;
  if (!isJson(properties)) return CLOSE.decodeError;
  if (typeof intents !== 'number' || (intents & ~KNOWN) !== 0) return CLOSE.invalidIntents;
  if ((intents & PRIVILEGED & ~world.privilegedIntents) !== 0) return CLOSE.disallowedIntents;
  if (shard === undefined) return { shard: [0, 1], intents };
  if (!Array.isArray(shard)) return CLOSE.invalidShard;
  const [index, total] = shard as unknown[];
  const fits =
    typeof index === 'number' && typeof total === 'number' && index >= 0 && index < total;
  return fits ? { shard: [index, total], intents } : CLOSE.invalidShard;
}
