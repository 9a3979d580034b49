import { ReadingProcess } from './articles/reading-process.js';
import { DATABASE_URL, type Config } from './config.js';
import type { Embedder, EmbeddingModel } from './embedding/embedder.js';
import { describeModel, findModel } from './embedding/model-files.js';
import { openEmbedder, type EmbedderOptions } from './open-embedder.js';
import { DetachedNewsdesk } from './indexing-process/detached-newsdesk.js';
import { IndexingProcess } from './indexing-process/indexing-process.js';
import { LocalNewsdesk } from './local-newsdesk.js';
import type { Newsdesk } from './newsdesk.js';
import { copyArticles, type CopyOptions, type CopyReport } from './store/copy.js';
import { openStores, type StoresConfig } from './store/open-stores.js';
import type { Problem } from './store/store.js';

export interface OpenOptions extends EmbedderOptions {
  /** What the source `-` reads. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
  /** Another embedder than one of its own, such as one that several processes share. */
  readonly embedder?: Embedder | undefined;
  /** Where documents are read; a process of its own by default. */
  readonly reading?: ReadingProcess | undefined;
  /** Articles are changed in a process of its own, so that this one's thread only answers. */
  readonly detached?: boolean | undefined;
  /**
   * For a command that indexes once: what reads and embeds ends before the saving, and leaves its
   * memory to that. It starts again if it is needed.
   */
  readonly savesAlone?: boolean | undefined;
}

/**
 * Opens Newsdesk on a data folder, which is made if it is missing. The model is loaded with the
 * first text that has to be embedded, or by `warm`.
 * @throws NewsdeskError if the folder or the model can't be used
 */
export async function openNewsdesk(
  config: Pick<StoresConfig, 'dataDir'> &
    Pick<Config, 'model' | 'minConfidence' | 'allowPrivateUrls'> &
    Partial<Pick<Config, 'reader' | 'databaseUrl' | 'machine'>>,
  options: OpenOptions,
): Promise<Newsdesk> {
  const { log } = options;
  const embedder = options.embedder ?? openEmbedder(config, options);
  try {
    const model = await modelOf(config, embedder);
    const { store, journal } = await openStores(config, {
      model,
      onProblem: (code, details) => {
        log.warn({ code, ...details }, 'the index repaired itself');
      },
    });
    const { reading = new ReadingProcess(), stdin, savesAlone } = options;
    const parts = { store, journal, embedder, reading, model, config, log, stdin, savesAlone };
    const { dataDir, databaseUrl, machine, minConfidence, allowPrivateUrls } = config;
    // Another process has no part in this one's memory.
    if (options.detached !== true || typeof dataDir !== 'string') return new LocalNewsdesk(parts);
    const here = machine === undefined ? {} : { machine };
    const setup = { ...here, dataDir, model: config.model, minConfidence, allowPrivateUrls };
    return new DetachedNewsdesk(
      parts,
      new IndexingProcess({
        setup: { ...setup, logLevel: log.level },
        databaseUrl,
        embedder,
        log,
      }),
    );
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

export interface CopiedArticles extends CopyReport {
  /** What `verify` finds afterwards, here and there. */
  readonly problems: readonly Problem[];
}

/**
 * Copies all articles to another folder or database, and checks both. What an earlier call has
 * copied already stays as it is; the record of questions is not copied.
 * @param to the address of a PostgreSQL database, or a folder
 * @throws NewsdeskError if either place can't be used
 */
export async function copyToPlace(
  config: Pick<Config, 'dataDir' | 'model'> & Partial<Pick<Config, 'databaseUrl' | 'machine'>>,
  to: string,
  options: OpenOptions & CopyOptions,
): Promise<CopiedArticles> {
  const embedder = options.embedder ?? openEmbedder(config, options);
  try {
    const model = await modelOf(config, embedder);
    const from = await openStores(config, { model });
    try {
      const target = await openStores(
        DATABASE_URL.test(to) ? { ...config, databaseUrl: to } : { dataDir: to },
        { model },
      );
      try {
        const report = await copyArticles(from.store, target.store, options);
        const problems = [
          ...(await from.store.verify(false)),
          ...(await target.store.verify(false)),
        ];
        return { ...report, problems };
      } finally {
        await target.journal.close();
        await target.store.close();
      }
    } finally {
      await from.journal.close();
      await from.store.close();
    }
  } finally {
    await embedder.close();
  }
}

/** Told from the model's files if they are here, so that it need not be loaded. */
async function modelOf(config: Pick<Config, 'model'>, embedder: Embedder): Promise<EmbeddingModel> {
  const folder = await findModel(config.model);
  const described =
    folder === undefined ? undefined : await describeModel(config.model.name, folder);
  return described ?? (await embedder.model());
}
