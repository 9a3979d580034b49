import type { DomDocument, DomElement } from './dom.js';
import { inComments } from './html-short-lines.js';
import { writtenDate } from './written-date.js';

/** Items of a list that are looked at, how many dates they have in it, and how far up it is sought. */
const MOST_ITEMS = 20;
const FEWEST_DATES = 3;
const HIGHEST = 6;

/** Knows which dates of a page are those of something else. Looks at each list of it only once. */
export class OtherDates {
  readonly #language: string | undefined;
  /** What is around the page's headings of the first level, and of the first two. */
  readonly #aroundFirst: ReadonlySet<DomElement>;
  readonly #aroundHeadings: ReadonlySet<DomElement>;
  readonly #lists = new Map<DomElement, Map<string, boolean>>();

  constructor(document: DomDocument, language: string | undefined) {
    this.#language = language;
    this.#aroundFirst = around(document, 'h1');
    this.#aroundHeadings = around(document, 'h1, h2');
  }

  /** Whether a date is that of a comment, a post shown in the page, a teaser, or today's. */
  has(element: DomElement): boolean {
    return (
      inComments(element) ||
      element.closest('blockquote') !== null ||
      this.#isInSiteHead(element) ||
      this.#isInList(element)
    );
  }

  /** A site's head shows what day it is today; an article's has its heading in it. */
  #isInSiteHead(element: DomElement): boolean {
    const head = element.closest('header');
    return (
      head !== null && head.closest('article, main') === null && !this.#aroundHeadings.has(head)
    );
  }

  /** Whether it stands in one of several items alike, each with another date. */
  #isInList(element: DomElement): boolean {
    let item: DomElement | null = element;
    for (let up = 0; item !== null && up < HIGHEST; item = item.parentElement, up++) {
      if (this.#aroundFirst.has(item)) return false;
      if (this.#isOneOfMany(item)) return true;
    }
    return false;
  }

  #isOneOfMany(item: DomElement): boolean {
    const { tagName, parentElement: parent } = item;
    const name = item.getAttribute('class');
    // Paragraphs of one article may name days as well.
    const isItem = /^(?:LI|TR|ARTICLE)$/.test(tagName) || (name !== null && tagName !== 'P');
    if (parent === null || !isItem) return false;
    const lists = this.#lists.get(parent) ?? new Map<string, boolean>();
    this.#lists.set(parent, lists);
    const key = `${tagName} ${name ?? ''}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const dates = new Set<string>();
    const alike = [...parent.children].filter(
      (each) => each.tagName === tagName && each.getAttribute('class') === name,
    );
    for (const each of alike.slice(0, MOST_ITEMS)) {
      const date = writtenDate(each.textContent ?? '', this.#language);
      if (date !== undefined) dates.add(date);
    }
    lists.set(key, dates.size >= FEWEST_DATES);
    return dates.size >= FEWEST_DATES;
  }
}

/** What the selector finds, and all elements around it. */
function around(document: DomDocument, selector: string): Set<DomElement> {
  const found = new Set<DomElement>();
  for (const heading of document.querySelectorAll(selector)) {
    let at: DomElement | null = heading;
    for (; at !== null && !found.has(at); at = at.parentElement) found.add(at);
  }
  return found;
}
