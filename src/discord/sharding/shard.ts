import type { Config } from '../../config.js';
import type { Embedder } from '../../embedding/embedder.js';
import { isEnd } from './end.js';
import { RemoteEmbedder } from '../../embedding/remote-embedder.js';

/** Whether this process is a shard that `runShards` started. */
export function isShard(): boolean {
  return process.env['SHARDING_MANAGER'] !== undefined && process.send !== undefined;
}

/** The embedder that this shard shares with all others. */
export function shardEmbedder({ reader }: Pick<Config, 'reader'>): Embedder {
  return new RemoteEmbedder(process, reader !== undefined);
}

/** Aborted when this shard is to end, or when the process that started it is gone. */
export function endOfShard(): AbortSignal {
  const end = new AbortController();
  process.on('message', (message) => {
    if (isEnd(message)) end.abort();
  });
  process.once('disconnect', () => {
    end.abort();
  });
  return end.signal;
}

/** Closes the channel to the process that started this shard, which would keep it from ending. */
export function leaveShards(): void {
  if (process.connected) process.disconnect();
}
