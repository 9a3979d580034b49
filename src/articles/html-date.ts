import { OtherDates } from './html-other-dates.js';
import { isPast, markedDate, writtenOnPage } from './html-shown-date.js';
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
 * When a page was published: what is named so, then the page's markup, `meta` that say when it was
 * issued, its address, a line of it, and at last `meta` that may say when it was changed. If the
 * page shows another day than its data names, a day is believed on which two agree: articles are
 * dated by their last change, and an instant in UTC may be on another day than the writer's.
 */
export function publishedAt(
  document: DomDocument,
  { meta, linked, language, pageUrl }: Said,
): string | undefined {
  const dates = (values: readonly unknown[]) =>
    values.map((value) => isoDate(value, language)).filter((date) => date !== undefined);
  const published = dates([linked['datePublished'], ...PUBLISHED_META.map((name) => meta(name))]);
  const others = new OtherDates(document, language);
  const marked = markedDate(document, others, language);
  const issued = dates(ISSUED_META.map((name) => meta(name)));
  const vague = dates(VAGUE_META.map((name) => meta(name)));
  const shown = writtenOnPage(document, others, language);
  const inPath = dateInPath(pageUrl, language);
  const said = published[0] ?? marked ?? issued[0] ?? inPath ?? shown ?? vague[0];
  if (said === undefined) return undefined;
  // An article keeps the address that it got on the day when it was published.
  if (inPath !== undefined && Math.abs(Date.parse(inPath) - Date.parse(said)) > 2 * DAY_MS)
    return inPath;
  // Two agree on it already, and what is shown may be when it was changed.
  if (published[0] !== undefined && marked?.slice(0, 10) === said.slice(0, 10))
    return dayOfMidnight(said);
  const changed = dates([linked['dateModified'], ...CHANGED_META.map((name) => meta(name))]).filter(
    (date) => date > said,
  );
  return (
    agreed(said, shown, [...published, marked, ...issued, ...vague, ...changed]) ??
    dayOfMidnight(said)
  );
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
  return IN_UTC.test(said) && apart <= 1.5 * DAY_MS ? day : undefined;
}

/** A time of day that is, or may be, that of UTC. */
const IN_UTC = /T[\d:.]+(?:Z|[+-]00:?00)?$/;

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
  ...['article.published', 'article:published', 'published_at', 'published_time', 'published-date'],
];
/** Names of when something was published, whose day may be that of a printed edition. */
const ISSUED_META = [
  ...['citation_publication_date', 'citation_date', 'citation_online_date', 'dc.date.issued'],
  ...['dcterms.issued', 'dc.date.published', 'dcterms.date.issued', 'bt:pubdate', 'date-published'],
  ...['publication_date', 'publish-date', 'publishdate', 'pubdate', 'sw-pubdate', 'release_date'],
  ...['parsely-pub-date', 'sailthru.date', 'og:release_date', 'cxenseparse:recs:publishtime'],
  'shareaholic:article_published_time',
];
/** Names that say no more than that it is a date: many programs put that of the last change there. */
const VAGUE_META = [
  ...[
    'dc.date',
    'dc:date',
    'dc.date.created',
    'dcterms.created',
    'dcterms.date',
    'date',
    'created',
  ],
];

/** As in `/2026/03/14/the-mayor/`, or with the day first. */
function dateInPath(url: string | undefined, language?: string): string | undefined {
  const yearFirst = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(url ?? '');
  const text =
    yearFirst?.slice(1, 4).map((part) => part.padStart(2, '0')) ??
    /\/(\d{1,2})-(\d{1,2})-(\d{4})(?:\/|-|$)/.exec(url ?? '')?.slice(1, 4);
  const date = isoDate(text?.join('-'), language);
  return isPast(date) ? date : undefined;
}
