import { oneLine } from '../text/clean.js';
import type { DomDocument } from './dom.js';
import { personName } from './extract.js';
import { inComments, SHORT_LINE, shortLines } from './html-short-lines.js';

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
const LONGEST_NAME = 60;

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
  for (const { line } of shortLines(document)) {
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
