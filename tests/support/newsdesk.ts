import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Newsdesk } from '../../src/newsdesk.js';
import { openNewsdesk, type OpenOptions } from '../../src/open.js';
import { newMemory } from '../../src/store/memory.js';
import type { StoresConfig } from '../../src/store/open-stores.js';
import { databaseSettings, dropDatabase } from './postgres/data-folder.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from './model.js';

export interface TestNewsdesk {
  readonly newsdesk: Newsdesk;
  /** In memory, unless a folder was asked for. */
  readonly dataDir: StoresConfig['dataDir'];
  /** A folder for the test's own files. */
  readonly files: string;
  readonly end: () => Promise<void>;
}

/** The real Newsdesk with the real model, on nothing that outlasts it. */
export async function openTestNewsdesk(
  options: Partial<OpenOptions> & {
    readonly minConfidence?: number;
    /** Of another one, which it shares. */
    readonly dataDir?: StoresConfig['dataDir'];
    /** For a test of the files. */
    readonly inFolder?: boolean;
  } = {},
): Promise<TestNewsdesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-'));
  const index = path.join(folder, 'index');
  const databaseUrl = databaseSettings(index).NEWSDESK_DATABASE_URL;
  const dataDir = options.dataDir ?? (options.inFolder === true ? index : newMemory());
  const newsdesk = await openNewsdesk(
    {
      dataDir,
      databaseUrl,
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
      dropDatabase(index);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
