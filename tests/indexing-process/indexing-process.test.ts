import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { IndexingProcess } from '../../src/indexing-process/indexing-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../support/bot.js';
import { DEFAULT_MODEL_SETTINGS, realEmbedder } from '../support/model.js';

/** Answers what has good ids; loops for ever over what is called "loop", and dies over "die". */
const HOSTILE = `
  setInterval(() => process.send({ kind: 'alive' }), 100);
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ kind, id, request }) => {
    if (kind !== 'run') return;
    if (request.ids[0] === 'loop') for (;;);
    if (request.ids[0] === 'die') process.exit(1);
    setTimeout(() => process.send({ kind: 'removed', id, ids: request.ids }), 50);
  });
  process.send({ kind: 'ready' });
`;

const file = path.join(temporaryFolder(), 'hostile.mjs');
writeFileSync(file, HOSTILE);
afterAll(removeTemporaryFolders);

describe('a process that indexes', () => {
  const indexing = new IndexingProcess({
    setup: {
      dataDir: temporaryFolder(),
      model: DEFAULT_MODEL_SETTINGS,
      minConfidence: undefined,
      allowPrivateUrls: false,
      logLevel: 'silent',
    },
    embedder: realEmbedder(),
    log: pino({ level: 'silent' }),
    file,
    silentSeconds: 2,
    stopMs: 200,
  });
  const run = (id: string, signal?: AbortSignal) =>
    indexing.run(
      { call: 'remove', ids: [id], collection: undefined },
      { party: id, source: id, signal },
    );
  afterAll(() => {
    indexing.close();
  });

  it.each(['loop', 'die'])(
    'is ended over what it does not come back from (%s), which alone is refused',
    async (bad) => {
      const [first, refused, second] = await Promise.allSettled([run('a'), run(bad), run('b')]);
      const details = { code: 'source-too-complex', details: { source: bad } };
      expect(refused).toMatchObject({ status: 'rejected', reason: details });
      expect(first).toMatchObject({ status: 'fulfilled', value: { ids: ['a'] } });
      expect(second).toMatchObject({ status: 'fulfilled', value: { ids: ['b'] } });
      expect(await run('c')).toMatchObject({ ids: ['c'] });
    },
  );

  it('is waited for no longer than a while by whoever has told it to stop', async () => {
    const told = new AbortController();
    const stopped = run('loop', told.signal);
    setTimeout(() => {
      told.abort(new Error('told to stop'));
    }, 500);
    const started = performance.now();
    await expect(stopped).rejects.toThrow('told to stop');
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await run('d')).toMatchObject({ ids: ['d'] });
  });
});
