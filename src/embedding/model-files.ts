import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { EmbeddingModel } from './embedder.js';
import { familyOf, NO_PROMPTS, promptsKey, promptsOf, type Prompts } from './prompts.js';

export type Pooling = 'mean' | 'cls';

/** The model to embed with, and where its files are looked for. */
export interface ModelSettings {
  /** As the model hub names it: `organisation/model`. */
  readonly name: string;
  /** Holds `organisation/model/config.json`, `tokenizer.json`, `onnx/model_quantized.onnx`, … */
  readonly dir: string;
  /** Where models that come from the hub are kept, in the same layout. */
  readonly cacheDir: string;
}

export interface ModelDescription extends EmbeddingModel {
  readonly name: string;
  readonly pooling: Pooling;
  readonly prompts: Prompts;
  /** The most pieces that the model can take, prompt included. */
  readonly positions: number;
}

export const MODEL_FILE = 'onnx/model_quantized.onnx';

/** What @xenova/transformers loads for a quantized feature-extraction model. */
export const MODEL_FILES = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  MODEL_FILE,
] as const;

/** Sentence models are trained on short texts: more pieces cost time and blur the vector. */
const LONGEST_INPUT = 256;

const Config = z.object({
  hidden_size: z.number().int().positive().optional(),
  dim: z.number().int().positive().optional(),
  max_position_embeddings: z.number().int().positive().optional(),
});

// The layout of sentence-transformers; a model without it is pooled by its mean, like most.
const PoolingConfig = z.object({ pooling_mode_cls_token: z.boolean().optional() });

/** The first file of the model that the folder lacks, or undefined if it is whole. */
export async function missingModelFile(folder: string): Promise<string | undefined> {
  for (const file of MODEL_FILES) {
    const found = await stat(path.join(folder, file)).catch(() => undefined);
    if (found?.isFile() !== true || found.size === 0) return path.join(folder, file);
  }
  return undefined;
}

/** The folder that holds the whole model: the user's own before the one that the hub filled. */
export async function findModel(settings: ModelSettings): Promise<string | undefined> {
  for (const root of [settings.dir, settings.cacheDir]) {
    const folder = path.join(root, settings.name);
    if ((await missingModelFile(folder)) === undefined) return folder;
  }
  return undefined;
}

/** Reads dimensions, pooling and prompts from a model's folder, without loading the model. */
export async function describeModel(
  name: string,
  folder: string,
): Promise<ModelDescription | undefined> {
  const config = Config.safeParse(await readJson(path.join(folder, 'config.json')));
  const dims = config.data?.hidden_size ?? config.data?.dim;
  if (dims === undefined) return undefined;
  const family = familyOf(name);
  const positions = config.data?.max_position_embeddings ?? LONGEST_INPUT;
  const byFirst = PoolingConfig.safeParse(
    await readJson(path.join(folder, '1_Pooling', 'config.json')),
  ).data?.pooling_mode_cls_token;
  const pooling = byFirst === undefined ? (family?.pooling ?? 'mean') : byFirst ? 'cls' : 'mean';
  const prompts =
    promptsOf(await readJson(path.join(folder, 'config_sentence_transformers.json'))) ??
    family?.prompts ??
    NO_PROMPTS;
  return {
    key: `${name}:int8:${pooling}:${dims}${promptsKey(prompts)}`,
    name,
    dims,
    pooling,
    prompts,
    maxTokens: Math.min(positions, LONGEST_INPUT),
    positions,
  };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
