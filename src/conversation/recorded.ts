import { answerTextOf } from '../answering/answer-text.js';
import { messageKind, SUMMARY } from '../answering/asked/kind.js';
import type { Journal } from '../store/journal.js';
import type { Scope, Store } from '../store/store.js';
import { readDeskQuestion } from './desk/desk-question.js';
import type { Exchange } from './exchange.js';

/**
 * A question and its answer as they were noted down, whenever that was and by whichever process;
 * undefined if they are forgotten, or the scope does not see the article any longer.
 */
export async function recordedExchange(
  { journal, store }: { readonly journal: Journal; readonly store: Store },
  recordId: string,
  scope: Scope,
): Promise<Exchange | undefined> {
  const asked = await journal.asked(recordId);
  if (asked === undefined || !scope.includes(asked.collection)) return undefined;
  const { question, confidence } = asked;
  const isOfWhole =
    messageKind(question) === 'gist' || readDeskQuestion(question, new Date())?.asks === 'summary';
  const understood = isOfWhole ? SUMMARY : (asked.understood ?? question);
  const articleId = asked.answer?.articleId ?? asked.articleId;
  const article = articleId === undefined ? undefined : await store.article(articleId, scope);
  if (article === undefined) return undefined;
  const exchange = { question, understood, articleId: article.id, confidence };
  if (asked.answer === undefined) return { ...exchange, answer: null };
  const { start, end } = asked.answer;
  const passages = await store.passagesOf(article.id, scope);
  const around = passages.find((passage) => passage.start <= start && passage.end >= end);
  // An article that has changed since no longer has these words here.
  if (around === undefined) return { ...exchange, answer: null };
  const units = around.sentences.filter((unit) => unit.start >= start && unit.end <= end);
  return { ...exchange, answer: units.length === 0 ? null : answerTextOf(around, units) };
}
