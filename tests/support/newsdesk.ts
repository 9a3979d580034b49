import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Newsdesk } from '../../src/newsdesk.js';
import { openNewsdesk, type OpenOptions } from '../../src/open.js';
import { databaseSettings, dropDatabase } from './postgres/data-folder.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from './model.js';

export interface TestNewsdesk {
  readonly newsdesk: Newsdesk;
  readonly dataDir: string;
  /** A folder for the test's own files. */
  readonly files: string;
  readonly end: () => Promise<void>;
}

/** The real Newsdesk with the real model on a temporary data folder. */
export async function openTestNewsdesk(
  options: Partial<OpenOptions> & {
    readonly minConfidence?: number;
    /** Of another one, which it shares. */
    readonly dataDir?: string;
  } = {},
): Promise<TestNewsdesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-'));
  const dataDir = options.dataDir ?? path.join(folder, 'index');
  const newsdesk = await openNewsdesk(
    {
      dataDir,
      databaseUrl: databaseSettings(dataDir).NEWSDESK_DATABASE_URL,
      model: DEFAULT_MODEL_SETTINGS,
      minConfidence: options.minConfidence,
      allowPrivateUrls: true,
    },
    { log: pino({ level: 'silent' }), embedderUrl: EMBEDDER_URL, ...options },
  );
  return {
    newsdesk,
    dataDir,
    files: folder,
    end: async () => {
      await newsdesk.close();
      if (options.dataDir === undefined) dropDatabase(dataDir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
