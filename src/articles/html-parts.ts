import { isInside, type DomElement } from './dom.js';
import { isLinks, isProse, proseLength, type Block } from './html-blocks.js';
import { answersQuestions } from './html-answers.js';
import { isAside } from './html-asides.js';
import { isInRow, isLine, isOfLines } from './html-lines.js';
import { titleBefore, type LeadHints } from './html-lead.js';
import { leadsElsewhere } from './html-menus.js';

/** Letters of prose that make a part of a page text, and their share of it. */
const PART = 140;
const PART_SHARE = 0.5;
const LINK_SHARE = 0.25;
const SENTENCE = 40;
/** If less prose was found, it is looked for everywhere. */
const LITTLE = 500;

/**
 * Blocks beside those that were found which are text like them: sections of the same page, lists and
 * tables between its paragraphs. What follows the last of what was found has to be more like text.
 */
export function partsAround(
  body: DomElement,
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  hints: LeadHints,
): Block[] {
  const [found, last] = ends(blocks, kept);
  const title = titleBefore(blocks, found, hints.title);
  const first = title ?? found;
  const titled = title === undefined ? [] : (blocks[title] ?? []);
  const root = rootAround(body, new Set([...kept].concat(titled)));
  const isLittle = proseLength([...kept]) < LITTLE;
  const holding = new Set<DomElement>();
  for (const { element } of kept) {
    for (let at: DomElement | null = element; at !== null; at = at.parentElement) holding.add(at);
  }
  const kinds = kindsIn(holding);
  const added: Block[] = [];
  const visit = (part: DomElement, entries: readonly Entry[], depth: number): void => {
    const index = entries[0]?.index ?? 0;
    const own = entries.map(({ block }) => block);
    const isAfter = index > last;
    const before = blocks[index - 1];
    const isIn = (block: Block) => kept.has(block) || added.includes(block);
    const follows = before !== undefined && (isIn(before) || isUnderHeading(blocks, index, isIn));
    const isTwin =
      (part.parentElement !== null && kinds.get(part.parentElement)?.has(kindOf(part)) === true) ||
      (follows && isList(part));
    const isSame = isSameAs(part, before) && !own.some(isLinks);
    if (answersQuestions(part, own)) {
      added.push(...own);
      return;
    }
    if (isChapterOf(root, part, own)) {
      added.push(...own);
      return;
    }
    if (isAfter && !isLittle && !isTwin && !isLong(part, own)) return;
    if (isAfter && follows && isSame) added.push(...own);
    else if (isAfter && follows && part.tagName === 'P' && own.every(isProse)) added.push(...own);
    else if (isLine(part) && found < index && !isAfter && own.every(hasWord)) added.push(...own);
    else if (isAfter && follows && isInRow(part) && own.every(hasWord)) added.push(...own);
    else if (isInCard(part, holding) && own.every(isWords)) added.push(...own);
    else if (isTwin && isShortChapter(part, own)) added.push(...own);
    else if (isText(part, own, isAfter && !follows, before)) added.push(...own);
    else if (!isAfter && depth < MAX_DEPTH && !isList(part)) {
      for (const [child, inside] of partsOf(entries, (element) => element === part)) {
        if (child !== part) visit(child, inside, depth + 1);
      }
    }
  };
  const entries = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => !kept.has(block) && !holding.has(block.element));
  for (const [part, inside] of partsOf(entries, (element) => holding.has(element))) {
    const index = inside[0]?.index ?? 0;
    const isBefore = index <= first && index < found;
    if (!isBefore && isInside(part, root)) visit(part, inside, 0);
  }
  return added;
}

/** Whether a part is a section like others with a heading and nothing but sentences, however short. */
function isShortChapter(part: DomElement, own: readonly Block[]): boolean {
  const [head, ...rest] = own;
  return (
    part.tagName === 'SECTION' &&
    head?.level !== undefined &&
    rest.length > 0 &&
    own.every(({ linked }) => linked === 0) &&
    rest.every(({ text, level }) => level === undefined && isSentence(text) && !isAside(text))
  );
}

/** Whether a part is a chapter of an `article` around all that was found, whatever is above it. */
function isChapterOf(root: DomElement, part: DomElement, own: readonly Block[]): boolean {
  return root.tagName === 'ARTICLE' && isShortChapter(part, own) && own.some(isProse);
}

