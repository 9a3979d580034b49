import type { Embedder } from '../embedding/embedder.js';
import { candidatePassages } from '../retrieval/candidates.js';
import { readQuery, type Query } from '../retrieval/query.js';
import {
  measurePassages,
  RANKED,
  rankPassages,
  shownPassage,
  type RankedPassage,
} from '../retrieval/rank.js';
import { contentWords } from '../retrieval/terms.js';
import type { Scope, Store } from '../store/store.js';
import { answerTextOf } from './answer-text.js';
import type { Verdict } from './answer.js';
import { chooseBold, weighSentences } from './bold.js';
import { MIN_CONFIDENCE, MODELS } from './coefficients.js';
import { confidenceEvidence, confidenceOf } from './confidence.js';
import { gistOf } from './gist.js';
import { linearReader } from './highlight.js';
import { messageKind } from './kind.js';
import { askedFor } from './question.js';

export interface AskContext {
  readonly store: Store;
  readonly embedder: Embedder;
  /** Answers that are less sure than this are not given, 0 to 1; the fitted threshold by default. */
  readonly minConfidence?: number | undefined;
}

export interface QuestionOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  /** Asked first; the other articles where this one does not say. */
  readonly preferArticleId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const reader = linearReader(MODELS.highlight);

/** Answers a question from the articles of a scope, or says that they do not answer it. */
export async function answerQuestion(
  context: AskContext,
  question: string,
  options: QuestionOptions,
): Promise<Verdict> {
  const { store } = context;
  const { scope, articleId, preferArticleId, signal } = options;
  const { articles } = await store.size(scope);
  if (articles === 0) return without('empty');
  const kind = messageKind(question);
  if (kind === 'greeting') return without('greeting');
  if (kind === 'gist') {
    const gist = await gistVerdict(store, scope, articleId ?? preferArticleId);
    if (gist !== undefined) return gist;
  }
  if (question.trim() === '') return without('unclear');
  const query = await readQuery(context, question, scope, signal);
  if (kind !== 'question')
    return nearest('unclear', query, await find(store, query, scope, articleId));
  if (preferArticleId !== undefined && articleId === undefined) {
    const preferred = await decide(
      context,
      query,
      await find(store, query, scope, preferArticleId),
    );
    if (preferred.answer !== null) return preferred;
  }
  return decide(context, query, await find(store, query, scope, articleId));
}

async function find(
  store: Store,
  query: Query,
  scope: Scope,
  articleId: string | undefined,
): Promise<RankedPassage[]> {
  const records = await candidatePassages(store, query, scope, articleId);
  const inScope = records.filter(({ collection }) => scope.includes(collection));
  return rankPassages(query, measurePassages(query, inScope), MODELS, RANKED);
}

/** The answer where it is sure enough, and the nearest passages either way. */
async function decide(
  { minConfidence = MIN_CONFIDENCE }: AskContext,
  query: Query,
  ranked: readonly RankedPassage[],
): Promise<Verdict> {
  const first = ranked[0];
  if (first === undefined) return nearest('unanswered', query, ranked);
  const asked = askedFor(query.words);
  const bold = chooseBold(
    weighSentences(query, asked, first.record, MODELS.sentence),
    MODELS.second,
  );
  if (bold === undefined) return nearest('unanswered', query, ranked);
  const confidence = confidenceOf(confidenceEvidence(query, asked, first, bold), MODELS);
  if (confidence < minConfidence) return { ...nearest('unanswered', query, ranked), confidence };
  const highlights = await reader.read(query, asked, { bold, confidence });
  return {
    ...nearest('answer', query, ranked),
    confidence,
    answer: answerTextOf(
      bold.best.passage,
      bold.sentences.map(({ sentence }) => sentence),
      highlights,
    ),
  };
}

/** Of the named article, or of the only one that there is. */
async function gistVerdict(
  store: Store,
  scope: Scope,
  articleId: string | undefined,
): Promise<Verdict | undefined> {
  const articles = articleId === undefined ? await store.articles(scope) : [];
  const id = articleId ?? (articles.length === 1 ? articles[0]?.id : undefined);
  const gist = id === undefined ? undefined : gistOf(await store.passagesOf(id));
  if (gist === undefined) return undefined;
  return { kind: 'gist', confidence: 1, answer: gist.lead, passages: gist.central, lookedFor: [] };
}

function nearest(
  kind: Verdict['kind'],
  { text, words }: Query,
  ranked: readonly RankedPassage[],
): Verdict {
  return {
    ...without(kind),
    passages: ranked.map(({ record, share }) => shownPassage(record, share)),
    lookedFor: contentWords(words).map(({ start, end }) => text.slice(start, end)),
  };
}

function without(kind: Verdict['kind']): Verdict {
  return { kind, confidence: 0, answer: null, passages: [], lookedFor: [] };
}
