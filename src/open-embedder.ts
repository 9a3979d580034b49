import type { Logger } from 'pino';
import type { Config } from './config.js';
import { ChildEmbedder } from './embedding/child-embedder.js';
import type { Embedder } from './embedding/embedder.js';

export interface EmbedderOptions {
  readonly log: Logger;
  /** Told of the model's download, in bytes. */
  readonly onModelDownload?: ((file: string, loaded: number, total: number) => void) | undefined;
  /** The compiled embedding process, if the caller runs from sources. */
  readonly embedderUrl?: URL | undefined;
}

/** An embedder on a process of its own, for one Newsdesk or for several that share it. */
export function openEmbedder(
  config: Pick<Config, 'model'> & Partial<Pick<Config, 'reader'>>,
  { log, onModelDownload, embedderUrl }: EmbedderOptions,
): Embedder {
  return new ChildEmbedder({
    settings: config.model,
    reader: config.reader,
    onDownload: onModelDownload,
    onRestart: (reason) => {
      log.warn({ reason }, 'the embedding process died and is started again');
    },
    onText: () => {
      log.trace('embedding a text');
    },
    childUrl: embedderUrl,
  });
}
