import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { nameOf, webUrl } from './extract.js';

export interface RawEntry {
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  /** What the feed offers as the article itself. */
  readonly content?: Content | undefined;
  /** The format says that this is all of it, however short. */
  readonly isWhole?: boolean | undefined;
  /** What may be a summary. */
  readonly summary?: Content | undefined;
}

export interface Content {
  readonly value: string;
  readonly isHtml: boolean;
}

/** A feed of any format, as its entries say it. */
export interface RawFeed {
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  readonly entries: readonly RawEntry[];
}

export function rawFeed(parsed: AnyFeed): RawFeed {
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
        isWhole: true,
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
      isWhole: true,
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
      isWhole: true,
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
