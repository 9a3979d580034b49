import path from 'node:path';
import { answerQuestion, type AskContext, type QuestionOptions } from '../../answering/ask.js';
import type { DeskArticle, DeskReply, Verdict } from '../../answering/answer.js';
import { SUMMARY } from '../../answering/asked/kind.js';
import { readQuery } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { ArticleSummary } from '../../store/store.js';
import { isStopWord } from '../../text/stop-words.js';
import { wordsOf } from '../../text/words.js';
import { dot } from '../../vectors/dot.js';
import type { AskedOfArticle, FactKind, WhichArticle } from './article-ask.js';
import type { DeskQuestion } from './desk-question.js';
import { mentionsOf } from './mentions.js';
import { isIn, type Period } from './period.js';
import { articlesTitled } from './titled.js';

/** Articles in a list at most. */
const MOST_LISTED = 10;
/** As many as a menu of Discord's holds. */
const MOST_CHOICES = 25;

/**
 * Answers a question to the desk from what is stored of the articles; undefined if it is rather
 * one for their words. `topicId` is the article that is spoken of.
 */
export async function answerDesk(
  context: AskContext,
  question: DeskQuestion,
  options: QuestionOptions & { readonly topicId?: string | undefined },
): Promise<Verdict | undefined> {
  const articles = await context.store.articles(options.scope);
  if (articles.length === 0) return undefined;
  switch (question.asks) {
    case 'news':
      return newsOf(articles, question.period);
    case 'about':
      return articlesAbout(context, articles, question.topic, options);
    default:
      return ofArticle(context, articles, question, options);
  }
}

/** The newest articles, or those of a period; undefined if none is from then. */
function newsOf(articles: readonly ArticleSummary[], period?: Period): Verdict | undefined {
  const dateOf = ({ publishedAt, indexedAt }: ArticleSummary): string => publishedAt ?? indexedAt;
  const newest = articles.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)));
  if (period === undefined) return listed(newest, {});
  const inside = newest.filter(
    ({ publishedAt }) => publishedAt !== undefined && isIn(period, publishedAt),
  );
  // "In November" is the latest November from which there is anything.
  const year = inside[0]?.publishedAt?.slice(0, 4) ?? '';
  const latest =
    period.recurs === true
      ? inside.filter(({ publishedAt = '' }) => publishedAt.startsWith(year))
      : inside;
  return latest.length === 0 ? undefined : listed(latest, { period: true });
}

function listed(
  articles: readonly ArticleSummary[],
  more: { readonly period?: boolean; readonly about?: string },
): Verdict {
  const shown = articles.slice(0, MOST_LISTED).map(deskArticle);
  const [only, ...others] = shown;
  return verdictOf(
    { of: 'articles', articles: shown, total: articles.length, ...more },
    others.length === 0 ? only?.id : undefined,
  );
}

/** From this cosine similarity on a passage is about what is asked for, in whatever words. */
const ABOUT = 0.45;

/** Those that have the words, in their titles first, then those that come near in meaning. */
async function articlesAbout(
  context: AskContext,
  articles: readonly ArticleSummary[],
  topic: string,
  { scope, signal }: QuestionOptions,
): Promise<Verdict | undefined> {
  const { store } = context;
  const stems = wordsOf(topic)
    .filter(({ text }) => !isStopWord(text))
    .map(({ stem }) => stem);
  if (stems.length === 0) return undefined;
  const { vector } = await readQuery(context, topic, scope, signal);
  const hits = await store.nearestPassages(scope, vector, MOST_SEEN);
  const worded = await store.keywordSearch(scope, stems, MOST_SEEN);
  const ids = [...new Set([...hits, ...worded].map(({ passageId }) => passageId))];
  const rank = new Map<string, number>();
  for (const passage of await store.passages(ids, scope)) {
    const { positions } = indexText(`${passage.title} ${passage.text}`);
    const inTitle = indexText(passage.title).positions;
    const has = (known: ReadonlyMap<string, unknown>): boolean =>
      stems.every((stem) => known.has(stem));
    const near = dot(vector, passage.vector);
    const score = (has(inTitle) ? 2 : 0) + (has(positions) ? 1 : 0) + near;
    if (!has(positions) && near < ABOUT) continue;
    rank.set(passage.articleId, Math.max(rank.get(passage.articleId) ?? 0, score));
  }
  const found = articles
    .filter(({ id }) => rank.has(id))
    .sort((a, b) => (rank.get(b.id) ?? 0) - (rank.get(a.id) ?? 0));
  return found.length === 0 ? undefined : listed(found, { about: topic });
}

const MOST_SEEN = 50;

async function ofArticle(
  context: AskContext,
  articles: readonly ArticleSummary[],
  { asks, which }: AskedOfArticle,
  options: QuestionOptions & { readonly topicId?: string | undefined },
): Promise<Verdict | undefined> {
  const candidates = candidatesFor(articles, which, options);
  const [article, ...others] = candidates;
  if (article === undefined || others.length > 0) {
    const offered = candidates.length > 0 ? candidates : articles;
    const newest = offered.toSorted((a, b) => b.indexedAt.localeCompare(a.indexedAt));
    return verdictOf({
      of: 'choice',
      asks,
      articles: newest.slice(0, MOST_CHOICES).map(deskArticle),
    });
  }
  const { id } = article;
  switch (asks) {
    case 'summary':
      return answerQuestion(context, SUMMARY, { ...options, articleId: id });
    case 'published':
    case 'author':
    case 'source':
      return verdictOf(
        { of: 'fact', asks, article: deskArticle(article), value: factOf(article, asks) },
        id,
      );
    default: {
      const mentions = mentionsOf(await context.store.passagesOf(id, options.scope), asks);
      return verdictOf({ of: 'mentions', asks, article: deskArticle(article), mentions }, id);
    }
  }
}

function candidatesFor(
  articles: readonly ArticleSummary[],
  which: WhichArticle,
  { articleId, topicId }: QuestionOptions & { readonly topicId?: string | undefined },
): readonly ArticleSummary[] {
  if ('titled' in which) {
    const found = articlesTitled(articles, which.titled);
    return articleId === undefined ? found : found.filter(({ id }) => id === articleId);
  }
  const known = articleId ?? topicId;
  return known === undefined
    ? articles.length === 1
      ? articles
      : []
    : articles.filter(({ id }) => id === known);
}

function factOf(
  { publishedAt, author, site, url, source }: ArticleSummary,
  asks: FactKind,
): string | undefined {
  switch (asks) {
    case 'published':
      return publishedAt;
    case 'author':
      return author;
    case 'source':
      // Of a file its name says where it is from; the folders are this machine's own.
      return url ?? site ?? (/^https?:/iu.test(source) ? source : path.basename(source));
  }
}

function deskArticle({ id, title, publishedAt }: ArticleSummary): DeskArticle {
  return { id, title, publishedAt };
}

function verdictOf(desk: DeskReply, articleId?: string): Verdict {
  return {
    kind: 'desk',
    confidence: 0,
    answer: null,
    passages: [],
    lookedFor: [],
    desk,
    context: articleId === undefined ? undefined : { articleId, about: null, understood: SUMMARY },
  };
}
