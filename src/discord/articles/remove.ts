import type { ArticleSummary } from '../../store/store.js';
import type { ServerCall } from '../call.js';
import type { Reply } from '../replies/reply.js';

export async function removeArticle(call: ServerCall, article: ArticleSummary): Promise<Reply> {
  await call.newsdesk.remove([article.id], call.guildId);
  await call.catalogue.reload();
  const { title, url } = article;
  return { kind: 'changes', changes: [{ status: 'removed', title, url }] };
}
