import type { EventEmitter } from 'node:events';
import { z } from 'zod';
import { isErrorCode, NewsdeskError } from '../errors.js';
import type { Embedder, EmbeddingModel, Priority, WordedVector } from './embedder.js';
import { Requests } from '../processes/requests.js';
import type { PassageReader } from './passage-reader.js';
import {
  modelSchema,
  readingsSchema,
  responseSchema,
  vectorsSchema,
  wordedVectorsSchema,
  type EmbedderRequest,
  type ShardResponse,
} from './remote-protocol.js';

/** The end of Node's channel that a process started with one has: `process` itself. */
export interface Channel extends Pick<EventEmitter, 'on' | 'off'> {
  readonly send?: ((message: unknown) => boolean) | undefined;
}

/** An article's batch takes seconds at the most, even if it waits for those of other shards. */
const TIMEOUT_MS = 120_000;

/**
 * A shard's way to the one embedding service of the machine. A call fails, and never hangs, if
 * that service or the process that has it is gone.
 */
export class RemoteEmbedder implements Embedder {
  readonly reader: PassageReader | undefined;
  readonly #channel: Channel;
  readonly #timeoutMs: number;
  readonly #requests = new Requests<unknown>();

  /** @param reads whether the service has a reader */
  constructor(channel: Channel, reads: boolean, timeoutMs = TIMEOUT_MS) {
    this.#channel = channel;
    this.#timeoutMs = timeoutMs;
    if (reads) {
      this.reader = {
        read: async (question, passages, signal) =>
          readingsSchema.parse(await this.#call({ call: 'read', question, passages }, signal)),
      };
    }
    channel.on('message', this.#receive);
    channel.on('disconnect', this.#disconnected);
  }

  async model(): Promise<EmbeddingModel> {
    return modelSchema.parse(await this.#call({ call: 'model' }));
  }

  async embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    return vectorsSchema.parse(await this.#call({ call: 'embed', texts, priority }, signal));
  }

  async embedWords(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<WordedVector[]> {
    const packed = await this.#call({ call: 'embedWords', texts, priority }, signal);
    return wordedVectorsSchema.parse(packed);
  }

  async countTokens(texts: readonly string[], priority: Priority): Promise<number[]> {
    return z.array(z.number()).parse(await this.#call({ call: 'countTokens', texts, priority }));
  }

  /** The service goes on for the other shards. */
  close(): Promise<void> {
    this.#channel.off('message', this.#receive);
    this.#channel.off('disconnect', this.#disconnected);
    this.#requests.failAll(gone('was closed'));
    return Promise.resolve();
  }

  #call(request: EmbedderRequest, signal?: AbortSignal): Promise<unknown> {
    const post = (id: number): void => {
      if (!this.#send(id, request)) throw gone('is gone');
    };
    const onOverdue = (id: number, reason: unknown): void => {
      this.#send(id, { call: 'cancel' });
      this.#requests.fail(id, reason);
    };
    return this.#requests.run(post, { signal, timeoutMs: this.#timeoutMs, onOverdue });
  }

  #send(id: number, request: EmbedderRequest | { readonly call: 'cancel' }): boolean {
    if (this.#channel.send === undefined) return false;
    try {
      this.#channel.send({ newsdesk: 'embedder', id, request });
      return true;
    } catch {
      // Node throws if the channel has just been closed.
      return false;
    }
  }

  readonly #receive = (message: unknown): void => {
    const { data } = responseSchema.safeParse(message);
    if (data === undefined) return;
    if (data.error === undefined) this.#requests.settle(data.id, data.value);
    else this.#requests.fail(data.id, revive(data.error));
  };

  readonly #disconnected = (): void => {
    this.#requests.failAll(gone('is gone'));
  };
}

function gone(what: string): Error {
  return new Error(`The embedding service of the shards ${what}`);
}

function revive({ message, code, details }: NonNullable<ShardResponse['error']>): Error {
  return code !== undefined && isErrorCode(code)
    ? new NewsdeskError(code, details)
    : new Error(message);
}
