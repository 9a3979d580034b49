import { markedDate, writtenOnPage } from './byline.js';
import { isoDate } from './date.js';
import type { DomDocument } from './dom.js';
import type { Fields } from './linked-data.js';

/** The content of the first of some `meta` that has one, by its name in lower case. */
export type Meta = (...names: string[]) => string | undefined;

interface Said {
  readonly meta: Meta;
  /** What the page's JSON-LD says of its article. */
  readonly linked: Fields;
  readonly language: string | undefined;
  readonly pageUrl: string | undefined;
}

const DAY_MS = 86_400_000;

/**
 * When a page was published: what is named so, then the page's markup, then `meta` that may say when
 * it was changed, then its address, then a line of it. Where the page shows another day than its data
 * names, a day is believed on which two agree: articles are dated by their last change, and an instant
 * in UTC may be on another day than the writer's.
 */
export function publishedAt(
  document: DomDocument,
  { meta, linked, language, pageUrl }: Said,
): string | undefined {
  const dates = (values: readonly unknown[]) =>
    values.map((value) => isoDate(value, language)).filter((date) => date !== undefined);
  const published = dates([linked['datePublished'], ...PUBLISHED_META.map((name) => meta(name))]);
  const marked = markedDate(document, language);
  const others = dates(DATE_META.map((name) => meta(name)));
  const shown = writtenOnPage(document, language);
  const said = published[0] ?? marked ?? others[0];
  if (said === undefined) return dateInPath(pageUrl) ?? shown;
  const changed = dates([linked['dateModified'], ...CHANGED_META.map((name) => meta(name))]).filter(
    (date) => date > said,
  );
  return agreed(said, shown, [...published, marked, ...others, ...changed]) ?? dayOfMidnight(said);
}

/** Midnight in Central Europe, as `2026-11-06T23:00:00Z`, begins the next day. */
function dayOfMidnight(date: string): string {
  if (!/T2[23]:00:00(?:\.0+)?(?:Z|\+00:?00)$/.test(date)) return date;
  return new Date(Date.parse(date) + DAY_MS / 8).toISOString().slice(0, 10);
}

/** The date of the day that is shown, if something else names it too, or the day next to it in UTC. */
function agreed(
  said: string,
  shown: string | undefined,
  all: readonly (string | undefined)[],
): string | undefined {
  const day = shown?.slice(0, 10);
  if (day === undefined || said.startsWith(day)) return undefined;
  const same = all.find((each) => each?.startsWith(day) === true);
  if (same !== undefined) return same;
  const apart = Math.abs(Date.parse(said) - Date.parse(day) - DAY_MS / 2);
  return said.includes('T') && apart <= 1.5 * DAY_MS ? day : undefined;
}

const CHANGED_META = [
  'article:modified_time',
  'og:updated_time',
  'last-modified',
  'dcterms.modified',
  'revised',
];
const PUBLISHED_META = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
];
const DATE_META = [
  ...[
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'dc.date.issued',
    'dcterms.created',
  ],
  ...[
    'dc.date',
    'dc:date',
    'dc.date.created',
    'dcterms.date',
    'date',
    'parsely-pub-date',
    'sailthru.date',
  ],
  ...[
    'publication_date',
    'publish-date',
    'publishdate',
    'pubdate',
    'sw-pubdate',
    'og:release_date',
  ],
  ...[
    'shareaholic:article_published_time',
    'cxenseparse:recs:publishtime',
    'created',
    'release_date',
  ],
];

/** As in `/2026/03/14/the-mayor/`. */
function dateInPath(url?: string): string | undefined {
  const match = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?:\/|-|$)/.exec(url ?? '');
  return match === null ? undefined : isoDate(match.slice(1, 4).join('-'));
}
