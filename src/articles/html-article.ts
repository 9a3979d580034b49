import { oneLine } from '../text/clean.js';
import { isElement, isText, type DomDocument, type DomElement, type DomNode } from './dom.js';
import { isAction } from './html-asides.js';
import { questionsBeside } from './html-answers.js';
import {
  ASKED,
  blocksOf,
  isBlockTag,
  isLinks,
  isProse,
  proseLength,
  type Block,
} from './html-blocks.js';
import { betterPart } from './html-candidates.js';
import { foundByReadability } from './html-found.js';
import { comparable, describedBlocks, isLead, titleBefore, type LeadHints } from './html-lead.js';
import { partsAround } from './html-parts.js';
import { aboveText, underTitle } from './html-short-page.js';
import { KEPT_CAPTION } from './html-captions.js';
import { ENTRY } from './html-furniture.js';

/**
 * The article in a page: what Readability finds, in the page's own tree, with the lead that stands
 * between the title and it, its headings, the lists that it announces, and the parts beside it that
 * are text like it. Takes all else out of the page; undefined if nothing is found.
 */
export function articleElement(document: DomDocument, hints: LeadHints): DomElement | undefined {
  const { body } = document;
  if (body === null) return undefined;
  const blocks = blocksOf(body);
  const kept = new Set(foundByReadability(document, blocks));
  for (const block of betterPart(body, blocks, kept) ?? []) kept.add(block);
  for (const block of underTitle(body, blocks, kept, hints)) kept.add(block);
  if (kept.size === 0) return undefined;
  for (const block of partsAround(body, blocks, kept, hints)) kept.add(block);
  for (const block of answersOf(blocks, kept)) kept.add(block);
  for (const block of questionsBeside(blocks, kept)) kept.add(block);
  for (const block of leadOf(blocks, kept, hints)) kept.add(block);
  for (const block of headingsOf(blocks, kept, hints)) kept.add(block);
  for (const block of rowsOf(blocks, kept)) kept.add(block);
  for (const block of itemsOf(blocks, kept)) kept.add(block);
  for (const block of entriesOf(blocks, kept)) kept.add(block);
  for (const block of aboveText(document, blocks, kept, hints)) kept.delete(block);
  prune(body, kept);
  return body;
}

/** What says the same as the page's description, and what stands between the title and the text. */
function leadOf(
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  hints: LeadHints,
): readonly Block[] {
  const first = blocks.findIndex((block) => kept.has(block));
  const title = titleBefore(blocks, first, hints.title);
  const read = [...kept].filter(({ element }) => element.closest('figcaption') === null);
  const known = comparable(read.map(({ text }) => text).join(' '));
  const between = title === undefined ? [] : leadsAmong(blocks.slice(title + 1, first));
  const lead = between.filter(({ text }) => !known.includes(comparable(text)));
  if (hints.descriptions.some((each) => known.includes(each))) return lead;
  const described = describedBlocks(blocks, hints);
  for (const { element } of described) {
    element.closest('figcaption')?.setAttribute(KEPT_CAPTION, '');
  }
  return [...described, ...lead];
}

/** Leads, and the short items of a list of which one is a lead. */
function leadsAmong(blocks: readonly Block[]): Block[] {
  const leads = new Set(blocks.filter(isLead));
  const lists = new Set([...leads].map(({ element }) => element.closest('ul, ol')));
  lists.delete(null);
  return blocks.filter(
    (block) => leads.has(block) || (!isLinks(block) && lists.has(block.element.closest('ul, ol'))),
  );
}

/** Headings inside the article with something kept under them, and the question right above it. */
function headingsOf(
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  { title }: LeadHints,
): Block[] {
  const first = blocks.findIndex((block) => kept.has(block));
  const above = blocks[first - 1];
  // Between the title and the first paragraph stands its section's heading.
  const isSection = (above?.level ?? 1) > 1 && titleBefore(blocks, first - 2, title) === first - 2;
  const isAsked = above?.element.getAttribute(ASKED) === '' || isSection;
  const headings: Block[] = [];
  let open: Block[] = [];
  for (const block of blocks.slice(isAsked ? first - 1 : first + 1)) {
    const { level } = block;
    if (level !== undefined) {
      open = open.filter((above) => (above.level ?? 0) < level);
      open.push(block);
    } else if (kept.has(block)) {
      headings.push(...open);
      open = [];
    }
  }
  return headings;
}

