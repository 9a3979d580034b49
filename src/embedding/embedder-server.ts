import type { Embedder } from './embedder.js';
import { NewsdeskError } from '../errors.js';
import {
  packVector,
  requestSchema,
  type ShardRequest,
  type ShardResponse,
} from './remote-protocol.js';

/** Answers one shard's requests. */
export interface EmbedderServer {
  /** Any message of the shard's; what is not ours is left alone. */
  readonly receive: (message: unknown) => void;
  /** Gives up what a shard that is gone was waiting for. */
  readonly shardGone: () => void;
}

export function createEmbedderServer(
  embedder: Embedder,
  send: (response: ShardResponse) => void,
): EmbedderServer {
  const underWay = new Map<number, AbortController>();

  const run = async ({ id, request }: ShardRequest): Promise<void> => {
    const abort = new AbortController();
    underWay.set(id, abort);
    const response = await call(embedder, request, abort.signal).then(
      (value) => ({ value }),
      (error: unknown) => ({ value: undefined, error: describe(error) }),
    );
    // A cancelled request is no longer waited for.
    if (underWay.delete(id)) send({ newsdesk: 'embedder', id, ...response });
  };

  const cancel = (id: number): void => {
    underWay.get(id)?.abort();
    underWay.delete(id);
  };

  return {
    receive(message) {
      const { data } = requestSchema.safeParse(message);
      if (data === undefined) return;
      if (data.request.call === 'cancel') cancel(data.id);
      else void run(data);
    },
    shardGone() {
      for (const id of [...underWay.keys()]) cancel(id);
    },
  };
}

async function call(
  embedder: Embedder,
  request: ShardRequest['request'],
  signal: AbortSignal,
): Promise<unknown> {
  switch (request.call) {
    case 'model':
      return embedder.model();
    case 'embed':
      return (await embedder.embed(request.texts, request.priority, signal)).map(packVector);
    case 'embedWords': {
      const embedded = await embedder.embedWords(request.texts, request.priority, signal);
      return embedded.map(({ vector, words }) => ({
        vector: packVector(vector),
        words: packVector(words),
      }));
    }
    case 'countTokens':
      return embedder.countTokens(request.texts, request.priority);
    case 'read':
      return embedder.reader?.read(request.question, request.passages, signal);
    case 'cancel':
      return undefined;
  }
}

function describe(error: unknown): NonNullable<ShardResponse['error']> {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof NewsdeskError
    ? { message, code: error.code, details: { ...error.details } }
    : { message };
}
