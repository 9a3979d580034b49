const EPOCH = 1_420_070_400_000;
let counter = 0n;

/** An id as Discord makes them: milliseconds since 2015, 22 bits of other things (reference: snowflakes). */
export function snowflake(at: number = Date.now()): string {
  counter = (counter + 1n) & 0x3fffffn;
  return ((BigInt(at - EPOCH) << 22n) | counter).toString();
}

/** Which shard gets a server's events (events/gateway: sharding). */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
