import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../../src/answering/ask.js';
import type { Verdict } from '../../src/answering/answer.js';
import { readConfig } from '../../src/config.js';
import { ChildEmbedder } from '../../src/embedding/child-embedder.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { indexRoom, numberedCollection } from '../../src/evaluation/bench-desk.js';
import { KeptEmbedder } from '../../src/evaluation/kept-embedder.js';
import { readSet } from '../../src/evaluation/read-set.js';
import { openStores } from '../../src/store/open-stores.js';
import { EVERYWHERE, type Store } from '../../src/store/store.js';

/*
 * Asks every question of a file that "newsdesk eval" reads on both stores, and says which are
 * answered otherwise: another kind of reply, other words, or a confidence that differs in its third
 * decimal. The database must be empty, and is left with the articles.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    keep: { type: 'string' },
    rooms: { type: 'string' },
  },
});
const [file] = positionals;
if (file === undefined || values.database === undefined) {
  process.stderr.write(
    'Usage: npm run same-answers -- FILE --database postgres://… [--keep FOLDER] [--rooms N]\n',
  );
  process.exitCode = 2;
} else {
  const report = await compare(file, values.database);
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  process.exitCode = report.different.length === 0 ? 0 : 1;
}

interface Reply {
  readonly kind: string;
  readonly text: string | undefined;
  readonly articleId: string | undefined;
  /** To the third decimal. */
  readonly confidence: number;
}

interface Report {
  readonly questions: number;
  readonly different: readonly {
    readonly room: string;
    readonly question: string;
    readonly folder: Reply;
    readonly database: Reply;
  }[];
}

async function compare(set: string, databaseUrl: string): Promise<Report> {
  const { rooms } = await readSet(path.resolve(set));
  const { model, reader } = readConfig(process.env);
  const child = new ChildEmbedder({ settings: model, reader });
  const keep = path.resolve(values.keep ?? path.join(tmpdir(), 'newsdesk-same-answers'));
  const embedder = await KeptEmbedder.open(child, keep, reader);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'newsdesk-same-'));
  const options = { model: await embedder.model() };
  const folder = await openStores({ dataDir }, options);
  const database = await openStores({ dataDir, databaseUrl }, options);
  try {
    if ((await database.store.articles(EVERYWHERE)).length > 0) {
      throw new Error('The database has articles already; name an empty one.');
    }
    const different: Report['different'][number][] = [];
    let questions = 0;
    for (const [number, room] of rooms.slice(0, Number(values.rooms ?? rooms.length)).entries()) {
      const collection = numberedCollection(number);
      for (const { store } of [folder, database]) {
        await indexRoom({ store, embedder, close: () => Promise.resolve() }, room, collection);
      }
      for (const { question } of room.questions) {
        const ask = (store: Store): Promise<Reply> =>
          replyOf(store, embedder, question, collection);
        const replies = { folder: await ask(folder.store), database: await ask(database.store) };
        questions += 1;
        if (JSON.stringify(replies.folder) !== JSON.stringify(replies.database)) {
          different.push({ room: room.name, question, ...replies });
        }
      }
      process.stderr.write(`${room.name}: ${questions} asked, ${different.length} different\n`);
    }
    return { questions, different };
  } finally {
    await embedder.close();
    for (const { store, journal } of [folder, database]) {
      await journal.close();
      await store.close();
    }
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function replyOf(
  store: Store,
  embedder: Embedder,
  question: string,
  collection: string,
): Promise<Reply> {
  const verdict: Verdict = await answerQuestion({ store, embedder, minConfidence: 0 }, question, {
    scope: [collection],
  });
  return {
    kind: verdict.kind,
    text: verdict.answer?.text,
    articleId: verdict.answer?.articleId,
    confidence: Math.round(verdict.confidence * 1000) / 1000,
  };
}
