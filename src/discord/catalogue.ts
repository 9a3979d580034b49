import { LRUCache } from 'lru-cache';
import { NewsdeskError } from '../errors.js';
import type { Newsdesk } from '../newsdesk.js';
import type { ArticleSummary, Scope } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { byTitle } from '../text/titles.js';

/** All articles in memory, so that suggestions and bylines wait for nothing. */
export interface Catalogue {
  /** Reads the list again; called whenever articles may have changed. */
  reload(): Promise<void>;
  /** By title. */
  all(scope: Scope): readonly ArticleSummary[];
  get(id: string, scope: Scope): ArticleSummary | undefined;
  /** In all servers. */
  count(): number;
}

/** Servers whose articles are kept in order, for the next key that somebody types there. */
const SCOPES_KEPT = 100;

export function createCatalogue(newsdesk: Pick<Newsdesk, 'list'>): Catalogue {
  let byId: ReadonlyMap<string, ArticleSummary> = new Map();
  let byCollection: ReadonlyMap<string, readonly ArticleSummary[]> = new Map();
  const sorted = new LRUCache<string, readonly ArticleSummary[]>({ max: SCOPES_KEPT });
  let latest = 0;
  return {
    async reload() {
      const turn = ++latest;
      const articles = await newsdesk.list();
      // A slower, older list must not replace a newer one.
      if (turn !== latest) return;
      byId = new Map(articles.map((article) => [article.id, article]));
      byCollection = groupBy(articles, ({ collection }) => collection);
      sorted.clear();
    },
    all(scope) {
      const key = scope.join();
      const known = sorted.get(key);
      if (known !== undefined) return known;
      const articles = scope
        .flatMap((collection) => byCollection.get(collection) ?? [])
        .sort(byTitle);
      sorted.set(key, articles);
      return articles;
    },
    get(id, scope) {
      const article = byId.get(id);
      return article !== undefined && scope.includes(article.collection) ? article : undefined;
    },
    count: () => byId.size,
  };
}

/**
 * The article that somebody chose from the suggestions, or typed without choosing: then its title
 * must be exact.
 * @throws NewsdeskError `discord-article-unknown`
 */
export function findArticle(catalogue: Catalogue, typed: string, scope: Scope): ArticleSummary {
  const title = typed.trim().toLowerCase();
  const found =
    catalogue.get(typed, scope) ??
    catalogue.all(scope).find((article) => article.title.trim().toLowerCase() === title);
  if (found === undefined) throw new NewsdeskError('discord-article-unknown', { article: typed });
  return found;
}

/**
 * What is known of an article that an answer names. If another process has just added it, the
 * list in memory is read again.
 * @throws NewsdeskError `discord-article-gone` if it was removed, or this server does not see it
 */
export async function knownArticle(
  call: { readonly catalogue: Catalogue; readonly scope: Scope },
  id: string,
): Promise<ArticleSummary> {
  const { catalogue, scope } = call;
  const known = catalogue.get(id, scope);
  if (known !== undefined) return known;
  await catalogue.reload();
  const found = catalogue.get(id, scope);
  if (found === undefined) throw new NewsdeskError('discord-article-gone');
  return found;
}
