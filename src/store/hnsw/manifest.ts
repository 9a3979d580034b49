import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised if the files change in a way that the check below does not notice. */
export const MANIFEST_SCHEMA = 1;

const manifest = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  /** Of the graph, in the same folder. */
  file: z.string().regex(/^[\w.-]+\.hnsw$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  model: z.string(),
  dims: z.int().positive(),
  space: z.literal('ip'),
  /** Labels in the graph, removed ones too. */
  count: z.int().nonnegative(),
  deleted: z.int().nonnegative(),
  maxElements: z.int().positive(),
  /** Of the articles when it was written. */
  generation: z.int().nonnegative(),
  /** Which database the labels belong to. */
  lineage: z.string(),
  /** SHA-256 of the numbers of the articles that are in the graph. */
  articles: z.string(),
  /** The highest of these numbers; what has been indexed since has a higher one. */
  lastArticle: z.int().nonnegative(),
});

export type Manifest = z.infer<typeof manifest>;

/** Undefined if it is not a manifest of this version. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Tells two sets of articles apart, by their numbers, which are never used twice. */
export function articlesDigest(numbers: readonly number[]): string {
  return createHash('sha256')
    .update([...numbers].sort((a, b) => a - b).join())
    .digest('hex');
}
