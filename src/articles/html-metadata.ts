import { canonicalUrl } from './canonical.js';
import { oneLine } from '../text/clean.js';
import { authorOf } from './byline.js';
import type { DomDocument } from './dom.js';
import { publishedAt, type Meta } from './html-date.js';
import { languageTag, nameOf, personName, type Metadata } from './extract.js';
import { linkedData } from './linked-data.js';
import { decodeEntities } from './entities.js';
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

  const site =
    decodeEntities(nameOf(linked['publisher'])) ?? meta('og:site_name', 'application-name');
  const language = [
    document.documentElement?.getAttribute('lang'),
    linked['inLanguage'],
    meta('content-language', 'og:locale'),
  ]
    .map(languageTag)
    .find((tag) => tag !== undefined);
  const heading = headingOf(document, `${meta('og:title') ?? ''} ${text('title')}`);
  const headlines = ['headline', 'name'].map((name) => decodeEntities(nameOf(linked[name])));
  const title =
    headlines.find((each) => each !== undefined && agrees(each, [heading, text('title')])) ??
    meta('og:title', 'twitter:title', 'dc.title') ??
    (heading || text('title'));
  const home = site === undefined ? homeName(document, title) : undefined;
  const isSite = (name: string) => name.toLowerCase() === site?.toLowerCase();
  const library = LIBRARY_META.map((name) => firstNameFirst(meta(name)));
  const metas = AUTHOR_META.map((name) => meta(name));
  const named = [linked['author'], ...metas, ...library, writtenBy(meta)]
    .map((value) => authorIn(decodeEntities(nameOf(value))))
    .filter((name) => name !== undefined);
  const url = canonicalUrl(
    [attribute('link[rel=canonical]', 'href'), meta('og:url'), linked['url']],
    pageUrl,
  );
  return {
    title: withoutSite(tidyTitle(decodeEntities(title)) ?? '', site ?? home, heading) || undefined,
    url,
    // A site's name is given if no person's is.
    author:
      named.find((name) => !isSite(name) && !isAccount(name)) ??
      authorOf(document) ??
      named.find((name) => !isSite(name)) ??
      named[0],
    publishedAt: publishedAt(document, { meta, linked, language, pageUrl: url ?? pageUrl }),
    site,
    language,
  };
}

/** Some name the author as the first of two things under the title. */
function writtenBy(meta: Meta): string | undefined {
  return /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|author)$/i.test(
    meta('twitter:label1') ?? '',
  )
    ? meta('twitter:data1')
    : undefined;
}

/** A name out of metadata, if it may be introduced as in a byline. */
function authorIn(name: string | undefined): string | undefined {
  return personName(name?.replace(/^(?:von|par|por|autor:|text:) (?=\p{Lu})/iu, ''));
}

/** As a program knows a person: `edilson.la.rosa`. */
function isAccount(name: string): boolean {
  return (
    !/\s/.test(name) && (/[._\d]/.test(name) || name === name.toLowerCase() || name.length < 3)
  );
}

const AUTHOR_META = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
];
const LIBRARY_META = ['dc.creator', 'dc:creator', 'dcterms.creator', 'citation_author'];

/** Libraries name a person as in a catalogue: "Quill, Mara". */
function firstNameFirst(name: string | undefined): string | undefined {
  return name?.replace(/^(\p{Lu}[\p{L}'’ -]{1,40}), (\p{Lu}[\p{L}.'’ -]{0,40})$/u, '$2 $1');
}

