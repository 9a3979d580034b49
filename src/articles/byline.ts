import { oneLine } from '../text/clean.js';
import type { DomDocument } from './dom.js';
import { personName } from './extract.js';
import { inComments, SHORT_LINE, shortLines } from './html-short-lines.js';
import { writtenDate } from './written-date.js';

/** Where pages name who wrote them, the surest first. */
const AUTHORS = [
  '[itemprop=author] [itemprop=name]',
  'a[rel=author]',
  '[rel=author]',
  '.vcard .fn, .p-author .p-name, .p-author',
  '.author .fn, .byline .author, .byline a',
  '.author-name, .author__name, .authorname, .byline-name, .byline__name, .article-author__name',
  '[itemprop=author]',
  '.post-author, .entry-author, .article-author, .autor, .article__author, .c-byline__author',
  '.author, .byline, .meta-author',
];
const INTRODUCED =
  /^(?:by|von|par|por|di|door|af|av|text|authors?|autor(?:in|en)?|auteur|autore|redaktion|(?:written|posted|words|story|reported|report) by|(?:geschrieben|erstellt|gespeichert|verfasst|veröffentlicht) von|publié par|escrito por|text von|(?:ein |blog ?)?beitrag von|from)(?:\s?:\s?|\s)(?=\p{L})|^By(?=\p{Lu}[\p{L}.]*\s)/iu;
/** Where parts of a line ran together, but not inside a name such as McDonald or FitzGerald. */
const RUN_TOGETHER = /(?<=\p{L}{3}\p{Ll})(?<!\p{Lu}itz)(?=\p{Lu}\p{Ll}{2})/u;
/** Labels after which even a single word is a name. */
const LABELLED =
  /^(?:authors?|autor(?:in|en)?|auteur|autore|text|redaktion|(?:written|posted|words|story|reported|report) by|(?:erstellt|geschrieben|gespeichert|verfasst) von|(?:blog ?)?beitrag von)\s?:?\s\p{Lu}/iu;
/** What stands after a name in the same line. */
const AFTER_NAME =
  /(?:[|•·–—/,(@]|\s-\s|(?:^|\s)\d|\s(?:le|el|il|den)\s\d|\s(?:mo|di|mi|do|fr|sa|so|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:[.,]|\s\d|$)|\s(?:on|am|for|in|Twitter|updated|posted|published|alle artikel|all posts)(?!\p{L}))/iu;
const FULL_NAME =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:de|van|von|der|da|del|la|le)| \p{Lu}[\p{L}.'’-]*){1,4}$/u;
const LONGEST_NAME = 60;
const LONGEST_DATE = 40;

/** Who a page's markup or byline names as its author. */
export function authorOf(document: DomDocument): string | undefined {
  const together = [...document.querySelectorAll('.byline, .author')]
    .filter((element) => !inComments(element))
    .map((element) => oneLine(element.textContent ?? '').replace(INTRODUCED, ''))
    .find((line) => line.length <= SHORT_LINE && line.split(TOGETHER).length > 1 && isNames(line));
  if (together !== undefined) return together;
  for (const selector of AUTHORS) {
    for (const element of document.querySelectorAll(selector)) {
      if (inComments(element)) continue;
      const name = nameIn(oneLine(element.getAttribute('content') ?? element.textContent ?? ''));
      if (name !== undefined) return name;
    }
  }
  for (const { line: whole } of shortLines(document)) {
    const line = afterDate(whole) ?? whole;
    const isByline = /^(?:by|von|par|por|text:|text von) ?\p{Lu}/iu;
    const isLabelled = LABELLED.test(line);
    const own = /^\S+ - \p{Lu}/u.test(line) && /^\d{1,2}\.\d{1,2}\.\d{4}/.test(line);
    if (line === whole && !isByline.test(line) && !isBy(line) && !isLabelled && !own) continue;
    const name = nameIn(own ? line.slice(line.indexOf(' - ') + 3) : line);
    if (isLabelled && name !== undefined && /^\p{Lu}/u.test(name) && name.split(' ').length < 5) {
      return name;
    }
    // "By the river" is no name.
    if (name?.split(TOGETHER).every((each) => FULL_NAME.test(each)) === true) return name;
  }
  return undefined;
}

/** What stands before the name in "Posted on 3 May 2026 by Ana Holt", and in other languages. */
const PUBLISHED =
  /^(?:(?:first )?(?:published|posted|updated|written|created|publiée? ?|mise? à jour|veröffentlicht|erstellt|geschrieben|aktualisiert|publicad[ao]|publicat|pubblicato|geplaatst|gepubliceerd|publicerad|publisert)(?: on| am| le| el| il| op| den| em)?:? |(?:on|am|le|el|il|den) |(?=\d|\p{L}{3,10}[.,]? ))/iu;
const BY = / (?:by|von|par|por|di|da|door|av|af):? (?=\p{Lu})/iu;

/** A day in figures, or one with its month's name, and a time if there is one. */
const NUMERIC =
  /^(?:\p{L}{2,10}[.,]? )?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[ ,–|-]{1,3}(?:à |at |um |alle |kl\.? )?\d{1,2}[:.h]\d{0,2} ?(?:uhr|h|[ap]\.?m\.?)?)?[,.|·•–-]?$/iu;
const WRITTEN =
  /^(?:\p{L}{2,10}[.,]? )?(?:\d|\p{L}{3,10}\.? \d).{0,30}\d(?: ?(?:uhr|h|[ap]\.?m\.?|utc|gmt))?[,.|·•–-]?$/iu;

/** The line from its "by" on, if nothing but a date stands before that. */
function afterDate(line: string): string | undefined {
  const by = BY.exec(line);
  if (by === null) return undefined;
  const before = line.slice(0, by.index);
  const date = before.replace(PUBLISHED, '');
  if (date.length >= LONGEST_DATE) return undefined;
  const isNumeric = NUMERIC.test(date);
  const isWritten = WRITTEN.test(date) && writtenDate(date) !== undefined;
  return isNumeric || isWritten ? line.slice(by.index + 1) : undefined;
}

/** Words that begin other lines too, or parts of words, if they are written small. */
function isBy(line: string): boolean {
  return /^(?:Door|DOOR|Di|DI|Af|AF|Av|AV|Skrevet af|Skriven av|Door:) \p{Lu}/u.test(line);
}

/** What stands between two who wrote together, of whom only the first may be marked. */
const TOGETHER = / (?:and|und|et|y|&) /;

function isNames(line: string): boolean {
  return line.split(TOGETHER).every((name) => /^\p{Lu}[\p{L}.'’ -]{2,40}$/u.test(name));
}

function nameIn(line: string): string | undefined {
  const bare = line.slice(0, 200).replace(INTRODUCED, '').trim();
  const end = AFTER_NAME.exec(bare)?.index ?? bare.length;
  const apart = RUN_TOGETHER.exec(bare)?.index ?? end;
  // Of a single word it may be how somebody writes the own name.
  const cut = bare.slice(0, apart).includes(' ') ? Math.min(end, apart) : end;
  const name = personName(bare.slice(0, cut).trim());
  return name !== undefined && name.length <= LONGEST_NAME && name.split(' ').length <= 6
    ? name
    : undefined;
}
