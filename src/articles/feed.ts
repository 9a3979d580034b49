import { parseFeed, type AnyFeed } from 'feedsmith';
import type { DocumentText } from '../documents/block.js';
import { plainDocument } from '../documents/plain-blocks.js';
import { NewsdeskError } from '../errors.js';
import { hasWords, tidyParagraphs } from '../text/clean.js';
import { isoDate } from './date.js';
import { languageTag, nameOf, personName, webUrl, type Metadata } from './extract.js';
import { isCutOff, leadsOn, withoutAdded, withoutLeadOn } from './feed-endings.js';
import { rawFeed, type Content, type RawEntry } from './feed-formats.js';
import { htmlFragment } from './html.js';
import { tidyTitle } from './title.js';

/** An entry of a feed: what it says, and where the rest is. */
export interface FeedEntry extends Metadata {
  /** The entry's link, or if it has none the feed's address with the entry's id. */
  readonly source: string;
  /** The whole article, if the feed has it. */
  readonly content?: DocumentText | undefined;
  /** What the feed says of it in short, in case that its page is not to be had. */
  readonly summary?: DocumentText | undefined;
}

/** A "summary" longer than this is the article. */
const LONG_SUMMARY = 2_000;
/** Atom's "content" that is shorter may only announce the article (RFC 4287 leaves that open). */
const SHORT_CONTENT = 300;

/** The entries of a feed. */
export interface FeedEntries {
  readonly entries: readonly FeedEntry[];
  /** So many were left out, for no more were to be read. */
  readonly left: number;
}

/**
 * Reads RSS, Atom, RDF and JSON feeds. `place` is the feed's URL, or its file's path.
 * @throws NewsdeskError `feed-empty` if no entry can be found
 */
export function readFeed(feedText: string, place: string, limit = Infinity): FeedEntries {
  const parsed = parse(feedText, place);
  const { site, language, entries } = rawFeed(parsed);
  const found = new Map<string, FeedEntry>();
  const shared = sharedLinks(entries);
  let left = 0;
  for (const raw of entries) {
    if (found.size >= limit) {
      left++;
      continue;
    }
    const whole = { site: nameOf(site), language: languageTag(language) };
    const entry = toEntry(raw, place, whole, shared.has(bareLink(raw)));
    if (entry === undefined) continue;
    const same = found.get(entry.source);
    const source = same === undefined ? entry.source : datedSource(raw, entry, same);
    if (source === undefined || found.has(source)) continue;
    found.set(source, { ...entry, source });
    // The page of both says neither's text.
    if (same !== undefined) {
      for (const each of [same, { ...entry, source }]) found.set(each.source, onlyInFeed(each));
    }
  }
  if (found.size === 0) throw new NewsdeskError('feed-empty', { source: place });
  return { entries: [...found.values()], left };
}

function onlyInFeed({ content, summary, ...entry }: FeedEntry): FeedEntry {
  return { ...entry, content: content ?? summary };
}

/** Some entries have nothing of their own but a date. */
function datedSource(raw: RawEntry, entry: FeedEntry, same: FeedEntry): string | undefined {
  const { source, publishedAt } = entry;
  if (raw.id !== undefined || publishedAt === undefined) return undefined;
  if (same.publishedAt === undefined || same.publishedAt === publishedAt) return undefined;
  return `${source}${source.includes('#') ? '-' : '#'}${publishedAt}`;
}

function parse(feedText: string, place: string): AnyFeed {
  try {
    return parseFeed(withoutPrefix(withoutLooseBrackets(feedText)));
  } catch (error) {
    throw new NewsdeskError('feed-empty', { source: place }, { cause: error });
  }
}

/** RSS has no namespace, but some give its elements a prefix that all of them share. */
function withoutPrefix(feedText: string): string {
  const prefix = /<([A-Za-z][\w-]{0,20}):rss[\s>]/.exec(feedText.slice(0, MOST_BEFORE_ROOT))?.[1];
  if (prefix === undefined) return feedText;
  return feedText.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** Declarations and comments before the first element. */
const MOST_BEFORE_ROOT = 2_000;

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
    ...textsOf(isShared ? { ...raw, link: undefined } : raw, source, title),
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

/** The entry's text as far as the feed has it: whole, or in short. Of a page of many it is all there is. */
function textsOf(
  raw: RawEntry,
  source: string,
  title?: string,
): Pick<FeedEntry, 'content' | 'summary'> {
  const texts = [raw.content, raw.summary].flatMap((content) => {
    if (content === undefined) return [];
    const document = documentOf(content, source, title);
    return hasWords(document.text) ? [{ content, document }] : [];
  });
  const whole = texts.find(({ content, document: { text } }) => {
    const least = content !== raw.content ? LONG_SUMMARY : raw.isWhole === true ? 0 : SHORT_CONTENT;
    if (raw.link === undefined) return true;
    const isCut = isCutOff(text) || (content.isHtml && leadsOn(content.value));
    return !isCut && text.length >= least;
  });
  if (whole !== undefined) return { content: whole.document };
  const [longest] = texts.toSorted((a, b) => b.document.text.length - a.document.text.length);
  return { summary: longest && withoutLeadOn(longest.document) };
}

function documentOf({ value, isHtml }: Content, source: string, title?: string): DocumentText {
  return withoutAdded(
    isHtml ? htmlFragment(value, source, title) : plainDocument(tidyParagraphs(value)),
  );
}