/** The heading that the page's title has words of: a logo and a menu may be a first heading as well. */
function headingOf(document: DomDocument, title: string): string {
  const all = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .slice(0, 20)
      .map((element) => oneLine(element.textContent ?? ''))
      .filter((heading) => heading !== '');
  const headings = all('h1');
  const shared = headings.map((heading) => sharedWords(heading, title));
  const most = Math.max(0, ...shared);
  const best = headings[shared.indexOf(most)] ?? '';
  const whole = title.trim().toLowerCase();
  const parts = whole.split(/ [|–—·•»«:-] |: /);
  const isSite = parts.includes(best.toLowerCase());
  // Of two that are parts of it the first is a logo.
  const apart = headings.filter((heading) => parts.includes(heading.toLowerCase()));
  if (new Set(apart).size > 1) return apart.at(-1) ?? best;
  if (most > 0 && !isSite) return best;
  // Pages with a menu's or a site's heading have their own on the next level, in the title's words.
  const below = all('h2').find((each) => each.includes(' ') && whole.includes(each.toLowerCase()));
  const isOwn =
    below !== undefined &&
    (most === 0 || below.length > best.length || whole.startsWith(`${below.toLowerCase()} `));
  return isOwn ? below : best || (headings[0] ?? '');
}

/** Whether one of the page's titles has a word of a headline, a long one if it has any. */
function agrees(headline: string, others: readonly string[]): boolean {
  const isLong = /[\p{L}\p{N}]{4}/u.test(headline);
  return (
    others.every((each) => each === '') ||
    others.some((each) => sharedWords(headline, each, isLong ? 4 : 2) > 0)
  );
}

function sharedWords(one: string, other: string, shortest = 2): number {
  const words = (text: string) =>
    new Set(
      (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length >= shortest),
    );
  const theirs = words(other);
  return [...words(one)].filter((word) => theirs.has(word)).length;
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

const HOME = 'a[href="/"], a[rel~=home], a[href="./"], [class~=logo] img, footer';
const MOST_HOME = 20;

/** The last part of a title, if the page's link to its first page or its foot calls the site so. */
function homeName(document: DomDocument, title: string): string | undefined {
  const last = title.split(/ [|–—·•:-]{1,2} /).at(-1) ?? '';
  if (last === title || last.length < 3) return undefined;
  const name = last.toLowerCase();
  const isNamed = [...document.querySelectorAll(HOME)].slice(0, MOST_HOME).some((element) => {
    const words = oneLine(element.getAttribute('alt') ?? element.textContent ?? '').toLowerCase();
    // Below a page its name stands with the year: "© 2026 Kelby Gazette".
    return words === name || (element.tagName === 'FOOTER' && copyrightOf(words) === name);
  });
  return isNamed ? last : undefined;
}

/** Of a site, in characters. */
const LONGEST_NAME = 60;

function copyrightOf(foot: string): string | undefined {
  const sign = /(?:copyright ?)?(?:©|\(c\))|copyright/u.exec(foot);
  if (sign === null) return undefined;
  const [named = ''] = foot.slice(sign.index + sign[0].length).split(/[.,;|©]/u, 1);
  // The year, or from when to when.
  const name = named.replace(/^[\s\d–-]+/u, '').trim();
  return name.length < 3 || name.length > LONGEST_NAME ? undefined : name;
}

/** A title as `<title>` and OpenGraph have it often ends, or begins, with the site's name. */
function withoutSite(title: string, site: string | undefined, heading: string): string {
  if (isHeadingAndPart(title, heading) || site === undefined) return headingIn(title, heading);
  // A title has one space between words.
  const parts = title.split(/ [|–—·•:-] /);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const same = (part: string) => part.toLowerCase() === site.toLowerCase();
  if (parts.length === 1) return title;
  // Before the site's name some have a section's.
  if (same(last)) return headingIn(title.slice(0, -' - '.length - last.length), heading);
  return same(first) ? title.slice(first.length + ' - '.length) : title;
}

function headingIn(title: string, heading: string): string {
  return isHeadingAndPart(title, heading) ? heading : title;
}

/** Whether a title is the page's heading and one more part, such as a section's or site's name. */
function isHeadingAndPart(title: string, heading: string): boolean {
  const rest = title.startsWith(heading) ? title.slice(heading.length) : '';
  return heading.includes(' ') && /^ [|–—·•»«-] [^|–—·•»«-]{1,40}$/.test(rest);
}
