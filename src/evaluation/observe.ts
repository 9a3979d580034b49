import type { Embedder, WordedVector } from '../embedding/embedder.js';
import { MODELS } from '../answering/coefficients.js';
import { judge } from '../answering/judge.js';
import { readPassages, type Readings } from '../answering/reading.js';
import { askedFor, type AskedFor } from '../answering/question.js';
import { candidatePassages } from '../retrieval/candidates.js';
import { readQuery, type Query } from '../retrieval/query.js';
import type { PassageRecord, Scope, Store } from '../store/store.js';
import type { BenchDesk } from './bench-desk.js';
import { indexRoom, numberedCollection } from './bench-desk.js';
import type { SquadParagraph, SquadQuestion } from './squad.js';

/** A question as it met a collection: what was found, before anything is ranked. */
export interface Observation {
  readonly id: string;
  /** Questions of one title are never on both sides of a cross-validation. */
  readonly title: string;
  readonly query: Query;
  readonly asked: AskedFor;
  readonly records: readonly PassageRecord[];
  /** What was read in the best of them; undefined where there is no reader. */
  readonly readings?: Readings | undefined;
  /** The article that answers, where this collection has it. */
  readonly gold?:
    { readonly source: string; readonly answers: SquadQuestion['answers'] } | undefined;
}

/** What is asked of which collection. */
export interface Observations {
  /** Every question of all paragraphs. */
  readonly own: readonly Observation[];
  /** Every question of the other half's paragraphs, by title: nothing there has to do with it. */
  readonly offTopic: readonly Observation[];
  /** Every question of its own title, without the paragraph that answers. */
  readonly nearTopic: readonly Observation[];
  /** Every question of its own paragraph alone. */
  readonly alone: readonly Observation[];
  /** Every question of another paragraph of its title alone. */
  readonly aloneNearTopic: readonly Observation[];
}

const ALL = 'all';

function numbered(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name, index) => [name, numberedCollection(index)]));
}

export async function observe(
  desk: BenchDesk,
  paragraphs: readonly SquadParagraph[],
  onProgress?: (done: number, total: number) => void,
): Promise<Observations> {
  const titles = [...new Set(paragraphs.map(({ title }) => title))];
  const half = (title: string): string => `half-${titles.indexOf(title) % 2}`;
  const otherHalf = (title: string): string => `half-${1 - (titles.indexOf(title) % 2)}`;
  const collections = new Map<string, SquadParagraph[]>();
  const add = (collection: string, paragraph: SquadParagraph): void => {
    collections.set(collection, [...(collections.get(collection) ?? []), paragraph]);
  };
  for (const paragraph of paragraphs) {
    for (const name of [ALL, half(paragraph.title), paragraph.title, paragraph.source]) {
      add(name, paragraph);
    }
  }
  const numbers = numbered([...collections.keys()]);
  let done = 0;
  for (const [name, members] of collections) {
    onProgress?.(done, collections.size);
    const articles = members.map(({ source, title, text }) => ({
      name: source,
      title,
      text,
      read: 'plain' as const,
    }));
    await indexRoom(desk, { articles }, numbers.get(name) ?? name);
    done += 1;
  }
  const context = { store: desk.store, embedder: rememberingEmbedder(desk.embedder) };
  const ask = asker(context, (name) => numbers.get(name) ?? name);
  const observations = {
    own: [] as Observation[],
    offTopic: [] as Observation[],
    nearTopic: [] as Observation[],
    alone: [] as Observation[],
    aloneNearTopic: [] as Observation[],
  };
  for (const paragraph of paragraphs) {
    const { title, source } = paragraph;
    const sibling =
      paragraphs.find(
        (other, index) => other.title === title && index === paragraphs.indexOf(paragraph) + 1,
      ) ?? paragraphs.find((other) => other.title === title && other !== paragraph);
    for (const question of paragraph.questions) {
      observations.own.push(await ask(paragraph, question, ALL));
      observations.offTopic.push(await ask(paragraph, question, otherHalf(title)));
      const near = await ask(paragraph, question, title);
      const records = near.records.filter((record) => !record.source.endsWith(`/${source}`));
      const readings = await readBest(desk.embedder, near.query, records);
      observations.nearTopic.push({ ...near, gold: undefined, records, readings });
      observations.alone.push(await ask(paragraph, question, source));
      if (sibling !== undefined) {
        observations.aloneNearTopic.push({
          ...(await ask(paragraph, question, sibling.source)),
          gold: undefined,
        });
      }
    }
  }
  return observations;
}

function asker(
  context: { readonly store: Store; readonly embedder: Embedder },
  collectionOf: (name: string) => string,
) {
  return async (
    { title, source }: SquadParagraph,
    { id, question, answers }: SquadQuestion,
    collection: string,
  ): Promise<Observation> => {
    const scope: Scope = [collectionOf(collection)];
    const query = await readQuery(context, question, scope);
    const records = await candidatePassages(context.store, query, scope, undefined);
    const there = records.some((record) => record.source.endsWith(`/${source}`));
    return {
      id,
      title,
      query,
      asked: askedFor(query.words),
      records,
      readings: await readBest(context.embedder, query, records),
      gold: there ? { source, answers } : undefined,
    };
  };
}

/** What is read when the question is asked now, unless it is refused without reading. */
async function readBest(
  { reader }: Embedder,
  query: Query,
  records: readonly PassageRecord[],
): Promise<Readings | undefined> {
  return reader && readPassages(reader, query, judge(query, records, MODELS).ranked);
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
