import { NewsdeskError } from '../errors.js';
import type { ArticleSummary } from '../store/store.js';
import type { Call } from './call.js';

/**
 * What is known of an article that an answer names. Where another process has just added it, the
 * list in memory is read again.
 * @throws NewsdeskError `discord-article-gone` where it was removed, or this server does not see it
 */
export async function knownArticle(call: Call, id: string): Promise<ArticleSummary> {
  const { catalogue, scope } = call;
  const known = catalogue.get(id, scope);
  if (known !== undefined) return known;
  await catalogue.reload();
  const found = catalogue.get(id, scope);
  if (found === undefined) throw new NewsdeskError('discord-article-gone');
  return found;
}
