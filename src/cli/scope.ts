import type { Newsdesk } from '../newsdesk.js';
import { scopeOf, type Scope } from '../store/store.js';

/**
 * The shared articles, or what a server sees. Whoever names an article need not say whose it is:
 * the command line belongs to the owner of all of them.
 */
export async function scopeFor(
  newsdesk: Newsdesk,
  { article, guild }: { readonly article?: string; readonly guild?: string },
): Promise<Scope> {
  if (article === undefined || guild !== undefined) return scopeOf(guild);
  return scopeOf((await newsdesk.show(article)).collection);
}
