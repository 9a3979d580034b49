import type { Element, ElementContent } from 'hast';
import { QUESTION } from '../documents/html/properties.js';
import { isElement, isText, type DomElement } from './dom.js';
import { ASKED } from './html-blocks.js';
import { KEPT_CAPTION } from './html-captions.js';

const LEFT_OUT = new Set(
  (
    'script style noscript template head title iframe object svg canvas video audio img picture ' +
    'select textarea nav rp rt wbr'
  ).split(' '),
);

/** Attributes that reading looks at, and how hast names them. */
const ATTRIBUTES: readonly (readonly [string, string])[] = [
  ...['role', 'start', 'value', 'type', 'checked', 'href'].map((name) => [name, name] as const),
  ['aria-level', 'ariaLevel'],
  ['aria-expanded', 'ariaExpanded'],
  ['aria-controls', 'ariaControls'],
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
];

/** How a reference to a note is written, as in "[12]". */
const NOTE = /^\s*\[\s*\w{1,8}\s*\]\s*$/;

/**
 * An element's content as a hast tree (unified's for HTML), without what has no words, captions of
 * pictures and references to notes. Its depth is that of the page, which has a limit.
 */
export function hastOf(root: DomElement): ElementContent[] {
  const content: ElementContent[] = [];
  let text = '';
  const areParts = areSpansOfLine(root);
  const flush = (): void => {
    if (text !== '') content.push({ type: 'text', value: text });
    text = '';
  };
  for (const node of root.childNodes) {
    if (isText(node)) text += node.textContent ?? '';
    else if (isElement(node)) {
      const element = elementOf(node);
      if (element === undefined) continue;
      if (isBlank(element)) {
        if (element.children.length > 0) text += ' ';
        continue;
      }
      flush();
      const before = content.at(-1);
      const space =
        before !== undefined && (areParts || spaceBetween(before, element) || isPair(root, node));
      if (space) content.push({ type: 'text', value: ' ' });
      content.push(element);
    }
  }
  flush();
  if (root.tagName === 'PRE') return content;
  return parted(/^(?:UL|OL|MENU)$/.test(root.tagName) ? content : inLists(content));
}

/** Items that stand in no list make one, as they do in a browser. */
function inLists(content: ElementContent[]): ElementContent[] {
  if (!content.some(isItem)) return content;
  const whole: ElementContent[] = [];
  let list: ElementContent[] | undefined;
  for (const node of content) {
    if (isItem(node)) {
      if (list === undefined) {
        list = [];
        whole.push({ type: 'element', tagName: 'ul', properties: {}, children: list });
      }
      list.push(node);
    } else if (!isSpace(node)) {
      list = undefined;
      whole.push(node);
    }
  }
  return whole;
}

function isItem(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'li';
}

