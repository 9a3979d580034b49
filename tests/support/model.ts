import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ChildEmbedder, type EmbedderOptions } from '../../src/embedding/child-embedder.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { PACKAGE_DIR } from '../../src/version.js';

/** The embedding process runs compiled code also if the tests run from sources. */
export const EMBEDDER_URL = pathToFileURL(path.join(PACKAGE_DIR, 'dist/src/embedding/child.js'));

export const DEFAULT_MODEL_SETTINGS = {
  name: 'Xenova/all-MiniLM-L6-v2',
  dir: path.join(PACKAGE_DIR, 'data', 'models'),
  cacheDir: path.join(PACKAGE_DIR, 'data', 'cache'),
};

export const DEFAULT_READER_SETTINGS = { ...DEFAULT_MODEL_SETTINGS, name: 'newsdesk-reader' };

/** The real model; the caller closes it. */
export function realEmbedder(options: Partial<EmbedderOptions> = {}): ChildEmbedder {
  return new ChildEmbedder({
    settings: DEFAULT_MODEL_SETTINGS,
    childUrl: EMBEDDER_URL,
    ...options,
  });
}

/** One that several share, one after the other: it goes on when one of them closes it. */
export function shared(embedder: ChildEmbedder): Embedder {
  return {
    model: () => embedder.model(),
    embed: (...args) => embedder.embed(...args),
    embedWords: (...args) => embedder.embedWords(...args),
    countTokens: (...args) => embedder.countTokens(...args),
    close: () => Promise.resolve(),
  };
}
