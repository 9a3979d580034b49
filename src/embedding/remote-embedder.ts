import type { EventEmitter } from 'node:events';
import { z } from 'zod';
import { isErrorCode, NewsdeskError } from '../errors.js';
import type { Embedder, EmbeddingModel, Priority, WordedVector } from './embedder.js';
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

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An article's batch takes seconds at the most, even where it waits for those of other shards. */
const TIMEOUT_MS = 120_000;

/**
 * A shard's way to the one embedding service of the machine. A call fails, and never hangs, where
 * that service or the process that has it is gone.
 */
export class RemoteEmbedder implements Embedder {
  readonly reader: PassageReader | undefined;
  readonly #channel: Channel;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

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
    this.#rejectAll('was closed');
    return Promise.resolve();
  }

  async #call(request: EmbedderRequest, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    const id = ++this.#lastId;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const given = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const cancel = () => {
      this.#send(id, { call: 'cancel' });
      this.#waiting.get(id)?.reject(given.reason as Error);
    };
    try {
      return await new Promise<unknown>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        given.addEventListener('abort', cancel, { once: true });
        if (!this.#send(id, request)) reject(gone('is gone'));
      });
    } finally {
      given.removeEventListener('abort', cancel);
      this.#waiting.delete(id);
    }
  }

  #send(id: number, request: EmbedderRequest | { readonly call: 'cancel' }): boolean {
    if (this.#channel.send === undefined) return false;
    try {
      this.#channel.send({ newsdesk: 'embedder', id, request });
      return true;
    } catch {
      // Node throws where the channel has just been closed.
      return false;
    }
  }

  readonly #receive = (message: unknown): void => {
    const { data } = responseSchema.safeParse(message);
    if (data === undefined) return;
    const waiting = this.#waiting.get(data.id);
    if (data.error === undefined) waiting?.resolve(data.value);
    else waiting?.reject(revive(data.error));
  };

  readonly #disconnected = (): void => {
    this.#rejectAll('is gone');
  };

  #rejectAll(what: string): void {
    for (const { reject } of this.#waiting.values()) reject(gone(what));
  }
}

function gone(what: string): Error {
  return new Error(`The embedding service of the shards ${what}`);
}

function revive({ message, code, details }: NonNullable<ShardResponse['error']>): Error {
  return code !== undefined && isErrorCode(code)
    ? new NewsdeskError(code, details)
    : new Error(message);
}
