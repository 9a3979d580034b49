import type { QuestionOptions } from '../answering/ask.js';
import type { PassageRecord, Store } from '../store/store.js';
import type { Exchange } from './exchange.js';
import { isOfWhole } from './subject.js';

/** The article that a conversation is about. */
export interface Topic {
  readonly articleId: string;
  readonly passages: readonly PassageRecord[];
  /** Latest last; never empty. */
  readonly exchanges: readonly Exchange[];
  readonly last: Exchange;
}

/** Undefined if nothing was said of an article that can be seen here. */
export async function topicOf(
  store: Store,
  exchanges: readonly Exchange[],
  { scope, articleId: chosen }: QuestionOptions,
): Promise<Topic | undefined> {
  const last = exchanges.findLast(({ articleId }) => articleId !== undefined);
  const articleId = last?.articleId;
  if (last === undefined || articleId === undefined) return undefined;
  if (chosen !== undefined && chosen !== articleId) return undefined;
  const passages = await store.passagesOf(articleId, scope);
  return passages.length > 0 ? { articleId, passages, exchanges, last } : undefined;
}

/** What was said since the article was last another one: a thing of another is not meant any longer. */
export function sinceChange({ articleId, exchanges }: Topic): readonly Exchange[] {
  const other = exchanges.findLastIndex(
    (each) => each.articleId !== undefined && each.articleId !== articleId,
  );
  return exchanges.slice(other + 1);
}

/**
 * What the next question may take words from: nothing right after a question about articles as a
 * whole, but the article, and whoever or whatever a pronoun stands for.
 */
export function withoutWhole(topic: Topic): Topic {
  const latest = topic.exchanges.at(-1);
  if (latest === undefined || !isOfWhole(latest)) return topic;
  return { ...topic, last: { ...topic.last, understood: '', answer: null } };
}

export function takesNothingOver({ last }: Topic): boolean {
  return last.understood === '';
}
