import type { ArticleSummary } from '../../store/store.js';
import type { ServerCall } from '../call.js';
import type { Reply } from '../replies/reply.js';
import { change, changesReply } from './change.js';
import { isUpload } from './upload.js';

/** Fetches a link anew; of what came as a file, the stored original is read again. */
export async function refreshArticle(call: ServerCall, article: ArticleSummary): Promise<Reply> {
  const report = await change(call, (options) =>
    call.newsdesk.refreshArticles([article.id], options),
  );
  return { ...changesReply(call, report), reread: isUpload(article.source) };
}
