import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../src/config.js';
import { ChildEmbedder } from '../src/embedding/child-embedder.js';
import { indexRoom } from '../src/evaluation/bench-desk.js';
import { readSet } from '../src/evaluation/read-set.js';
import { openStore } from '../src/store/open.js';
import { SHARED, type PassageRecord } from '../src/store/store.js';
import { fill } from '../tools/measure-postgres/fill.js';
import { once } from './measure.js';

/** What it took to make a data folder, in ms; the sentences are counted with the passages' own. */
export interface Built {
  readonly passages: number;
  readonly sentences: number;
  /** Into SQLite, the embedding of the made ones left out. */
  readonly writing: number;
  /** Of the graphs, and their files. */
  readonly graphs: number;
}

const BUILT = 'built.json';

/**
 * Makes a data folder of so many passages: those of a set in SQuAD format as they are, and others
 * made from them, with other words and mixed vectors. What an interrupted run has made stays.
 */
export async function buildFolder(file: string, folder: string, passages: number): Promise<Built> {
  await mkdir(folder, { recursive: true });
  const known = await readFile(path.join(folder, BUILT), 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Built;
  const embedder = new ChildEmbedder({ settings: readConfig({}).model });
  const store = await openStore({ directory: folder, model: await embedder.model() });
  try {
    const [room] = (await readSet(path.resolve(file))).rooms;
    if (room === undefined) throw new Error('The set is empty.');
    const close = (): Promise<void> => Promise.resolve();
    await indexRoom({ store, embedder, close }, room, SHARED);
    const articles = await store.articles([SHARED]);
    const real: PassageRecord[] = [];
    for (const { id } of articles) {
      if (!id.startsWith('made-')) real.push(...(await store.passagesOf(id, [SHARED])));
    }
    const writing = await once(() =>
      fill(store, real, SHARED, passages - real.length, () => undefined),
    );
    const graphs = await once(() => store.flush());
    const { sentences, passages: all } = await store.stats();
    const built = { passages: all, sentences, writing: writing.ms, graphs: graphs.ms };
    await writeFile(path.join(folder, BUILT), JSON.stringify(built));
    return built;
  } finally {
    await embedder.close();
    await store.close();
  }
}
