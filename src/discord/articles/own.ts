import { NewsdeskError } from '../../errors.js';
import type { ArticleSummary } from '../../store/store.js';
import type { ServerCall } from '../call.js';
import { findArticle } from '../catalogue.js';

/**
 * An article that this server may change: one of its own.
 * @throws NewsdeskError `discord-article-shared` or `discord-article-unknown`
 */
export function ownArticle(call: ServerCall, typed: string): ArticleSummary {
  const { catalogue, guildId, scope } = call;
  try {
    return findArticle(catalogue, typed, [guildId]);
  } catch (error) {
    const { title } = findArticle(catalogue, typed, scope);
    throw new NewsdeskError('discord-article-shared', { title }, { cause: error });
  }
}
