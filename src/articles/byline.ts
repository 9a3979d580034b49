import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';
import { personName } from './extract.js';
import { isoDate } from './date.js';
import { writtenDate } from './written-date.js';

/** Where pages name who wrote them, the surest first. */
const AUTHORS = [
  '[itemprop=author] [itemprop=name]',
  'a[rel=author]',
  '[rel=author]',
  '.vcard .fn',
  '.author .fn, .byline .author, .byline a',
  '.author-name, .author__name, .authorname, .byline-name, .byline__name, .article-author__name',
  '[itemprop=author]',
  '.post-author, .entry-author, .article-author, .autor, .article__author, .c-byline__author',
  '.author, .byline, .meta-author',
];
const INTRODUCED =
  /^(?:by|von|par|por|di|door|af|av|text|authors?|autor(?:in|en)?|auteur|autore|redaktion|written by|posted by|(?:geschrieben|erstellt|gespeichert|verfasst|veröffentlicht) von|publié par|escrito por|text von|(?:ein |blog ?)?beitrag von|from)(?:\s?:\s?|\s)(?=\p{L})|^By(?=\p{Lu}[\p{L}.]*\s)/iu;
/** Labels after which even a single word is a name. */
const LABELLED =
  /^(?:authors?|autor(?:in|en)?|auteur|autore|text|redaktion|written by|posted by|(?:erstellt|geschrieben|gespeichert|verfasst) von|(?:blog ?)?beitrag von)\s?:?\s\p{Lu}/iu;
/** What stands after a name in the same line. */
const AFTER_NAME =
  /(?:[|•·–—/,(@]|\s-\s|(?:^|\s)\d|\s(?:le|el|il|den)\s\d|\s(?:mo|di|mi|do|fr|sa|so|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:[.,]|\s\d|$)|\s(?:on|am|for|in|Twitter|updated|posted|published|alle artikel|all posts)(?!\p{L}))/iu;
const SHORT = 90;
const LONGEST_NAME = 60;

/** Who a page's markup or byline names as its author. */
export function authorOf(document: DomDocument): string | undefined {
  const together = [...document.querySelectorAll('.byline, .author')]
    .filter((element) => !isInComments(element))
    .map((element) => oneLine(element.textContent ?? '').replace(INTRODUCED, ''))
    .find((line) => line.length <= SHORT && line.split(TOGETHER).length > 1 && isNames(line));
  if (together !== undefined) return together;
  for (const selector of AUTHORS) {
    for (const element of document.querySelectorAll(selector)) {
      if (isInComments(element)) continue;
      const name = nameIn(oneLine(element.getAttribute('content') ?? element.textContent ?? ''));
      if (name !== undefined) return name;
    }
  }
  for (const element of shortElements(document)) {
    const line = oneLine(element.textContent ?? '');
    const isByline = /^(?:by|von|par|por|text:|text von) ?\p{Lu}/iu;
    const isLabelled = LABELLED.test(line);
    const own = /^\S+ - \p{Lu}/u.test(line) && /^\d{1,2}\.\d{1,2}\.\d{4}/.test(line);
    if (!isByline.test(line) && !isLabelled && !own) continue;
    const name = nameIn(own ? line.slice(line.indexOf(' - ') + 3) : line);
    if (isLabelled && name !== undefined && /^\p{Lu}/u.test(name) && name.split(' ').length < 5) {
      return name;
    }
    // "By the river" is no name.
    if (
      name !== undefined &&
      /^\p{Lu}[\p{L}.'’-]*(?: (?:de|van|von|der|da|del|la|le)| \p{Lu}[\p{L}.'’-]*){1,4}$/u.test(
        name,
      )
    )
      return name;
  }
  return undefined;
}

/** What stands between two who wrote together, of whom only the first may be marked. */
const TOGETHER = / (?:and|und|et|y|&) /;

function isNames(line: string): boolean {
  return line.split(TOGETHER).every((name) => /^\p{Lu}[\p{L}.'’ -]{2,40}$/u.test(name));
}

function nameIn(line: string): string | undefined {
  const bare = line.slice(0, 200).replace(INTRODUCED, '').trim();
  const end = AFTER_NAME.exec(bare)?.index ?? bare.length;
  const name = personName(bare.slice(0, end).trim());
  return name !== undefined && name.length <= LONGEST_NAME && name.split(' ').length <= 6
    ? name
    : undefined;
}

/** Where pages say in markup when they were published, the surest first. */
const DATES = [
  '[itemprop=datePublished]',
  'article time[pubdate], main time[pubdate], time[pubdate]',
  'article time[datetime], main time[datetime]',
  'time[datetime], time[content]',
  'abbr.published, .published, .dt-published, .entry-date, .post-date, .article-date, .publish-date',
  '.date-header, .pubdate, .article__date, .date, .datum, .post-meta, .entry-meta, .meta-date, time',
];

/** When a page was published by its markup. */
export function markedDate(document: DomDocument, language?: string): string | undefined {
  for (const selector of DATES) {
    for (const element of document.querySelectorAll(selector)) {
      if (isInComments(element)) continue;
      const given = ['content', 'datetime', 'title']
        .map((name) => isoDate(element.getAttribute(name) ?? undefined, language))
        .find(isPast);
      const text = oneLine(element.textContent ?? '');
      const date = given ?? (text.length <= SHORT ? writtenDate(text, language) : undefined);
      if (isPast(date)) return date;
    }
  }
  return undefined;
}

/** The first date on a short line after a page's heading, one that is labelled before others. */
export function writtenOnPage(document: DomDocument, language?: string): string | undefined {
  const lines = [...shortElements(document)];
  const labelled = lines.filter((element) => PUBLISHED.test(oneLine(element.textContent ?? '')));
  for (const element of [...labelled, ...lines]) {
    const date = writtenDate(oneLine(element.textContent ?? ''), language);
    if (isPast(date)) return date;
  }
  return undefined;
}

const PUBLISHED =
  /^(?:published|posted|first published|erschienen|veröffentlicht|publié|publicado|pubblicato)(?!\p{L})/iu;

/** Pages announce what is to come; they are published before they are read. */
function isPast(date: string | undefined): boolean {
  return date !== undefined && Date.parse(date) < Date.now() + 86_400_000;
}

const LINES = 'h1, h2, h3, h4, h5, h6, p, div, span, small, li, td, em, i, b, strong, a';
/** Elements with a short line of their own: from the first heading on, then those before it. */
function* shortElements(document: DomDocument): Generator<DomElement> {
  const before: DomElement[] = [];
  let isAfter = false;
  let left = 400;
  for (const element of document.querySelectorAll(LINES)) {
    if (element.tagName.toUpperCase() === 'H1') isAfter = true;
    const text = element.textContent ?? '';
    if (text.length > SHORT * 3 || oneLine(text).length > SHORT || isInComments(element)) continue;
    if (left-- === 0) break;
    if (isAfter) yield element;
    else if (before.length < 100) before.push(element);
  }
  yield* before;
}

function isInComments(element: DomElement): boolean {
  return (
    element.closest(
      '.comments, #comments, .comment, .comment-list, footer:not(article footer), nav, aside, .related',
    ) !== null
  );
}
