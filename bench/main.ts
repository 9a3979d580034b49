import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { ReadingProcess } from '../src/articles/reading-process.js';
import { askBatch } from '../src/cli/batch.js';
import { Output } from '../src/cli/output.js';
import { readConfig } from '../src/config.js';
import { ChildEmbedder } from '../src/embedding/child-embedder.js';
import { LocalNewsdesk } from '../src/local-newsdesk.js';
import { createLog } from '../src/log.js';
import { embeddedText } from '../src/passages/embedded-text.js';
import { openJournal } from '../src/store/open-journal.js';
import { openStore } from '../src/store/open.js';
import { benchCommands } from './commands.js';
import { makeArticles } from './corpus.js';
import { inTurn, once, printAgainstFirst, type Group } from './measure.js';
import { madeUpWork, squadWork } from './peer-work.js';
import { benchPeers } from './peers.js';
import { reportPeers } from './peers-report.js';
import { benchVectors } from './search.js';
import { reportSpeed } from './speed-report.js';

const ARTICLES = Number(process.env['BENCH_ARTICLES'] ?? 120);
const ROUNDS = 200;
const BATCH = 100;
const PEER_ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

class Unheard extends Output {
  override result(): void {
    return undefined;
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'newsdesk-bench-'));
const config = readConfig({ NEWSDESK_DATA_DIR: path.join(folder, 'index') });
const embedder = new ChildEmbedder({ settings: config.model });
try {
  const groups = await bench();
  // First, since README's words of the peers stand beside these.
  if (process.argv[2] !== undefined) await reportSpeed(groups, ARTICLES);
  await peers(process.argv[2]);
} finally {
  await embedder.close();
  await rm(folder, { recursive: true, force: true });
}

/** Peers over a file in SQuAD format; without one, over made-up articles, and nothing is written. */
async function peers(file: string | undefined): Promise<void> {
  const work = file === undefined ? madeUpWork(ARTICLES) : await squadWork(file);
  const about = `${work.documents.length} paragraphs, ${work.questions.length} questions, ${PEER_ROUNDS} rounds.`;
  const figures = await benchPeers(work, PEER_ROUNDS);
  console.log(`\nBeside the peers: ${about}`);
  console.table(
    figures.map(({ name, indexing, questionP50, memory, recallAt1, answerShown }) => ({
      what: name,
      'indexing ms': Math.round(indexing.median),
      'question ms': Math.round(questionP50.median * 100) / 100,
      'memory MB': Math.round(memory.median / 1024 ** 2),
      'R@1': recallAt1,
      'answer shown': answerShown,
    })),
  );
  if (file !== undefined) await reportPeers(figures, about);
}

async function bench(): Promise<Group[]> {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${ARTICLES} articles`);
  const articles = makeArticles(ARTICLES);
  const files = path.join(folder, 'articles');
  await mkdir(files);
  for (const { name, text } of articles) await writeFile(path.join(files, name), text);

  const model = await embedder.model();
  const store = await openStore({ directory: config.dataDir, model });
  const journal = await openJournal({ directory: config.dataDir });
  const newsdesk = new LocalNewsdesk({
    store,
    journal,
    embedder,
    reading: new ReadingProcess(),
    model,
    config,
    log: createLog('warn'),
  });

  const first = await once(() => newsdesk.index([files]));
  const again = await once(() => newsdesk.index([files]));
  const records = (
    await Promise.all((await newsdesk.list()).map(({ id }) => store.passagesOf(id, ['shared'])))
  ).flat();
  const texts = [
    ...new Set(
      records.flatMap(({ title, text, sentences }) =>
        [text, ...sentences.map((sentence) => sentence.text)].map((part) =>
          embeddedText(title, part),
        ),
      ),
    ),
  ];
  const floor = await once(() => embedder.embed(texts, 'article'));
  const indexing = printAgainstFirst('Indexing a folder', [
    { name: `embedding its ${texts.length} texts alone`, median: floor.ms, p95: floor.ms },
    { name: 'the first run', median: first.ms, p95: first.ms },
    { name: 'an unchanged run', median: again.ms, p95: again.ms },
  ]);
  console.log(
    `${Math.round(records.length / (first.ms / 1000))} passages/s with their sentences, ${again.result.embedded} texts embedded by the unchanged run`,
  );

  const questions = articles.flatMap((article) => article.questions);
  const question = (round: number): string => questions[round % questions.length] ?? '';
  const one = printAgainstFirst(
    'A question',
    await inTurn(
      {
        'its embedding alone': (round) => embedder.embed([question(round)], 'question'),
        'asked of all articles': (round) => newsdesk.ask(question(round), { scope: ['shared'] }),
      },
      ROUNDS,
    ),
  );

  const batch = (round: number): string[] =>
    Array.from({ length: BATCH }, (_, index) => question(round * BATCH + index));
  const unheard = new Unheard({ json: true, quiet: true });
  const many = printAgainstFirst(
    'Many questions',
    await inTurn(
      {
        'their embeddings alone': async (round) => {
          for (const line of batch(round)) await embedder.embed([line], 'question');
        },
        'asked one after another': async (round) => {
          for (const line of batch(round)) await newsdesk.ask(line, { scope: ['shared'] });
        },
        'asked as ask --batch does': (round) =>
          askBatch(newsdesk, batch(round), { scope: ['shared'] }, unheard),
      },
      ROUNDS / 10,
    ),
  );

  const vectors = await embedder.embed(questions.slice(0, 50), 'question');
  await benchVectors(
    store,
    records.map(({ vector }) => vector),
    vectors,
  );
  await store.close();
  await journal.close();
  return [indexing, one, many, ...(await benchCommands(config.dataDir, files, question(0)))];
}
