import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { isoDate } from './date.js';
import type { OtherDates } from './html-other-dates.js';
import { SHORT_LINE, shortLines } from './html-short-lines.js';
import { writtenDate } from './written-date.js';

/** Where pages say in markup when they were published, the surest first. */
const DATES = [
  '[itemprop=datePublished]',
  'article time[pubdate], main time[pubdate], time[pubdate]',
  'article time[datetime], main time[datetime]',
  'time[datetime], time[content], relative-time[datetime], time-ago[datetime]',
  'abbr.published, .published, .dt-published, .entry-date, .post-date, .article-date, .publish-date',
  '.date-header, .pubdate, .article__date, .date, .datum, .post-meta, .entry-meta, .meta-date, time',
];

/** When a page was published by its markup. */
export function markedDate(
  document: DomDocument,
  others: OtherDates,
  language?: string,
): string | undefined {
  for (const selector of DATES) {
    for (const element of document.querySelectorAll(selector)) {
      if (others.has(element)) continue;
      const date = dateOf(element, language);
      if (isPast(date)) return date;
    }
  }
  return undefined;
}

function dateOf(element: DomElement, language?: string): string | undefined {
  const given = ['content', 'datetime', 'title']
    .map((name) => isoDate(element.getAttribute(name) ?? undefined, language))
    .find(isPast);
  const text = oneLine(element.textContent ?? '');
  return given ?? (text.length <= SHORT_LINE ? writtenDate(text, language) : undefined);
}

/** The first date on a short line after a page's heading, one that is labelled before others. */
export function writtenOnPage(
  document: DomDocument,
  others: OtherDates,
  language?: string,
): string | undefined {
  const lines = [...shortLines(document, /\d{4}/)].filter(
    ({ line }) => PUBLISHED.test(line) || !isSentence(line),
  );
  const labelled = lines.filter(({ line }) => PUBLISHED.test(line));
  for (const { element, line } of [...labelled, ...lines]) {
    const date = writtenDate(line, language);
    if (isPast(date) && !others.has(element)) return date;
  }
  return undefined;
}

/** "The pool is closed until 9 May 2026." says nothing of when it was written. */
function isSentence(line: string): boolean {
  return (
    /[\p{L}\d][.!?]$/u.test(line) && line.split(' ').length >= SENTENCE && ABOUT_DAYS.test(line)
  );
}

const SENTENCE = 6;
const ABOUT_DAYS =
  /(?<!\p{L})(?:after|before|between|first|from|since|till?|until|to|ab|bis|nach|seit|vom|vor|zwischen|avant|depuis|du|jusqu['’]au|antes|desde|hasta)(?!\p{L})/iu;
const PUBLISHED =
  /^(?:published|posted|first published|erschienen|veröffentlicht|publié|publicado|pubblicato)(?!\p{L})/iu;

/** Pages announce what is to come; they are published before they are read. */
export function isPast(date: string | undefined): date is string {
  return date !== undefined && Date.parse(date) < Date.now() + 86_400_000;
}
