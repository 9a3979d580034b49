import { oneLine, tidyParagraphs } from '../text/clean.js';
import { isElement, isText, type DomElement, type DomNode } from './dom.js';

const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S ' +
    'SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);
const LEFT_OUT = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME OBJECT SVG CANVAS VIDEO AUDIO IMG PICTURE BUTTON ' +
    'INPUT SELECT TEXTAREA NAV RP RT'
  ).split(' '),
);

/** A short paragraph that begins like this invites to something, and says nothing. */
const INVITATION =
  /^(?:share(?: this)?|tweet|print|advertisement|sponsored|related|read (?:more|also|next)|see also|also read|more (?:on|from)|most read|sign up|subscribe|follow us|recommended|trending|comments?|skip to)\b/i;
const MAX_INVITATION = 100;

/** How a reference to a note is written, as in "[12]". */
const NOTE = /^\s*\[\s*\w{1,8}\s*\]\s*$/;

interface Block {
  readonly text: string;
  readonly isHeading: boolean;
}

/**
 * An element's text as a person reads it: paragraphs with a blank line between them, headings on
 * their own, lists as "- item", a table's row a line. A heading that repeats the title is left out,
 * as are captions of pictures, lists of nothing but links, and headings with nothing under them.
 */
export function htmlText(root: DomElement, title?: string): string {
  const blocks = new BlockCollector().collect(root);
  const kept = blocks.filter(
    ({ text, isHeading }) => !(isHeading && text === title) && !isInvitation(text),
  );
  while (kept.at(-1)?.isHeading === true) kept.pop();
  return tidyParagraphs(kept.map(({ text }) => text).join('\n\n'));
}

function isInvitation(text: string): boolean {
  return (
    text.length <= MAX_INVITATION &&
    INVITATION.test(text) &&
    // "Comments by the minister were met with anger." is a sentence.
    (/^[^.!?]{0,40}:/.test(text) || !/[.!?]["'”’)]*$/.test(text))
  );
}

/** Walks the tree and gathers inline text until a block begins or ends. */
class BlockCollector {
  private readonly blocks: Block[] = [];
  private pending = '';

  collect(root: DomNode): Block[] {
    this.walk(root);
    this.flush();
    return this.blocks;
  }

  private walk(node: DomNode): void {
    if (isText(node)) this.pending += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    if (!isElement(node)) return;
    const tag = node.tagName.toUpperCase();
    if (LEFT_OUT.has(tag) || isCaption(node, tag) || isNote(node, tag)) return;
    if (tag === 'BR') this.pending += '\n';
    else if (tag === 'PRE') this.add((node.textContent ?? '').replace(/^\n/, ''));
    else if (tag === 'UL' || tag === 'OL') this.add(listText(node, tag === 'OL'));
    else if (tag === 'TABLE' && !isLayout(node)) this.add(tableText(node));
    else if (/^H[1-6]$/.test(tag)) this.add(oneLine(node.textContent ?? ''), true);
    else if (INLINE.has(tag)) this.walkChildren(node);
    else {
      this.flush();
      this.walkChildren(node);
      this.flush();
    }
  }

  private walkChildren(node: DomNode): void {
    for (const child of node.childNodes) this.walk(child);
  }

  private flush(): void {
    const text = this.pending
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    this.pending = '';
    if (text !== '') this.blocks.push({ text, isHeading: false });
  }

  private add(text: string, isHeading = false): void {
    this.flush();
    if (text.trim() !== '') this.blocks.push({ text, isHeading });
  }
}

function textOf(node: DomNode): string {
  return new BlockCollector()
    .collect(node)
    .map(({ text }) => text)
    .join('\n');
}

function listText(list: DomElement, ordered: boolean): string {
  const items = [...list.children].filter(({ tagName }) => tagName.toUpperCase() === 'LI');
  if (items.length > 1 && items.every(isOnlyLinks)) return '';
  const first = Number(list.getAttribute('start') ?? 1);
  return items
    .map(textOf)
    .filter((text) => text !== '')
    .map((text, index) => {
      const marker = ordered ? `${first + index}. ` : '- ';
      return marker + text.replaceAll('\n', '\n  ');
    })
    .join('\n');
}

function isOnlyLinks(item: DomElement): boolean {
  const linked = [...item.querySelectorAll('a')].map((link) => link.textContent ?? '').join('');
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return letters(linked) > 0 && letters(linked) >= letters(item.textContent ?? '');
}

function tableText(table: DomElement): string {
  return [...table.querySelectorAll('tr')]
    .map((row) =>
      [...row.children]
        .map((cell) => oneLine(textOf(cell)))
        .filter((text) => text !== '')
        .join(' | '),
    )
    .filter((row) => row !== '')
    .join('\n');
}

/** Old pages lay their text out in tables. */
function isLayout(table: DomElement): boolean {
  return (
    table.querySelector('table, p + p, h1, h2') !== null ||
    table.querySelector('td ~ td, th') === null
  );
}

function isCaption(element: DomElement, tag: string): boolean {
  const figure = tag === 'FIGCAPTION' ? element.closest('figure') : null;
  return figure !== null && figure.querySelector('table, pre, blockquote') === null;
}

function isNote(element: DomElement, tag: string): boolean {
  return tag === 'SUP' && NOTE.test(element.textContent ?? '');
}