/** Two line breaks in a row part paragraphs. */
function parted(content: ElementContent[]): ElementContent[] {
  if (!content.some(isBreak)) return content;
  const parts: ElementContent[][] = [[]];
  for (let at = 0; at < content.length; at++) {
    const node = content[at];
    if (node === undefined) continue;
    let next = at + 1;
    while (isSpace(content[next])) next++;
    if (!isBreak(node) || !isBreak(content[next])) {
      parts.at(-1)?.push(node);
      continue;
    }
    while (isBreak(content[next]) || isSpace(content[next])) next++;
    parts.push([]);
    at = next - 1;
  }
  if (parts.length === 1) return content;
  return parts.map((children) => ({ type: 'element', tagName: 'p', properties: {}, children }));
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

function isSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

function elementOf(node: DomElement): Element | undefined {
  const tagName = node.tagName.toLowerCase();
  if (LEFT_OUT.has(tagName) || isCaption(node, tagName) || isNote(node, tagName)) return undefined;
  const properties: Record<string, string> = {};
  for (const [attribute, name] of ATTRIBUTES) {
    const value = node.getAttribute(attribute);
    if (value !== null) properties[name] = value;
  }
  return {
    type: 'element',
    tagName: isQuestion(node, tagName) ? QUESTION : tagName,
    properties,
    children: hastOf(node),
  };
}

/** A mark around nothing but a space, of which some pages have thousands. */
function isBlank({ tagName, children }: Element): boolean {
  return (
    /^(?:a|b|em|font|i|span|strong|u)$/.test(tagName) &&
    children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

/** The name of a schema.org Question, unless it stands in a heading, which has a level. */
function isQuestion(node: DomElement, tagName: string): boolean {
  if (node.getAttribute(ASKED) !== null) return true;
  return (
    node.getAttribute('itemprop') === 'name' &&
    tagName !== 'meta' &&
    node.closest('[itemtype*="schema.org/Question"]') !== null &&
    node.closest('h1, h2, h3, h4, h5, h6, summary') === null
  );
}

/** A figure's caption says what is seen, unless it has paragraphs and a heading of its own. */
function isCaption(element: DomElement, tagName: string): boolean {
  const figure = tagName === 'figcaption' ? element.closest('figure') : null;
  return (
    figure !== null &&
    element.getAttribute(KEPT_CAPTION) === null &&
    figure.querySelector('table, pre, blockquote') === null &&
    element.querySelector('h1, h2, h3, h4, h5, h6, p + p') === null
  );
}

function isNote(element: DomElement, tagName: string): boolean {
  return tagName === 'sup' && NOTE.test(element.textContent ?? '');
}

/**
 * Whether an element is nothing but spans that are parts of a line, as an amount, its unit and what
 * there is of it: each with a name of its own, or after a number.
 */
function areSpansOfLine(root: DomElement): boolean {
  const children = [...root.children];
  if (children.length < 2 || !children.every(({ tagName }) => tagName === 'SPAN')) return false;
  if (!hasNoText(root)) return false;
  if (/^\s*[\p{Nd}½⅓⅔¼¾⅛]+\s*$/u.test(children[0]?.textContent ?? '')) return true;
  // The letters of a word that is set one by one have names that count, if any.
  const names = children.map((child) => (child.getAttribute('class') ?? '').replace(/\d+/g, ''));
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}

/** Spans side by side, as in `<span>Serves</span><span>8</span>`, are words of their own. */
function spaceBetween(before: ElementContent | undefined, after: Element): boolean {
  if (before?.type !== 'element' || !isPart(before) || !isPart(after)) return false;
  if (before.tagName !== 'span' && after.tagName !== 'span') return false;
  const last = edge(before, -1);
  const first = edge(after, 0);
  return (
    (/[:：]/.test(last) && /^[\p{L}\p{N}]/u.test(first)) ||
    (/\p{Ll}$/u.test(last) && /^[\p{Lu}\p{N}]/u.test(first)) ||
    /^\p{N}\p{L}/u.test(last + first)
  );
}

/** A word of so many letters, not a part of one. */
const WORD = /\p{L}{3}[\s:.]{0,2}$/u;

/**
 * Whether an element begins the second part of what is nothing but marked parts, the first a word and
 * the next a number or in other marks: `<b>Serves</b><b>8</b>`, `<strong>Cook</strong><em>An hour</em>`.
 */
function isPair(root: DomElement, node: DomElement): boolean {
  const before = node.previousElementSibling;
  if (before === null || !MARKS.test(before.tagName) || !MARKS.test(node.tagName)) return false;
  const [first, second] = [before.textContent ?? '', node.textContent ?? ''];
  const isWords = WORD.test(first) && /^(?:\p{N}|\p{Lu}\p{Ll}*(?:\s|$))/u.test(second);
  const isOther = before.tagName !== node.tagName || /^\p{N}/u.test(second);
  return isWords && isOther && hasNoText(root);
}

const MARKS = /^(?:B|EM|I|LABEL|SMALL|SPAN|STRONG)$/;

function hasNoText({ childNodes }: DomElement): boolean {
  return [...childNodes].every((node) => !isText(node) || (node.textContent ?? '') === '');
}

function isPart({ tagName }: Element): boolean {
  return /^(?:a|b|label|span|strong)$/.test(tagName);
}

/** The first or last letter of an element. */
function edge(element: Element, at: 0 | -1): string {
  const child = element.children.at(at);
  if (child?.type === 'text') return child.value.at(at) ?? '';
  return child?.type === 'element' ? edge(child, at) : '';
}
