import { oneLine } from '../text/clean.js';
import { isElement, isText, type DomElement } from './dom.js';

/** An element with words of its own: a paragraph, a heading, an item, a bare division. */
export interface Block {
  readonly element: DomElement;
  /** Its own words on one line, without those of blocks in it. */
  readonly text: string;
  /** Letters of `text` that stand in links. */
  readonly linked: number;
  /** Of a heading or question, 1 to 6. */
  readonly level: number | undefined;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** On a block that is a question by what the page says of itself: it heads what is below it. */
export const ASKED = 'data-newsdesk-question';
const ASKED_LEVEL = 3;

interface Words {
  text: string;
  linked: number;
  isBlock: boolean;
}

/** The blocks of a tree, in its order. */
export function blocksOf(root: DomElement): Block[] {
  const blocks: Block[] = [];
  gather(root, false, blocks);
  return blocks;
}

function gather(element: DomElement, inLink: boolean, blocks: Block[]): Words {
  const at = blocks.length;
  const own: Words = { text: '', linked: 0, isBlock: isBlockTag(element) };
  for (const child of element.childNodes) {
    if (isText(child)) add(own, child.textContent ?? '', inLink);
    else if (isElement(child)) {
      const inside = gather(child, inLink || leads(child), blocks);
      if (inside.isBlock) {
        own.isBlock = true;
        own.text += ' ';
      } else {
        own.text += child.tagName === 'BR' ? ' ' : inside.text;
        own.linked += inside.linked;
      }
    }
  }
  const text = own.isBlock ? oneLine(own.text) : '';
  if (text !== '') {
    blocks.splice(at, 0, { element, text, linked: own.linked, level: levelOf(element) });
  }
  return own;
}

const OPENS = ['aria-expanded', 'aria-controls', 'data-toggle', 'data-bs-toggle'];

/** A link that is a button opens what is here. */
function leads(element: DomElement): boolean {
  if (element.tagName !== 'A') return false;
  if (element.getAttribute('role') === 'button') return false;
  return OPENS.every((name) => element.getAttribute(name) === null);
}

function levelOf(element: DomElement): number | undefined {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return Number(level);
  return element.getAttribute(ASKED) === null ? undefined : ASKED_LEVEL;
}

function add(words: Words, text: string, inLink: boolean): void {
  words.text += text;
  if (inLink) words.linked += oneLine(text).length;
}

export function isBlockTag(element: DomElement): boolean {
  const { tagName } = element;
  if (BLOCKS.has(tagName.toLowerCase())) return true;
  return /^(?:BUTTON|LABEL)$/.test(tagName) && element.getAttribute(ASKED) !== null;
}

/** Shares of a block's letters in links above which it leads away, rather than says something. */
const MOSTLY_LINKS = 0.4;
const LONG = 80;
const SENTENCE = 40;

export function isLinks({ text, linked }: Block): boolean {
  return linked > MOSTLY_LINKS * text.length;
}

/** Whether a block is a sentence or more, and no list of links. */
export function isProse(block: Block): boolean {
  const { text, level } = block;
  if (level !== undefined || isLinks(block)) return false;
  return text.length >= LONG || (text.length >= SENTENCE && /[.!?…:。！？]["'”’»)]*$/u.test(text));
}

export function proseLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
}