function isSentence(text: string): boolean {
  return text.split(' ').length > 2 && /[.!?。！？]["'”’»)]*$/u.test(text);
}

/** Whether a part stands under a heading right below what is text, both of which lead nowhere. */
function isUnderHeading(
  blocks: readonly Block[],
  index: number,
  isIn: (block: Block) => boolean,
): boolean {
  const [above, heading] = blocks.slice(Math.max(index - 2, 0), index);
  if (above === undefined || heading?.level === undefined) return false;
  return isIn(above) && !isLinks(heading) && !leadsElsewhere(heading.text);
}

/** Whether a part stands in one of several alike, such as cards of prices, each with a heading. */
function isInCard(part: DomElement, holding: ReadonlySet<DomElement>): boolean {
  const card = part.parentElement;
  return (
    card?.tagName === 'DIV' &&
    [...card.children].length <= CARD &&
    card.getAttribute('class') !== null &&
    [...card.children].some((child) => /^H[2-6]$/.test(child.tagName) && holding.has(child)) &&
    [card.previousElementSibling, card.nextElementSibling].some(
      (other) =>
        other !== null &&
        holding.has(other) &&
        other.getAttribute('class') === card.getAttribute('class'),
    )
  );
}

/** Elements in a card at most. */
const CARD = 8;

function isWords(block: Block): boolean {
  return !isLinks(block) && hasWord(block) && !isAside(block.text);
}

/** A line of figures alone counts pictures or people. */
function hasWord({ text }: Block): boolean {
  return /\p{L}{3}/u.test(text);
}

/** A paragraph of this length is no notice. */
const LONG = 600;

function isLong({ tagName }: DomElement, own: readonly Block[]): boolean {
  return tagName === 'P' && proseLength(own) >= LONG;
}

interface Entry {
  readonly block: Block;
  readonly index: number;
}

/** A part that is no text as a whole may have some in it. */
const MAX_DEPTH = 12;

/** Blocks by the largest element around them that is still under one that is as told. */
function partsOf(
  entries: readonly Entry[],
  isRoot: (element: DomElement) => boolean,
): ReadonlyMap<DomElement, Entry[]> {
  const parts = new Map<DomElement, Entry[]>();
  for (const entry of entries) {
    let part = entry.block.element;
    while (part.parentElement !== null && !isRoot(part) && !isRoot(part.parentElement)) {
      part = part.parentElement;
    }
    if (part.parentElement === null) continue;
    const list = parts.get(part) ?? [];
    list.push(entry);
    parts.set(part, list);
  }
  return parts;
}

/** The smallest element that is named an article or the main part, around all that was found. */
function rootAround(body: DomElement, kept: ReadonlySet<Block>): DomElement {
  const [some] = kept;
  for (let at = some?.element ?? body; at !== body; at = at.parentElement ?? body) {
    if (/^(?:article|main)$/i.test(at.tagName) || at.getAttribute('role') === 'main') {
      const around = at;
      if ([...kept].every(({ element }) => isInside(element, around))) return around;
    }
  }
  return body;
}

function ends(blocks: readonly Block[], kept: ReadonlySet<Block>): [number, number] {
  return [
    blocks.findIndex((block) => kept.has(block)),
    blocks.findLastIndex((block) => kept.has(block)),
  ];
}

function isText(
  part: DomElement,
  blocks: readonly Block[],
  isAfter: boolean,
  before: Block | undefined,
): boolean {
  const all = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const linked = blocks.reduce((sum, { linked: own }) => sum + own, 0);
  const prose = blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
  const [head] = blocks;
  // "Related commands" over prose without a link is a chapter.
  const isChapter = linked === 0 && blocks.every((each) => each === head || isProse(each));
  if (head !== undefined && leadsElsewhere(head.text) && !isChapter) return false;
  if (before !== undefined && leadsElsewhere(before.text) && !isChapter) return false;
  if (isList(part) && !isAfter) {
    const isAnnounced = /[:：]$/u.test(before?.text ?? '');
    if (isAnnounced || part.tagName === 'OL') return true;
    return linked < LINK_SHARE * all || betweenParagraphs(part);
  }
  if (linked >= LINK_SHARE * all) return false;
  if (blocks.some((block) => block.level !== undefined && isLinks(block))) return false;
  if (prose < PART_SHARE * all) return false;
  return isAfter ? prose >= PART : prose >= SENTENCE;
}

/** The kinds of elements, by what they stand in, that hold something of the article. */
function kindsIn(holding: ReadonlySet<DomElement>): ReadonlyMap<DomElement, ReadonlySet<string>> {
  const kinds = new Map<DomElement, Set<string>>();
  for (const element of holding) {
    const { parentElement: parent } = element;
    if (parent === null) continue;
    kinds.set(parent, (kinds.get(parent) ?? new Set()).add(kindOf(element)));
  }
  return kinds;
}

/** Whether an element is one of several of the same name, of which another comes right before it. */
function isSameAs(part: DomElement, before: Block | undefined): boolean {
  const name = part.getAttribute('class') ?? '';
  const other = part.previousElementSibling;
  if (name === '' || before === undefined || other?.getAttribute('class') !== name) return false;
  return isInside(before.element, other);
}

function kindOf(element: DomElement): string {
  const [name = ''] = (element.getAttribute('class') ?? '').trim().split(/\s+/);
  return `${element.tagName}.${name.replace(/\d+/g, '').split(/[-_]+/).slice(0, 2).join('-')}`;
}

function isList(element: DomElement): boolean {
  return /^(?:UL|OL|DL|TABLE)$/.test(element.tagName) || isOfLines(element);
}

function betweenParagraphs(list: DomElement): boolean {
  return list.previousElementSibling?.tagName === 'P' && list.nextElementSibling?.tagName === 'P';
}
