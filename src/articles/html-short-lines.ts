import { oneLine } from '../text/clean.js';
import type { DomDocument, DomElement } from './dom.js';

/** Bylines and dates stand on lines of at most so many characters. */
export const SHORT_LINE = 90;

/** An element with a short line of its own. */
export interface ShortLine {
  readonly element: DomElement;
  readonly line: string;
}

const LINES = 'h1, h2, h3, h4, h5, h6, p, div, span, small, li, td, em, i, b, strong, a, time';
const MOST_LINES = 400;
const MOST_BEFORE = 100;

/** A page's short lines: from the first heading on, then those before it. */
export function* shortLines(document: DomDocument, needed = /./): Generator<ShortLine> {
  const before: ShortLine[] = [];
  let isAfter = false;
  let left = MOST_LINES;
  for (const element of document.querySelectorAll(LINES)) {
    if (element.tagName.toUpperCase() === 'H1') isAfter = true;
    const text = element.textContent ?? '';
    if (text.length > SHORT_LINE * 3 || !needed.test(text)) continue;
    const line = oneLine(text);
    if (line.length > SHORT_LINE || inComments(element)) continue;
    if (left-- === 0) break;
    if (isAfter) yield { element, line };
    else if (before.length < MOST_BEFORE) before.push({ element, line });
  }
  yield* before;
}

const APART =
  '.comments, #comments, .comment, .comment-list, footer:not(article footer), nav, aside:not(article aside), .related';

/** Whether an element is in comments, or in what else is not the article's own. */
export function inComments(element: DomElement): boolean {
  return element.closest(APART) !== null;
}
