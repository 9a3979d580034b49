import { isText, type DomDocument, type DomElement } from './dom.js';
import { ASKED } from './html-blocks.js';
import { isNamedFurniture } from './html-names.js';
import { galleryCaptions } from './html-captions.js';
import { CLOCKED, markClocks } from './html-clocks.js';
import { openPanels } from './html-panels.js';
import { oneLine } from '../text/clean.js';

const NO_WORDS =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, input, select, textarea';

/** Elements that hold an article's text only if the whole page stands in one. */
const NEVER_TEXT = [
  ...['form', 'button', 'dialog', 'menu', 'nav'],
  ...['navigation', 'search', 'dialog', 'alertdialog', 'contentinfo'].map((r) => `[role=${r}]`),
  '[hidden]',
].join(', ');

/** Parts that hold a page's text only if the page is built in an odd way. */
const SELDOM_TEXT = 'aside, footer, [aria-hidden=true], [role=complementary], [class], [id]';

/** What holds more than this share of a page's text is its text, whatever it is called. */
const TEXT_SHARE = 0.4;
/** Of comments' share of a page, which may have more of them than text. */
const COMMENTS_SHARE = 0.85;
/** A caption or a box of this length may hold what the page's description says. */
const SHORT = 1500;

/** Takes menus, notices, share bars, comments, related links and scripts out of a page. */
export function removeFurniture(
  document: DomDocument,
  isNeeded: (text: string) => boolean = () => false,
): void {
  for (const element of [...document.querySelectorAll(NO_WORDS)]) element.remove();
  openPanels(document);
  markClocks(document);
  const whole = textLength(document.body);
  const gallery = galleryCaptions(document.body);
  const holdsText = (element: DomElement, share: number) => {
    const inside = textLength(element);
    return inside > 0 && inside > share * whole;
  };
  for (const element of [...document.querySelectorAll(NEVER_TEXT)]) {
    if (!isHeading(element) && !holdsText(element, TEXT_SHARE)) element.remove();
  }
  for (const element of [...document.querySelectorAll(SELDOM_TEXT)]) {
    if (!isFurniture(element) || isAroundHeading(element) || gallery.has(element)) continue;
    const text = element.textContent ?? '';
    if (text.length < SHORT && isNeeded(text)) continue;
    const isComments = /comment|respond|disqus/i.test(
      `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`,
    );
    if (!holdsText(element, isComments ? COMMENTS_SHARE : TEXT_SHARE)) element.remove();
  }
  dates(document);
}

const HEADING_LINKS = 'h1 a, h2 a, h3 a, h4 a, h5 a, h6 a';

/** Takes out the signs in headings that link to the headings themselves: "Install¶". */
export function removeHeadingLinks(document: DomDocument): void {
  for (const link of [...document.querySelectorAll(HEADING_LINKS)]) {
    const isOwn = (link.getAttribute('href') ?? '').startsWith('#');
    if (isOwn && /^[¶#§🔗⚓]?$/u.test((link.textContent ?? '').trim())) link.remove();
  }
}

function isHeading(element: DomElement): boolean {
  return (
    element.tagName === 'BUTTON' &&
    (element.getAttribute('data-newsdesk-heading') !== null ||
      element.getAttribute(ASKED) !== null ||
      (element.getAttribute('aria-controls') !== null && element.closest('header, nav') === null))
  );
}

/** On the text of an entry of a live page. */
export const ENTRY = 'data-newsdesk-entry';
/** Times of so many entries say when each happened. */
const ENTRIES = 3;

/**
 * A date on its own says when the page was published; inside a sentence it belongs to that, and of
 * the entries of a live page each has its own, which is read with its text.
 */
function dates(document: DomDocument): void {
  const alone = [...document.querySelectorAll(TIMES)].filter(standsAlone);
  const entries = alone.filter((time) => entryTextOf(time) !== undefined);
  const links = new EntryLinks();
  for (const time of alone) {
    const text = entries.length >= ENTRIES ? entryTextOf(time) : undefined;
    const clock = /\b\d{1,2}[:.h]\d\d\b/.test(time.textContent ?? '');
    const words = oneLine(time.textContent ?? '');
    if (text !== undefined && words !== '' && (clock || !links.around(time))) {
      text.prepend(`${words} – `);
      text.setAttribute(ENTRY, '');
    }
    time.remove();
  }
}

const TIMES = `time, span[itemprop=datePublished], span[itemprop=dateModified], [${CLOCKED}]`;

/** Knows which entries have links, as teasers of other pages do. Looks through each only once. */
class EntryLinks {
  readonly #has = new Map<string, Map<DomElement, boolean>>([
    ['p', new Map()],
    ['a', new Map()],
  ]);

  around({ parentElement: parent }: DomElement): boolean {
    const entry = this.#holds(parent, 'p') ? parent : parent?.parentElement;
    return this.#holds(entry, 'a');
  }

  #holds(element: DomElement | null | undefined, selector: 'a' | 'p'): boolean {
    if (element == null) return false;
    const known = this.#has.get(selector);
    const holds = known?.get(element) ?? element.querySelector(selector) !== null;
    known?.set(element, holds);
    return holds;
  }
}

