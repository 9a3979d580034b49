import './memory.js';

/** What the command line starts; the rest is this folder's own. */
export { runBot } from './bot.js';
export { runShards } from './sharding/run-shards.js';
export { isShard, shardEmbedder } from './sharding/shard.js';
