import {
  parseFeed,
  type AnyFeed,
  type AtomFeed,
  type JsonFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import type { DocumentText } from '../documents/block.js';
import { plainDocument } from '../documents/plain-blocks.js';
import { NewsdeskError } from '../errors.js';
import { hasWords, tidyParagraphs } from '../text/clean.js';
import { isoDate } from './date.js';
import { languageTag, nameOf, personName, webUrl, type Metadata } from './extract.js';
import { htmlFragment } from './html.js';
import { tidyTitle } from './title.js';

/** An entry of a feed: what it says, and where the rest is. */
export interface FeedEntry extends Metadata {
  /** The entry's link, or where it has none the feed's address with the entry's id. */
  readonly source: string;
  /** The whole article, where the feed has it. */
  readonly content?: DocumentText | undefined;
}

interface RawEntry {
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  /** What the feed offers as the article itself. */
  readonly content?: Content | undefined;
  /** What may be a summary. */
  readonly summary?: Content | undefined;
}

interface Content {
  readonly value: string;
  readonly isHtml: boolean;
}

/** How an entry ends that goes on elsewhere. */
const CUT_OFF = /(?:…|\.\.\.|\[[….]+\]|(?:read|continue) (?:more|reading)\W*)$/i;
/** A "summary" longer than this is the article. */
const LONG_SUMMARY = 2_000;

/**
 * Reads RSS, Atom, RDF and JSON feeds. `place` is the feed's URL, or its file's path.
 * @throws NewsdeskError `feed-empty` where no entry can be found
 */
export function readFeed(feedText: string, place: string, limit?: number): FeedEntry[] {
  const parsed = parse(feedText, place, limit);
  const { site, language, entries } = rawFeed(parsed);
  const found = new Map<string, FeedEntry>();
  const shared = sharedLinks(entries);
  for (const raw of entries) {
    const whole = { site: nameOf(site), language: languageTag(language) };
    const entry = toEntry(raw, place, whole, shared.has(bareLink(raw)));
    if (entry !== undefined && !found.has(entry.source)) found.set(entry.source, entry);
  }
  if (found.size === 0) throw new NewsdeskError('feed-empty', { source: place });
  return [...found.values()].slice(0, limit);
}

function parse(feedText: string, place: string, limit?: number): AnyFeed {
  try {
    return parseFeed(
      withoutLooseBrackets(feedText),
      limit === undefined ? {} : { maxItems: limit },
    );
  } catch (error) {
    throw new NewsdeskError('feed-empty', { source: place }, { cause: error });
  }
}

/** What begins no tag, for each of which the parser looks through all that follows. */
function withoutLooseBrackets(feedText: string): string {
  const end = feedText.lastIndexOf('>') + 1;
  if (end === 0) return feedText;
  return feedText.slice(0, end).replace(/<(?=<)/g, '') + feedText.slice(end).replaceAll('<', '');
}

/** Links that several entries have, such as a changelog's page or a podcast's. */
function sharedLinks(entries: readonly RawEntry[]): ReadonlySet<string> {
  const ids = new Map<string, Set<string>>();
  for (const raw of entries) {
    const link = bareLink(raw);
    ids.set(link, (ids.get(link) ?? new Set<string>()).add(raw.id ?? raw.link ?? ''));
  }
  return new Set([...ids].filter(([, { size }]) => size > 1).map(([link]) => link));
}

function bareLink({ link = '' }: RawEntry): string {
  return link.split('#', 1)[0] ?? '';
}

function toEntry(
  raw: RawEntry,
  place: string,
  feed: Metadata,
  isShared: boolean,
): FeedEntry | undefined {
  const url = webUrl(raw.link, URL.canParse(place) ? place : undefined)?.split('#', 1)[0];
  const id = raw.id ?? raw.title;
  if (url === undefined && id === undefined) return undefined;
  const own = isShared
    ? (raw.id ?? /^[^#]*#(.+)$/.exec(raw.link ?? '')?.[1] ?? raw.title)
    : undefined;
  const source =
    url === undefined ? `${place}#${id}` : own === undefined ? url : `${url}#${fragmentOf(own)}`;
  const title = tidyTitle(raw.title === undefined ? undefined : plainTitle(raw.title));
  return {
    source,
    url,
    title,
    author: personName(raw.author),
    publishedAt: isoDate(raw.date),
    site: feed.site,
    language: languageTag(raw.language) ?? feed.language,
    content: wholeText(raw, source, title),
  };
}

/** An id may be the entry's whole address. */
function fragmentOf(id: string): string {
  return /^[^#]*#(.+)$/.exec(id)?.[1] ?? id;
}

/** Titles may be escaped HTML, whatever the formats say. */
function plainTitle(title: string): string {
  return /<\w|&#?\w{1,31};/.test(title) ? htmlFragment(title, title).text : title;
}

function wholeText(raw: RawEntry, source: string, title?: string): DocumentText | undefined {
  for (const content of [raw.content, raw.summary]) {
    if (content === undefined) continue;
    const whole = content.isHtml
      ? htmlFragment(content.value, source, title)
      : plainDocument(tidyParagraphs(content.value));
    const { text } = whole;
    const isWhole = content === raw.content || text.length > LONG_SUMMARY || raw.link === undefined;
    if (isWhole && hasWords(text) && !CUT_OFF.test(text)) return whole;
  }
  return undefined;
}

interface RawFeed {
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  readonly entries: readonly RawEntry[];
}

function rawFeed(parsed: AnyFeed): RawFeed {
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

function fromRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    site: feed.title,
    language: feed.language,
    entries: (feed.items ?? []).map((item) => {
      const guid = item.guid?.value;
      const permalink = item.guid?.isPermaLink === false ? undefined : webUrl(guid);
      return {
        link: item.link ?? permalink,
        id: guid,
        title: item.title,
        author: names(item.dc?.creators) ?? names(item.authors?.map(({ name }) => name)),
        date: item.pubDate ?? item.dc?.dates?.[0],
        content: html(item.content?.encoded),
        summary: html(item.description),
      };
    }),
  };
}

function fromAtom(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    site: feed.title?.value,
    language: feed.xml?.lang,
    entries: (feed.entries ?? []).map((entry) => ({
      link: (entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? entry.links?.[0])
        ?.href,
      id: entry.id,
      title: entry.title?.value,
      author: names((entry.authors ?? feed.authors)?.map(({ name }) => name)),
      date: entry.published ?? entry.updated,
      language: entry.xml?.lang,
      content: typed(entry.content),
      summary: typed(entry.summary),
    })),
  };
}

function fromRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    site: feed.title,
    language: feed.dc?.languages?.[0],
    entries: (feed.items ?? []).map((item) => ({
      link: item.link,
      id: item.rdf?.about,
      title: item.title,
      author: names(item.dc?.creators),
      date: item.dc?.dates?.[0],
      content: html(item.content?.encoded),
      summary: html(item.description),
    })),
  };
}

function fromJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    site: feed.title,
    language: feed.language,
    entries: (feed.items ?? []).map((item) => ({
      link: item.url ?? item.external_url,
      id: item.id,
      title: item.title,
      author: names((item.authors ?? feed.authors)?.map(({ name }) => name)),
      date: item.date_published ?? item.date_modified,
      language: item.language,
      content: html(item.content_html) ?? plain(item.content_text),
      summary: plain(item.summary),
    })),
  };
}

function names(list: readonly (string | undefined)[] | undefined): string | undefined {
  return nameOf(list?.filter((name) => name !== undefined));
}

function html(value: string | undefined): Content | undefined {
  return value === undefined ? undefined : { value, isHtml: true };
}

function plain(value: string | undefined): Content | undefined {
  return value === undefined ? undefined : { value, isHtml: false };
}

/** Atom says of each text whether it is HTML; XHTML comes as its source. */
function typed(text: { value?: string; type?: string } | undefined): Content | undefined {
  return text?.value === undefined
    ? undefined
    : { value: text.value, isHtml: /html|xml/.test(text.type ?? '') };
}