/** The paragraph of the entry that a time stands over, or a division with nothing but words in it. */
function entryTextOf(time: DomElement): DomElement | undefined {
  let at: DomElement | null = time;
  for (let up = 0; at !== null && up < 3; up++, at = at.parentElement) {
    const next: DomElement | null = at.nextElementSibling;
    const text = next === null ? undefined : textIn(next);
    if (text !== undefined) return text;
    if (next !== null && /^H[1-6]$/.test(next.tagName)) {
      const after = next.nextElementSibling;
      if (after !== null && isTextElement(after)) return after;
    }
  }
  return undefined;
}

function textIn(element: DomElement): DomElement | undefined {
  if (isTextElement(element)) return element;
  return element.querySelector('p') ?? [...element.children].find(isTextElement);
}

/** Sentences of an entry, not its count of readers. */
const SENTENCE = /[\p{L}\p{N}]{2}[.!?…]["'”’»)]*\s*$/u;

function isTextElement(element: DomElement): boolean {
  if (element.tagName === 'P') return true;
  return (
    element.tagName === 'DIV' &&
    element.querySelector(PARTS) === null &&
    SENTENCE.test(element.textContent ?? '')
  );
}

const PARTS = 'a, div, h1, h2, h3, h4, h5, h6, li, p, table, time';

function standsAlone(time: DomElement): boolean {
  if (time.tagName === 'SPAN' && !hasOnlyElements(time.parentElement)) return false;
  const around = time.closest('p, li, td, th, dt, dd, blockquote');
  if (around === null) return true;
  // A term or a cell that is a date is one for what stands beside it.
  if (/^(?:DT|TH|TD)$/.test(around.tagName)) return false;
  return around.textContent?.trim() === time.textContent?.trim();
}

function hasOnlyElements(element: DomElement | null): boolean {
  const nodes = [...(element?.childNodes ?? [])];
  return nodes.every((node) => !isText(node) || (node.textContent ?? '').trim() === '');
}

function isFurniture(element: DomElement): boolean {
  const tag = element.tagName.toLowerCase();
  if (/^(?:html|body|main|article|h[1-6])$/.test(tag)) return false;
  if (tag === 'aside' || tag === 'footer') return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (element.getAttribute('role') === 'complementary') return true;
  return isNamedFurniture(element) && element.querySelector('h1') === null;
}

/** A paragraph under a heading is so long at least. */
const UNDER_HEADING = 25;

/** Whether an element has a heading and no other words, with the heading's text after it. */
function isAroundHeading(element: DomElement): boolean {
  const heading = element.querySelector('h2, h3, h4, h5, h6');
  const next = element.nextElementSibling;
  return (
    heading !== null &&
    heading.querySelector('a') === null &&
    /^(?:P|UL|OL|DL|TABLE|BLOCKQUOTE)$/.test(next?.tagName ?? '') &&
    textLength(next) >= UNDER_HEADING &&
    onlyWords(heading) === onlyWords(element)
  );
}

/** A heading may have a sign beside it, which links to it or opens what is below. */
function onlyWords({ textContent }: DomElement): string {
  return (textContent ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Letters outside links. */
export function textLength(within: DomElement | null): number {
  if (within === null) return 0;
  let length = letters(within);
  for (const link of within.querySelectorAll('a')) {
    length -= letters(link);
  }
  return length;
}

function letters({ textContent }: DomElement): number {
  return (textContent ?? '').replace(/\s+/g, ' ').length;
}
