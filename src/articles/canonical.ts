import { webUrl } from './extract.js';

/**
 * The first of some addresses by which a document names itself that can be believed: of one that came
 * from the web neither another host's, nor a front page's, which careless sites name everywhere.
 */
export function canonicalUrl(candidates: readonly unknown[], pageUrl?: string): string | undefined {
  for (const candidate of candidates) {
    const url = webUrl(candidate, pageUrl);
    if (url === undefined) continue;
    if (pageUrl === undefined) return url;
    const [canonical, page] = [new URL(url), new URL(pageUrl)];
    const sameHost = bareHost(canonical) === bareHost(page);
    if (sameHost && (canonical.pathname !== '/' || page.pathname === '/')) return url;
  }
  return pageUrl;
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, '');
}
