import type { Embedder } from '../embedding/embedder.js';
import { candidatePassages } from '../retrieval/candidates.js';
import { readQuery, type Query } from '../retrieval/query.js';
import { shownPassage, type RankedPassage } from '../retrieval/rank.js';
import { contentWords } from '../retrieval/terms.js';
import type { PassageRecord, Scope, SentenceRecord, Store, StoredArticle } from '../store/store.js';
import type { Span } from '../text/span.js';
import { wordsOf } from '../text/words.js';
import { answerTextOf, rowsBeside, withStructure } from './answer-text.js';
import { askedCell, askedColumn } from './tables/asked-cell.js';
import type { AlsoAnswer, AnswerText, Verdict } from './answer.js';
import { MIN_CONFIDENCE, MODELS } from './coefficients.js';
import { gapOf } from './gap.js';
import { READING } from './reading-coefficients.js';
import { readPassages } from './reading.js';
import { gistOf } from './gist.js';
import { linearReader } from './marks/highlight.js';
import { judge, judgeRead, NAMED_CONFIDENCE, type Judgement } from './judge.js';
import { messageKind } from './asked/kind.js';
import type { AskedFor } from './asked/question.js';
import { askedSections, mayAskForSections } from './sections/asked-sections.js';
import { headingThatTells } from './sections/told-by-heading.js';
import { wantedOf } from './asked/wanted.js';

export interface AskContext {
  readonly store: Store;
  readonly embedder: Embedder;
  /** Answers that are less sure than this are not given, 0 to 1; the fitted threshold by default. */
  readonly minConfidence?: number | undefined;
}

export interface QuestionOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  /** Asked first; the other articles if this one does not say. */
  readonly preferArticleId?: string | undefined;
  /** Looks also whether another article answers as surely. */
  readonly offersAlso?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

const marker = linearReader(MODELS.highlight);
const readMarker = READING && linearReader(READING.models.highlight);

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
  const consider = (id: string | undefined): Promise<Judgement> =>
    considered(context, query, scope, id, signal);
  if (kind !== 'question') return nearest('unclear', query, (await consider(articleId)).ranked);
  if (preferArticleId !== undefined && articleId === undefined) {
    const preferred = await decide(context, query, await consider(preferArticleId));
    if (preferred.answer !== null) return preferred;
  }
  const judgement = await consider(articleId);
  const verdict = await decide(context, query, judgement);
  if (options.offersAlso !== true) return verdict;
  return { ...verdict, also: await alsoAnswered(context, query, judgement, verdict, signal) };
}

/** Another article's answer is offered if it is at most so much less sure. */
const ALSO = 0.05;

/** What another article answers as surely, if it does not say the same. */
async function alsoAnswered(
  context: AskContext,
  query: Query,
  { ranked }: Judgement,
  { answer, confidence }: Verdict,
  signal: AbortSignal | undefined,
): Promise<AlsoAnswer | undefined> {
  if (answer === null) return undefined;
  const others = ranked
    .map(({ record }) => record)
    .filter(({ articleId }) => articleId !== answer.articleId);
  if (others.length === 0) return undefined;
  const judgement = await judgedPassages(context.embedder.reader, query, others, signal);
  if (judgement.confidence < confidence - ALSO) return undefined;
  const other = await decide(context, query, judgement);
  const passage = other.passages.find(({ articleId }) => articleId === other.answer?.articleId);
  if (other.answer === null || passage === undefined || saysTheSame(answer, other.answer)) {
    return undefined;
  }
  return { answer: other.answer, confidence: other.confidence, passage };
}

/** The words that answer stand in both, or nearly all words do. */
function saysTheSame(one: AnswerText, other: AnswerText): boolean {
  const stemsOf = (text: string): string[] => contentWords(wordsOf(text)).map(({ stem }) => stem);
  const marked = one.highlights.flatMap(({ start, end }) =>
    stemsOf(one.text.slice(start - one.start, end - one.start)),
  );
  const own = stemsOf(one.text);
  const others = new Set(stemsOf(other.text));
  const share = (stems: readonly string[]): number =>
    stems.filter((stem) => others.has(stem)).length / Math.max(1, stems.length);
  return (marked.length > 0 && share(marked) === 1) || share(own) >= SAME_WORDS;
}

const SAME_WORDS = 0.7;

/** An answer that is less sure than this before anything is read is refused without reading. */
const LEAST_READ = 0.02;

