import type { List, RootContent } from 'mdast';
import { list, paragraph } from '../nodes.js';
import { isListItem, type PdfParagraph } from './paragraphs.js';
import type { PdfPart } from './structure.js';

const NUMBER = /^(\d{1,2})[.)]\s+/;
const BULLET = /^(\S)\s+/u;
/** Of a letter's size: what stands further right is nested, or goes on with an item. */
const DEEPER = 0.6;

interface Item {
  readonly part: PdfParagraph;
  readonly left: number;
  readonly number: number | undefined;
  readonly words: string;
  readonly rest: string[];
  /** Of an item by the file's structure. */
  readonly element?: number | undefined;
}

/** Parts, with items one after the other as lists; those further right are nested in the one above. */
export function pdfLists(parts: readonly PdfPart[]): (PdfPart | List)[] {
  const made: (PdfPart | List)[] = [];
  for (let at = 0; at < parts.length;) {
    const [items, length] = itemsFrom(parts, at);
    const part = parts[at];
    if (isListOf(items)) {
      made.push(...listsOf(items));
      at += length;
    } else if (part !== undefined) {
      made.push(part);
      at++;
    }
  }
  return made;
}

function itemsFrom(parts: readonly PdfPart[], from: number): [Item[], number] {
  const items: Item[] = [];
  let at = from;
  for (; at < parts.length; at++) {
    const part = parts[at];
    if (part?.is !== 'paragraph') break;
    const last = items.at(-1);
    const element = part.lines[0]?.tag?.item === undefined ? undefined : part.lines[0].tag.element;
    if (last !== undefined && element !== undefined && last.element === element) {
      last.rest.push(part.text);
      continue;
    }
    const item = itemOf(part);
    if (item !== undefined) items.push(item);
    else if (last !== undefined && isInside(part, last)) last.rest.push(part.text);
    else break;
  }
  return [items, at - from];
}

function itemOf(part: PdfParagraph): Item | undefined {
  const { text, lines } = part;
  const tagged = taggedItem(part);
  if (tagged !== undefined) return tagged;
  if (!isListItem(text)) return undefined;
  const left = lines[0]?.left ?? 0;
  const number = NUMBER.exec(text);
  const mark = number ?? (/^\(/.test(text) ? null : BULLET.exec(text));
  if (mark === null) return undefined;
  const words = text.slice(mark[0].length);
  return { part, left, number: number === null ? undefined : Number(number[1]), words, rest: [] };
}

/** Where lists in lists are told by the file's structure, each is taken to stand so far right. */
const STEP = 100;

/** An item by the file's structure, whatever its marker is. */
function taggedItem(part: PdfParagraph): Item | undefined {
  const [first] = part.lines;
  const tag = first?.tag;
  if (first === undefined || tag?.item === undefined) return undefined;
  const { marker = '' } = first;
  const mark = part.text.startsWith(marker) ? marker : '';
  const words = mark === '' ? part.text.replace(ANY_MARK, '') : part.text.slice(mark.length).trim();
  const number = /^\(?(\d{1,2})[.)]?$/.exec(marker)?.[1];
  return {
    part,
    left: tag.item.depth * STEP,
    number: number === undefined ? undefined : Number(number),
    words: words === '' ? part.text : words,
    rest: [],
    element: tag.element,
  };
}

const ANY_MARK = /^[•◦▪▫■□●○‣⁃·➢✓–*-]\s+/u;

/** A paragraph below an item that is indented as the item's own words are. */
function isInside({ lines }: PdfParagraph, { part, left }: Item): boolean {
  const [first, above] = [lines[0], part.lines.at(-1)];
  if (first === undefined || above === undefined || first.page !== above.page) return false;
  return first.left > left + DEEPER * first.size;
}

/** One dash or number alone may begin a sentence. */
function isListOf(items: readonly Item[]): boolean {
  const [first, second] = items;
  if (first === undefined) return false;
  if (first.element !== undefined) return true;
  if (second === undefined) return first.number === undefined && !/^[–*-]/.test(first.part.text);
  return (
    first.number === undefined || items.some(({ number }) => number === (first.number ?? 0) + 1)
  );
}

function listsOf(items: readonly Item[]): List[] {
  const lists: List[] = [];
  for (let at = 0; at < items.length;) {
    const first = items[at];
    if (first === undefined) break;
    const own: RootContent[][] = [];
    let next = at;
    for (let item = items[next]; item !== undefined; item = items[next]) {
      if (isDeeper(item, first)) {
        const inner = items.slice(next);
        const end = inner.findIndex((each) => !isDeeper(each, first));
        const nested = end === -1 ? inner : inner.slice(0, end);
        own.at(-1)?.push(...listsOf(nested));
        next += nested.length;
      } else if ((item.number === undefined) === (first.number === undefined)) {
        own.push([item.words, ...item.rest].map((value) => paragraph([{ type: 'text', value }])));
        next++;
      } else break;
    }
    lists.push(list(own, first.number));
    at = next;
  }
  return lists;
}

function isDeeper({ left, part }: Item, first: Item): boolean {
  return left > first.left + DEEPER * (part.lines[0]?.size ?? 0);
}
