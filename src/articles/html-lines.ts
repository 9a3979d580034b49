import { oneLine } from '../text/clean.js';
import { isElement, isText, type DomDocument, type DomElement } from './dom.js';

/** On an element whose parts were joined to a line. */
const LINE = 'data-newsdesk-line';
const MOST_PARTS = 4;
const LONGEST_PART = 40;
const LONGEST_LINE = 100;
const AMOUNT = /^[~≈<>±(]?\s?[\p{Nd}½⅓⅔¼¾⅛]/u;

/**
 * Joins divisions that are the parts of one line, such as an ingredient's amount, unit and name:
 * short, side by side, without links, and one of them with a number.
 */
export function joinLines(document: DomDocument): void {
  const beside: DomElement[] = [];
  for (const element of [...document.querySelectorAll('div')]) {
    const parts = partsOf(element);
    if (parts === undefined) continue;
    if (!parts.some((part) => AMOUNT.test(part))) beside.push(element);
    else join(element, parts);
  }
  // Of lines alike some have no number: what the columns are called, or "Sun closed".
  for (const element of beside) {
    const parts = partsOf(element);
    if (parts !== undefined && isBesideLine(element)) join(element, parts);
  }
}

function join(element: DomElement, parts: readonly string[]): void {
  element.setAttribute(LINE, '');
  element.replaceChildren(parts.join(' '));
}

function isBesideLine(element: DomElement): boolean {
  const name = element.getAttribute('class')?.split(/\s+/, 1)[0];
  return [element.previousElementSibling, element.nextElementSibling].some(
    (other) =>
      other !== null && isLine(other) && other.getAttribute('class')?.split(/\s+/, 1)[0] === name,
  );
}

export function isLine(element: DomElement): boolean {
  return element.getAttribute(LINE) !== null;
}

/** Whether an element holds nothing but such lines, and so is a list. */
export function isOfLines(element: DomElement): boolean {
  const children = [...element.children];
  return children.length > 1 && children.every(isLine);
}

/** So many lines in a row are a list, wherever they stand. */
const ROW = 3;

/** Whether an element is one of several such lines, right after each other. */
export function isInRow(element: DomElement): boolean {
  let count = 1;
  for (const side of ['previousElementSibling', 'nextElementSibling'] as const) {
    let at = element[side];
    for (; count < ROW && at !== null && isLine(at); at = at[side]) count++;
  }
  return count >= ROW;
}

/** The words of an element's parts, if it is such a line. */
function partsOf(element: DomElement): string[] | undefined {
  const children = [...element.children];
  if (children.length < 2 || children.length > MOST_PARTS + 1) return undefined;
  for (const node of element.childNodes) {
    if (isText(node) && (node.textContent ?? '').trim() !== '') return undefined;
    if (isElement(node) && !isPart(node)) return undefined;
  }
  const parts = children
    .map(({ textContent }) => oneLine(textContent ?? ''))
    .filter((part) => part !== '');
  const isLine =
    parts.length > 1 &&
    parts.length <= MOST_PARTS &&
    parts.every((part) => part.length <= LONGEST_PART) &&
    parts.slice(0, -1).every((part) => part.length <= 5 || !/[.!?;]["”’)]*$/.test(part)) &&
    parts.join(' ').length <= LONGEST_LINE;
  return isLine ? parts : undefined;
}

function isPart(element: DomElement): boolean {
  return (
    /^(?:B|DIV|EM|I|LABEL|P|SPAN|STRONG)$/.test(element.tagName) &&
    element.querySelector('a, button, div, h1, h2, h3, h4, h5, h6, img, li, p, td, time') === null
  );
}