/** What stands right after a control that asks, and opens it. */
function answersOf(blocks: readonly Block[], kept: ReadonlySet<Block>): Block[] {
  const opened = new Set<DomElement | null>();
  for (const { element } of kept) {
    if (isControl(element)) opened.add(element.nextElementSibling);
  }
  opened.delete(null);
  if (opened.size === 0) return [];
  return blocks.filter(({ element }) => {
    for (let at: DomElement | null = element; at !== null; at = at.parentElement) {
      if (opened.has(at)) return true;
    }
    return false;
  });
}

function isControl(element: DomElement): boolean {
  return /^(?:BUTTON|LABEL)$/.test(element.tagName) && element.getAttribute(ASKED) !== null;
}

/** A row of a table is kept whole, or its cells would move to other columns. */
function rowsOf(blocks: readonly Block[], kept: ReadonlySet<Block>): Block[] {
  const rows = new Set([...kept].map(({ element }) => element.closest('tr')));
  rows.delete(null);
  return rows.size === 0 ? [] : blocks.filter(({ element }) => rows.has(element.closest('tr')));
}

/** All entries of a live page of which one is kept, however little some of them say. */
function entriesOf(blocks: readonly Block[], kept: ReadonlySet<Block>): Block[] {
  const isEntry = ({ element }: Block) => element.getAttribute(ENTRY) !== null;
  const nameOf = ({ element }: Block) =>
    `${element.tagName} ${element.getAttribute('class') ?? ''}`;
  const names = new Set([...kept].filter(isEntry).map(nameOf));
  return names.size === 0
    ? []
    : blocks.filter((block) => isEntry(block) && names.has(nameOf(block)) && !isLinks(block));
}

const OPENER = '[aria-controls], [aria-expanded], summary';
/** Of a list's items so many are kept that all of it is. */
const LIST_SHARE = 0.5;
const LITTLE = 500;

/** What a question in an item opens, which is in that item too, and lists of which some is kept. */
function itemsOf(blocks: readonly Block[], kept: ReadonlySet<Block>): Block[] {
  const items = new Set([...kept].map(({ element }) => element.closest('li')));
  const opened = new Set<DomElement>();
  const timed = new Set<DomElement>();
  const lists = new Map<DomElement | null, number>();
  for (const item of items) {
    if (item === null) continue;
    if (item.querySelector(OPENER) !== null) opened.add(item);
    if (item.querySelector('time') !== null) timed.add(item);
    lists.set(item.parentElement, (lists.get(item.parentElement) ?? 0) + 1);
  }
  if (lists.size === 0) return [];
  // Below the last paragraph lists are mostly of other things, but on a page with little else.
  const isLittle = proseLength([...kept]) < LITTLE;
  const last = blocks.findLastIndex((block) => kept.has(block) && isProse(block));
  return blocks.filter((block, index) => {
    const item = block.element.closest('li');
    if (item === null || isLinks(block)) return false;
    if (opened.has(item)) return true;
    // An entry's sentence stands with its time; a headline beside one leads elsewhere.
    if (timed.has(item) && /[.!?…]["'”’»)]*$/u.test(block.text)) return true;
    if (
      index > last &&
      (!isLittle ||
        item.querySelector('a, time, button') !== null ||
        isAction(oneLine(item.textContent ?? '')))
    )
      return false;
    const list = item.parentElement;
    return (lists.get(list) ?? 0) >= LIST_SHARE * [...(list?.children ?? [])].length;
  });
}

/** Takes out what is not kept and has nothing in it that is. */
function prune(root: DomElement, kept: ReadonlySet<Block>): void {
  const own = new Set([...kept].map(({ element }) => element));
  const alive = new Set<DomElement>([root]);
  for (const element of own) {
    for (
      let at: DomElement | null = element;
      at !== null && !alive.has(at);
      at = at.parentElement
    ) {
      alive.add(at);
    }
  }
  const visit = (element: DomElement): void => {
    const isOwn = own.has(element);
    for (const child of [...element.childNodes] as DomNode[]) {
      if (isElement(child)) {
        if (alive.has(child)) visit(child);
        // An empty cell holds the place of its column.
        else if (isEmptyCell(child)) continue;
        else if (!isOwn || isBlockTag(child) || hasBlocks(child)) child.remove();
      } else if (!isOwn && isText(child)) child.remove();
    }
  };
  visit(root);
}

function isEmptyCell({ tagName, textContent }: DomElement): boolean {
  return /^T[DH]$/.test(tagName) && (textContent ?? '').trim() === '';
}

function hasBlocks(element: DomElement): boolean {
  return [...element.children].some((child) => isBlockTag(child) || hasBlocks(child));
}
