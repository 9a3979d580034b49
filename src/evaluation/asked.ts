import type { Verdict } from '../answering/answer.js';
import { answerQuestion, considered } from '../answering/ask.js';
import type { Span } from '../text/span.js';
import { readQuery } from '../retrieval/query.js';
import type { Collection } from '../store/store.js';
import { isBare } from './bare.js';
import { nameOfSource, type BenchDesk } from './bench-desk.js';
import type { Room, SetQuestion } from './evaluation-set.js';
import { answersGold, holdsGold, isGoldHighlight, sameWords } from './gold.js';

/** A question as it was answered, and what was right of it. */
export interface Asked {
  readonly question: SetQuestion;
  readonly verdict: Verdict;
  /** Rank of the first passage of a gold article that holds an answer, from 1; 0 if none does. */
  readonly rank: number;
  /** What is in bold answers; what is best of it does by itself. */
  readonly right: boolean;
  readonly best: boolean;
  /** A question, as the article has it, is in bold. */
  readonly echoes: boolean;
  /** A heading, a marker or the names of columns are in bold by themselves. */
  readonly bare: boolean;
  /** What is in bold is not the article's text at its place. */
  readonly misquoted: boolean;
  /** Undefined if nothing is highlighted. */
  readonly highlightRight: boolean | undefined;
  readonly ms: number;
  readonly embeddingMs: number;
}

/** Asks without a threshold, so that one run tells what every threshold would give. */
export async function askOne(
  { store, embedder }: BenchDesk,
  question: SetQuestion,
  collection: Collection,
  names: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  const scope = [collection];
  const { gold } = question;
  const isGold = (articleId: string): boolean =>
    gold?.articles.includes(names.get(articleId) ?? '') === true;
  const started = performance.now();
  await embedder.embed([question.question], 'question', signal);
  const embedded = performance.now();
  const verdict = await answerQuestion({ store, embedder, minConfidence: 0 }, question.question, {
    scope,
    signal,
  });
  const done = performance.now();
  const query = await readQuery({ store, embedder }, question.question, scope, signal);
  const { chosen } = await considered({ store, embedder }, query, scope, undefined);
  const { answer } = verdict;
  const cut = ({ start, end }: Span): string =>
    answer === null ? '' : answer.text.slice(start - answer.start, end - answer.start);
  const spans = answer?.sentences ?? [];
  const bold = spans.map(cut);
  const article = answer === null ? undefined : await store.article(answer.articleId, scope);
  const best = chosen?.bold.best;
  return {
    question,
    verdict,
    rank:
      gold === undefined
        ? 0
        : verdict.passages.findIndex(
            ({ articleId, text }) => isGold(articleId) && holdsGold(text, gold),
          ) + 1,
    right:
      gold !== undefined && answer !== null && isGold(answer.articleId) && answersGold(bold, gold),
    best:
      gold !== undefined &&
      best !== undefined &&
      isGold(best.passage.articleId) &&
      answersGold([best.sentence.text], gold),
    bare: article !== undefined && spans.some((span) => isBare(article.text, article.blocks, span)),
    misquoted: spans.some((span) => article?.text.slice(span.start, span.end) !== cut(span)),
    echoes: bold.some((text) => text.endsWith('?') || sameWords(text, question.question)),
    highlightRight:
      answer === null || answer.highlights.length === 0 || gold === undefined
        ? undefined
        : answer.highlights.some((highlight) => isGoldHighlight(cut(highlight), gold.answers)),
    ms: done - embedded,
    embeddingMs: embedded - started,
  };
}

/** Names in the set by the articles' ids. */
export async function articleNames(
  { store }: BenchDesk,
  collection: Collection,
): Promise<Map<string, string>> {
  const articles = await store.articles([collection]);
  return new Map(articles.map(({ id, source }) => [id, nameOfSource(source)]));
}

/** A room's questions, and in the room what others should be refused. */
export async function askRoom(
  desk: BenchDesk,
  room: Pick<Room, 'questions'>,
  collection: Collection,
  options: { readonly onAsked: () => void; readonly signal?: AbortSignal | undefined },
): Promise<Asked[]> {
  const names = await articleNames(desk, collection);
  const asked: Asked[] = [];
  for (const question of room.questions) {
    asked.push(await askOne(desk, question, collection, names, options.signal));
    options.onAsked();
  }
  return asked;
}
