import { z } from 'zod';
import type { Priority } from './embedder.js';
import type { ReadablePassage } from './passage-reader.js';

/** What a process asks of the one that started it, over Node's own channel between the two. */
export type EmbedderRequest =
  | { readonly call: 'model' }
  | {
      readonly call: 'embed' | 'embedWords';
      readonly texts: readonly string[];
      readonly priority: Priority;
    }
  | {
      readonly call: 'read';
      readonly question: string;
      readonly passages: readonly ReadablePassage[];
    }
  | {
      readonly call: 'countTokens';
      readonly texts: readonly string[];
      readonly priority: Priority;
    };

/** Tells our messages from those of discord.js on the same channel. */
const envelope = { newsdesk: z.literal('embedder'), id: z.number().int() };

const texts = z.array(z.string());
const priority = z.enum(['question', 'article']);
const span = { start: z.number().int(), end: z.number().int() };
const passage = z.object({ text: z.string(), stretches: z.array(z.object(span)) });

export const requestSchema = z.object({
  ...envelope,
  request: z.discriminatedUnion('call', [
    z.object({ call: z.literal('model') }),
    z.object({ call: z.literal('embed'), texts, priority }),
    z.object({ call: z.literal('embedWords'), texts, priority }),
    z.object({ call: z.literal('countTokens'), texts, priority }),
    z.object({ call: z.literal('read'), question: z.string(), passages: z.array(passage) }),
    z.object({ call: z.literal('cancel') }),
  ]),
});

export const modelSchema = z.object({
  key: z.string(),
  dims: z.number().int(),
  maxTokens: z.number().int(),
});

export const vectorsSchema = z.array(z.string().transform(unpackVector));

export const wordedVectorsSchema = z.array(
  z.object({
    vector: z.string().transform(unpackVector),
    words: z.string().transform(unpackVector),
  }),
);

/** The channel carries JSON, which has null if there is no span. */
export const readingsSchema = z.array(
  z.array(
    z
      .object({ ...span, odds: z.number(), share: z.number() })
      .nullable()
      .transform((read) => read ?? undefined),
  ),
);

export const responseSchema = z.object({
  ...envelope,
  // Left out if there is an error.
  value: z.unknown().optional(),
  error: z
    .object({
      message: z.string(),
      /** Of a NewsdeskError. */
      code: z.string().optional(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
});

export type ShardRequest = z.infer<typeof requestSchema>;
export type ShardResponse = z.infer<typeof responseSchema>;

/** The channel carries JSON, which has no typed arrays. */
export function packVector(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function unpackVector(packed: string): Float32Array {
  // Copied, since a buffer of Node's pool need not begin at a multiple of four bytes.
  return new Float32Array(new Uint8Array(Buffer.from(packed, 'base64')).buffer);
}
