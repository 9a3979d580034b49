import { canonicalUrl } from './canonical.js';
import { oneLine } from '../text/clean.js';
import { isoDate } from './date.js';
import type { DomDocument } from './dom.js';
import { languageTag, nameOf, personName, type Metadata } from './extract.js';
import { tidyTitle } from './title.js';

/**
 * What a page says of itself: schema.org in JSON-LD first, then OpenGraph and other `meta`, then the
 * markup itself.
 */
export function htmlMetadata(document: DomDocument, pageUrl?: string): Metadata {
  const meta = metaReader(document);
  const linked = linkedData(document);
  const text = (selector: string) => oneLine(document.querySelector(selector)?.textContent ?? '');
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? undefined;

  const site = nameOf(linked['publisher']) ?? meta('og:site_name', 'application-name');
  const title =
    nameOf(linked['headline']) ??
    meta('og:title', 'twitter:title', 'dc.title') ??
    (text('article h1, main h1, h1') || text('title'));
  return {
    title: withoutSite(tidyTitle(title) ?? '', site) || undefined,
    url: canonicalUrl(
      [attribute('link[rel=canonical]', 'href'), meta('og:url'), linked['url']],
      pageUrl,
    ),
    author:
      personName(linked['author']) ??
      personName(meta('author', 'article:author', 'dc.creator', 'parsely-author')) ??
      personName(text('[rel=author], [itemprop=author], .byline')),
    publishedAt: [
      linked['datePublished'],
      meta('article:published_time', 'datepublished', 'dc.date', 'date', 'parsely-pub-date'),
      attribute('article time[datetime], main time[datetime]', 'datetime'),
      attribute('time[datetime]', 'datetime'),
    ]
      .map(isoDate)
      .find((date) => date !== undefined),
    site,
    language: [
      document.documentElement?.getAttribute('lang'),
      linked['inLanguage'],
      meta('content-language', 'og:locale'),
    ]
      .map(languageTag)
      .find((tag) => tag !== undefined),
  };
}

/** Gives the first of some `meta` that has a content; names are compared in lower case. */
function metaReader(document: DomDocument): (...names: string[]) => string | undefined {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = oneLine(element.getAttribute('content') ?? '');
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name !== undefined && content !== '' && !contents.has(name)) contents.set(name, content);
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find(Boolean);
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|Posting)$/;

/** The first article that the page's JSON-LD describes. */
function linkedData(document: DomDocument): Readonly<Record<string, unknown>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parseJson(script.textContent ?? ''));
    if (found !== undefined) return found;
  }
  return {};
}

function articleIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) {
    return value.map(articleIn).find((found) => found !== undefined);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const types = [fields['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return fields;
  const graph = fields['@graph'];
  return Array.isArray(graph) ? articleIn(graph) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A title as `<title>` and OpenGraph have it often ends, or begins, with the site's name. */
function withoutSite(title: string, site: string | undefined): string {
  if (site === undefined) return title;
  const [first = '', ...rest] = title.split(/\s+[|–—·•:-]\s+/);
  const same = (part: string) => part.trim().toLowerCase() === site.toLowerCase();
  if (rest.length === 0) return title;
  if (same(rest.at(-1) ?? '')) return title.replace(/\s+[|–—·•:-]\s+(?:(?!\s[|–—·•:-]\s).)*$/, '');
  return same(first) ? title.slice(first.length).replace(/^\s+[|–—·•:-]\s+/, '') : title;
}
