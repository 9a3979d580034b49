import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { openNewsdesk } from '../../src/open.js';
import { SHARED } from '../../src/store/store.js';
import { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } from '../support/model.js';

it('splits the articles of an older data folder by their blocks at the next start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsdesk-older-'));
  const fixture = join(import.meta.dirname, '../store/fixtures/schema-2.sqlite.gz');
  await writeFile(join(dataDir, 'newsdesk.sqlite'), gunzipSync(await readFile(fixture)));
  const newsdesk = await openNewsdesk(
    { dataDir, model: DEFAULT_MODEL_SETTINGS, minConfidence: 0, allowPrivateUrls: true },
    { log: pino({ level: 'silent' }), embedderUrl: EMBEDDER_URL },
  );
  onTestFinished(async () => {
    await newsdesk.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  await newsdesk.warm();
  expect(await newsdesk.verify(false)).toEqual([]);
  const { answer } = await newsdesk.ask('When was the harbour pool opened?', { scope: [SHARED] });
  expect(answer?.text).toBe('The harbour pool opened in 1921.');
});
