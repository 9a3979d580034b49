import { NewsdeskError } from '../../errors.js';
import type { ArticleSummary } from '../../store/store.js';
import type { ServerCall } from '../call.js';
import { findArticle } from '../catalogue.js';
import type { Reply } from '../replies/reply.js';
import { change, changesReply } from './change.js';
import { isUpload } from './upload.js';

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

/** Fetches a link again; of what came as a file, the stored original is read again. */
export async function refreshArticle(call: ServerCall, article: ArticleSummary): Promise<Reply> {
  const report = await change(call, (options) =>
    call.newsdesk.refreshArticles([article.id], options),
  );
  return { ...changesReply(call, report), reread: isUpload(article.source) };
}

export async function removeArticle(call: ServerCall, article: ArticleSummary): Promise<Reply> {
  await call.newsdesk.remove([article.id], call.guildId);
  await call.catalogue.reload();
  const { title, url } = article;
  return { kind: 'changes', changes: [{ status: 'removed', title, url }] };
}
