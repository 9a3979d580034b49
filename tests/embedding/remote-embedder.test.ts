import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createEmbedderServer } from '../../src/embedding/embedder-server.js';
import { RemoteEmbedder } from '../../src/embedding/remote-embedder.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { NewsdeskError } from '../../src/errors.js';

const MODEL = { key: 'test:mean', dims: 3, maxTokens: 256 };

interface Served {
  readonly aborted: string[];
}

/** Lengths stand in for what a model would say: only the way there and back is tested here. */
function embedderThat(served: Served, wait?: Promise<unknown>): Embedder {
  return {
    model: () => Promise.resolve(MODEL),
    embed: async (texts, _priority, signal) => {
      signal?.addEventListener('abort', () => served.aborted.push(texts.join()));
      await wait;
      if (texts.includes('full')) throw new NewsdeskError('embedding-failed', { reason: 'full' });
      if (texts.includes('fault')) throw new TypeError('a fault');
      return texts.map(({ length }) => new Float32Array([length, 0.1, -1]));
    },
    embedWords: (texts) =>
      Promise.resolve(
        texts.map(({ length }) => ({
          vector: new Float32Array([length, 0.1, -1]),
          words: new Float32Array([length, 2, 3, 4]),
        })),
      ),
    countTokens: (texts) => Promise.resolve(texts.map(({ length }) => length)),
    close: () => Promise.resolve(),
  };
}

/** Both ends of a channel that carries JSON, as Node's does between processes. */
function connected(embedder: Embedder, timeoutMs?: number) {
  const shard = new EventEmitter();
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const server = createEmbedderServer(embedder, (response) => {
    setImmediate(() => shard.emit('message', json(response)));
  });
  const channel = Object.assign(shard, {
    send: (message: unknown) => {
      setImmediate(() => {
        server.receive(json(message));
      });
      return true;
    },
  });
  return { remote: new RemoteEmbedder(channel, true, timeoutMs), channel, server };
}

describe('a shard’s embedder', () => {
  test('gives what the shared one does, to the last bit', async () => {
    const { remote } = connected(embedderThat({ aborted: [] }));
    expect(await remote.model()).toEqual(MODEL);
    expect(await remote.countTokens(['ab', 'c'], 'question')).toEqual([2, 1]);
    expect(await remote.embed(['ab', 'abcd'], 'question')).toEqual([
      new Float32Array([2, 0.1, -1]),
      new Float32Array([4, 0.1, -1]),
    ]);
    expect(await remote.embedWords(['ab'], 'question')).toEqual([
      { vector: new Float32Array([2, 0.1, -1]), words: new Float32Array([2, 2, 3, 4]) },
    ]);
  });

  test('hears of errors as what they are', async () => {
    const { remote } = connected(embedderThat({ aborted: [] }));
    await expect(remote.embed(['full'], 'article')).rejects.toMatchObject({
      code: 'embedding-failed',
      details: { reason: 'full' },
    });
    await expect(remote.embed(['fault'], 'article')).rejects.toThrow('a fault');
    expect(await remote.countTokens(['still there'], 'question')).toEqual([11]);
  });

  test('cancels where nobody waits any longer', async () => {
    const served: Served = { aborted: [] };
    const { remote } = connected(embedderThat(served, new Promise(() => undefined)));
    const abort = new AbortController();
    const result = remote.embed(['long'], 'article', abort.signal);
    setTimeout(() => {
      abort.abort(new Error('given up'));
    }, 20);
    await expect(result).rejects.toThrow('given up');
    await expect.poll(() => served.aborted).toEqual(['long']);
    await expect(remote.embed(['x'], 'article', abort.signal)).rejects.toThrow('given up');
  });

  test('fails in time where no answer comes', async () => {
    const { remote } = connected(embedderThat({ aborted: [] }, new Promise(() => undefined)), 50);
    await expect(remote.embed(['long'], 'question')).rejects.toThrow(/timeout/i);
  });

  test('fails at once where the process that embeds is gone', async () => {
    const { remote, channel } = connected(
      embedderThat({ aborted: [] }, new Promise(() => undefined)),
    );
    const result = remote.embed(['long'], 'question');
    setTimeout(() => channel.emit('disconnect'), 20);
    await expect(result).rejects.toThrow('is gone');
    channel.send = () => {
      throw new Error('Channel closed');
    };
    await expect(remote.countTokens(['x'], 'question')).rejects.toThrow('is gone');
  });

  test('leaves other messages on the channel alone', async () => {
    const { remote, channel, server } = connected(embedderThat({ aborted: [] }));
    for (const message of [null, 'text', { _eval: '1' }, { newsdesk: 'embedder', id: 'x' }]) {
      channel.emit('message', message);
      server.receive(message);
    }
    expect(await remote.countTokens(['ab'], 'question')).toEqual([2]);
  });
});

test('what a dead shard waited for is given up', async () => {
  const served: Served = { aborted: [] };
  const { remote, server } = connected(embedderThat(served, new Promise(() => undefined)));
  void remote.embed(['long'], 'article').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.shardGone();
  expect(served.aborted).toEqual(['long']);
  await remote.close();
});
