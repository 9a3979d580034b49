import { MODELS } from '../../src/answering/coefficients.js';
import { judge } from '../../src/answering/judge.js';
import { askedFor } from '../../src/answering/asked/question.js';
import { readPassages, type Readings } from '../../src/answering/reading.js';
import type { Embedder, WordedVector } from '../../src/embedding/embedder.js';
import {
  indexRoom,
  nameOfSource,
  numberedCollection,
  type BenchDesk,
} from '../../src/evaluation/bench-desk.js';
import type {
  EvaluationSet,
  Gold,
  Room,
  SetArticle,
  SetQuestion,
} from '../../src/evaluation/evaluation-set.js';
import { overlapsGold } from '../../src/evaluation/gold.js';
import { candidatePassages } from '../../src/retrieval/candidates.js';
import { readQuery, type Query } from '../../src/retrieval/query.js';
import type { Collection, PassageRecord, Scope, Store } from '../../src/store/store.js';
import { nearMissesOf } from './near-misses.js';
import type { Observation, ObservationKind } from './observation.js';

export interface NamedSet {
  readonly name: string;
  readonly set: EvaluationSet;
  /** Questions that are off its topics, if it has none of its own: from the other sets. */
  readonly strangers: readonly SetQuestion[];
}

interface Context {
  readonly desk: BenchDesk;
  readonly asking: { readonly store: Store; readonly embedder: Embedder };
  readonly set: string;
  /** Collections that the set has. */
  readonly rooms: number;
  readonly next: () => Collection;
  readonly observations: Observation[];
}

/** Asks every question of each collection that shows something of how it should be answered. */
export async function observe(
  desk: BenchDesk,
  { name, set, strangers }: NamedSet,
  firstCollection: number,
  onRoom: (room: string) => void = () => undefined,
): Promise<Observation[]> {
  let collections = firstCollection;
  const context: Context = {
    desk,
    asking: { store: desk.store, embedder: rememberingEmbedder(desk.embedder) },
    set: name,
    rooms: set.rooms.length,
    next: () => numberedCollection((collections += 1)),
    observations: [],
  };
  for (const room of set.rooms) {
    onRoom(room.name);
    await observeRoom(context, room, strangers);
    // What was written for the reader of one article holds for none of weeks of pages.
    if (set.shape === 'squad' || set.shape === 'documents') await observeParts(context, room);
  }
  return context.observations;
}

async function observeRoom(
  context: Context,
  room: Room,
  strangers: readonly SetQuestion[],
): Promise<void> {
  const collection = context.next();
  await indexRoom(context.desk, room, collection);
  const own = room.questions.filter(({ gold }) => gold !== undefined);
  const texts = new Map(room.articles.map(({ name, text }) => [name, text]));
  const most = Math.ceil(MOST_OF_A_KIND / context.rooms);
  const withoutAnswer = new Set(spread(own, most));
  for (const question of own) {
    const { gold } = question;
    const observation = await ask(context, 'own', question, collection);
    if (gold === undefined) continue;
    const gone = observation.records.filter((record) => !answersSomewhere(record, gold));
    add(context, observation);
    if (!withoutAnswer.has(question)) continue;
    const readings = await readBest(context, observation.query, gone);
    add(context, { ...observation, kind: 'gone', gold: undefined, records: gone, readings });
  }
  const changed = nearMissesOf(own, ({ gold }) =>
    (gold?.articles ?? []).map((name) => texts.get(name) ?? '').join('\n'),
  );
  const missed = room.questions.filter(({ strange }) => strange === 'near-miss');
  for (const question of [...missed, ...spread(changed, 2 * most)]) {
    add(context, await ask(context, 'nearMiss', question, collection));
  }
  const offTopic = room.questions.filter(({ strange }) => strange === 'off-topic');
  for (const question of [...spread(offTopic, most), ...strangers]) {
    add(context, await ask(context, 'offTopic', question, collection));
  }
}

/** Each half of the titles asked what only the other half answers, and each article alone. */
async function observeParts(context: Context, room: Room): Promise<void> {
  const groups = [...new Set(room.questions.map(({ group }) => group))];
  const half = ({ group }: SetQuestion): number => groups.indexOf(group) % 2;
  const own = room.questions.filter(({ gold }) => gold !== undefined);
  const articleOf = ({ gold }: SetQuestion): string => gold?.articles[0] ?? '';
  for (const side of [0, 1]) {
    const names = new Set(own.filter((question) => half(question) === side).map(articleOf));
    const articles = room.articles.filter(({ name }) => names.has(name));
    const collection = await indexed(context, articles);
    for (const question of spread(
      own.filter((each) => half(each) !== side),
      MOST_OF_A_KIND / 2,
    )) {
      add(context, await ask(context, 'offTopic', { ...question, gold: undefined }, collection));
    }
  }
  const asked = spread(own, MOST_OF_A_KIND);
  for (const article of room.articles) {
    const questions = asked.filter((question) => articleOf(question) === article.name);
    if (questions.length === 0) continue;
    const collection = await indexed(context, [article]);
    for (const question of questions) {
      add(context, await ask(context, 'alone', question, collection));
    }
  }
}

/** Of each set and kind that is not the answerable questions themselves: more change no figure. */
const MOST_OF_A_KIND = 200;

/** So many of them, from first to last. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

async function indexed({ desk, next }: Context, articles: readonly SetArticle[]): Promise<string> {
  const collection = next();
  await indexRoom(desk, { articles }, collection);
  return collection;
}

function answersSomewhere(record: PassageRecord, gold: Gold): boolean {
  return gold.articles.includes(nameOfSource(record.source)) && overlapsGold(record.text, gold);
}

function add({ observations }: Context, observation: Observation): void {
  observations.push(observation);
}

/** What is read when the question is asked, if there is a reader. */
async function readBest(
  { asking: { embedder } }: Context,
  query: Query,
  records: readonly PassageRecord[],
): Promise<Readings | undefined> {
  const { reader } = embedder;
  return reader && readPassages(reader, query, judge(query, records, MODELS).ranked);
}

async function ask(
  context: Context,
  kind: ObservationKind,
  { id, question, group, gold }: SetQuestion,
  collection: Collection,
): Promise<Observation> {
  const { asking, set } = context;
  const scope: Scope = [collection];
  const query = await readQuery(asking, question, scope);
  const records = await candidatePassages(asking.store, query, scope, undefined);
  const found = records.some(({ source }) => gold?.articles.includes(nameOfSource(source)));
  return {
    set,
    kind,
    id,
    group,
    query,
    asked: askedFor(query.words),
    records,
    readings: await readBest(context, query, records),
    gold: found ? gold : undefined,
  };
}

function rememberingEmbedder(embedder: Embedder): Embedder {
  const embeddings = new Map<string, Promise<WordedVector[]>>();
  return {
    model: () => embedder.model(),
    countTokens: (texts) => embedder.countTokens(texts, 'article'),
    reader: embedder.reader,
    close: () => embedder.close(),
    embed: (texts, priority, signal) => embedder.embed(texts, priority, signal),
    embedWords: (texts, priority, signal) => {
      const key = texts.join('\n');
      const known = embeddings.get(key) ?? embedder.embedWords(texts, priority, signal);
      embeddings.set(key, known);
      return known;
    },
  };
}