/** What the passages that are found in a scope, or all of an article, come to. */
export async function considered(
  { store, embedder: { reader } }: Pick<AskContext, 'store' | 'embedder'>,
  query: Query,
  scope: Scope,
  articleId: string | undefined,
  signal?: AbortSignal,
): Promise<Judgement> {
  const records = await candidatePassages(store, query, scope, articleId);
  const seen = records.filter(({ collection }) => scope.includes(collection));
  const among = articleId === undefined ? query : { ...query, passages: seen.length };
  return judgedPassages(reader, among, seen, signal);
}

/** What these passages come to. */
export async function judgedPassages(
  reader: Embedder['reader'],
  query: Query,
  records: readonly PassageRecord[],
  signal?: AbortSignal,
): Promise<Judgement> {
  const judgement = judge(query, records, MODELS);
  if (reader === undefined || READING === undefined || judgement.confidence < LEAST_READ) {
    return judgement;
  }
  const readings = await readPassages(reader, query, judgement.ranked, signal);
  return judgeRead(query, judgement, readings, READING.models);
}

/** From which confidence on what was found is an answer, unless the settings say otherwise. */
export function fittedThreshold({ readings }: Pick<Judgement, 'readings'>): number {
  return (readings === undefined ? undefined : READING?.minConfidence) ?? MIN_CONFIDENCE;
}

/** The answer if it is sure enough, and the nearest passages either way. */
export async function decide(
  { store, minConfidence }: AskContext,
  query: Query,
  found: Judgement,
): Promise<Verdict> {
  const { asked, ranked, readings, chosen, confidence } = found;
  const least = minConfidence ?? fittedThreshold({ readings });
  const wanted = wantedOf(query.words);
  const passage = chosen?.bold.best.passage;
  const isOfMore = passage !== undefined && (mayAskForSections(query, wanted) || !isProse(chosen));
  const article = isOfMore
    ? await store.article(passage.articleId, [passage.collection])
    : undefined;
  const sections =
    (article && askedSections(query, wanted, article, chosen?.bold.best.sentence)) ??
    (await headingThatTells(store, query, found, least));
  const sure = sections === undefined ? confidence : Math.max(confidence, NAMED_CONFIDENCE);
  if (chosen === undefined || sure < least) {
    const [first] = ranked;
    const gap = first === undefined ? undefined : gapOf(query, first.record);
    return { ...nearest('unanswered', query, ranked), confidence, ...(gap && { gap }) };
  }
  const { bold, listOf } = chosen;
  const by = readings === undefined ? marker : (readMarker ?? marker);
  const highlights = by.read(query, asked, { bold, confidence }, readings);
  const units = bold.sentences.map(({ sentence }) => sentence);
  const plain = answerTextOf(bold.best.passage, units, highlights);
  const shown = isProse(chosen) ? undefined : article;
  return {
    ...nearest('answer', query, ranked),
    confidence: sure,
    answer: sections ?? structuredAnswer(shown, query, asked, plain, units, listOf),
  };
}

function isProse(chosen: Judgement['chosen']): boolean {
  return chosen?.bold.sentences.every(({ sentence: { kind } }) => kind === 'sentence') === true;
}

/** Prose is shown as it is found; of a list or a table its article knows more. */
function structuredAnswer(
  article: StoredArticle | undefined,
  query: Query,
  asked: AskedFor,
  answer: AnswerText,
  units: readonly SentenceRecord[],
  listOf: SentenceRecord | undefined,
): AnswerText {
  if (article === undefined) return answer;
  const shown = withStructure(answer, article, units, listOf);
  const words = ({ start, end }: Span): string => article.text.slice(start, end);
  const [row, ...others] = shown.units;
  if (row?.kind !== 'row') return shown;
  if (others.length > 0) {
    const isTable = others.every(({ kind }) => kind === 'row') && listOf !== undefined;
    return isTable ? { ...shown, highlights: askedColumn(query, words, shown.units) } : shown;
  }
  const cell = askedCell(query, asked, words, row, rowsBeside(article, units[0]?.block));
  return { ...shown, highlights: cell === undefined ? [] : [cell] };
}

/** Of the named article, or of the only one that there is. */
async function gistVerdict(
  store: Store,
  scope: Scope,
  articleId: string | undefined,
): Promise<Verdict | undefined> {
  const articles = articleId === undefined ? await store.articles(scope) : [];
  const id = articleId ?? (articles.length === 1 ? articles[0]?.id : undefined);
  const gist = id === undefined ? undefined : gistOf(await store.passagesOf(id, scope));
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
