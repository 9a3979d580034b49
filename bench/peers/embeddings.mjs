import { env, pipeline } from '@huggingface/transformers';

/** The embedding model's files that Newsdesk ships, for every peer alike. */
export const MODEL = 'Xenova/all-MiniLM-L6-v2';
export const PRETRAINED = { dtype: 'q8' };

export function useModelFolder(folder) {
  env.localModelPath = folder;
  env.allowRemoteModels = false;
}

/**
 * Mean-pooled vectors of unit length, as transformers.js documents it.
 * @param {string[]} texts
 * @param {number} batch texts in one call of the model
 */
export async function embed(texts, batch = texts.length) {
  extractor ??= pipeline('feature-extraction', MODEL, PRETRAINED);
  const run = await extractor;
  const vectors = [];
  for (let at = 0; at < texts.length; at += batch) {
    const output = await run(texts.slice(at, at + batch), { pooling: 'mean', normalize: true });
    vectors.push(...output.tolist());
  }
  return vectors;
}

let extractor;
