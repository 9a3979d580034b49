import type { Paragraph, Root, RootContent } from 'mdast';
import type { DocumentText } from '../documents/block.js';
import { documentText } from '../documents/document-text.js';
import { htmlTree } from '../documents/html/tree.js';
import { wordsOf } from '../documents/html/phrasing.js';
import type { DomElement } from './dom.js';
import {
  headsOthers,
  isAction,
  isActionLine,
  isAside,
  isLabelLine,
  namesOthers,
} from './html-asides.js';
import { hastOf } from './html-hast.js';
import { isProse, leadsElsewhere, linkedShare, withoutMenus } from './html-menus.js';
import { withoutNotices } from './html-notices.js';

/**
 * An element's text as a person reads it, with its blocks. A heading that repeats the title is left
 * out, as are invitations, menus, lines that name other articles, and headings with nothing under
 * them.
 */
export function htmlDocument(root: DomElement, title?: string): DocumentText {
  const { children } = htmlTree(hastOf(root));
  return documentText({ type: 'root', children: leadFirst(withoutFurniture(children, title)) });
}

/** A heading of fewer letters, or without a full stop, heads what is below it. */
const LEAD = 60;

/** A sentence that stands first as a heading is the lead: it says what the article does, and heads nothing. */
function leadFirst(nodes: Root['children']): Root['children'] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'heading' || rest[0] === undefined) return nodes;
  const words = wordsOf(first.children);
  const isSentence = words.length >= LEAD && /\p{Ll}[.!]["'”’»)]*$/u.test(words);
  return isSentence ? [{ type: 'paragraph', children: first.children }, ...rest] : nodes;
}

function withoutFurniture(
  nodes: readonly RootContent[],
  title: string | undefined,
): Root['children'] {
  const isPage = nodes.some(isProse);
  const links = linksAmong(nodes);
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph');
  const isDirectory = paragraphs.filter(isOfLink).length > MANY_LINKS * paragraphs.length;
  const text = withoutNotices(withoutMenus(withoutOthers(nodes)));
  const [last, end] = labelsBetween(text);
  const kept = text.filter((node, index, nodes) => {
    if (node.type === 'list') return !isActions(node);
    if (node.type !== 'heading' && node.type !== 'paragraph') return true;
    const words = wordsOf(node.children);
    if (node.type === 'heading') return words !== title && !isAsideHeading(words, nodes[index + 1]);
    if (index > last && index < end && isLabelLine(words)) return false;
    const isOther = namesOthers(words) && (linkedShare(node) > 0 || words.length < 60);
    return (
      !isOther &&
      !isAside(words) &&
      !isActionLine(words) &&
      !(isPage && !isDirectory && links.includes(node))
    );
  });
  while (kept.at(-1)?.type === 'heading') kept.pop();
  return kept.filter((node, index) => !isEmptied(node, kept[index + 1]));
}

/** Between the last prose and the next heading labels name no facts; on pages without prose nowhere. */
function labelsBetween(nodes: readonly RootContent[]): readonly [number, number] {
  const last = nodes.findLastIndex(isProse);
  const next = nodes.findIndex((node, index) => index > last && node.type === 'heading');
  if (last === -1) return [0, 0];
  return [last, next === -1 ? nodes.length : next];
}

/** A page with a larger share of links among its paragraphs is a directory of them. */
const MANY_LINKS = 0.34;

/**
 * Paragraphs that are a link and nothing else, which lead to other pages, unless a colon announces
 * them: the one below it, or inside the text a row of them.
 */
function linksAmong(nodes: readonly RootContent[]): RootContent[] {
  const last = nodes.findLastIndex(isProse);
  let inRow = false;
  return nodes.filter((node, index) => {
    if (!isOfLink(node)) {
      inRow = false;
      return false;
    }
    const before = nodes[index - 1];
    const above = before === undefined ? '' : wordsOf([before]);
    const isBelowColon = /[:：]$/u.test(above);
    if (isBelowColon) inRow = index < last && isAnnouncement(above);
    return !isBelowColon && !inRow && !/[?？]$/u.test(wordsOf(node.children));
  });
}

function isOfLink(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && linkedShare(node) >= 0.9;
}

/** "These were elected:" rather than "Read more:". */
function isAnnouncement(line: string): boolean {
  return line.split(' ').length >= ANNOUNCEMENT && !namesOthers(line);
}

const ANNOUNCEMENT = 4;

/** At most so much of an article is left out as a section of others. */
const OTHERS_SHARE = 0.3;

/** Leaves out sections under a heading, or a line, that announces other articles. */
function withoutOthers(nodes: readonly RootContent[]): RootContent[] {
  const most = OTHERS_SHARE * wordsOf(nodes).length;
  const left = new Set<RootContent>();
  nodes.forEach((node, index) => {
    if (node.type !== 'heading' || !headsOthers(wordsOf(node.children))) return;
    const after = nodes.slice(index + 1);
    const end = after.findIndex(
      (each) =>
        (each.type === 'heading' && each.depth <= node.depth) ||
        (isProse(each) && linkedShare(each) === 0),
    );
    const section = [node, ...after.slice(0, end < 0 ? undefined : end)];
    // "Related commands" over a paragraph is a chapter.
    if (section.length === 1 && end === 0) return;
    if (section.length > 1 && section.slice(1).every(isSentences)) return;
    if (wordsOf(section).length > most) left.add(node);
    else for (const each of section) left.add(each);
  });
  return nodes.filter((node) => !left.has(node));
}

/** "References" over the next heading, whose list was left out. */
function isEmptied(node: RootContent, next: RootContent | undefined): boolean {
  if (node.type !== 'heading' || next?.type !== 'heading' || next.depth > node.depth) return false;
  return leadsElsewhere(wordsOf(node.children));
}

/** "Comments" may head what readers write, or a chapter; "Print quality" does with a sentence below. */
function isAsideHeading(words: string, next: RootContent | undefined): boolean {
  return isAside(words) && !(next !== undefined && (isProse(next) || isSentences(next)));
}

const SENTENCE = 25;

/** A paragraph that ends as a sentence does and leads nowhere. */
function isSentences(node: RootContent): boolean {
  if (node.type !== 'paragraph' || linkedShare(node) > 0) return false;
  const words = wordsOf(node.children);
  return words.length >= SENTENCE && /[.!?。！？]["'”’»)]*$/u.test(words) && !isAside(words);
}

function isActions({ children }: Extract<RootContent, { type: 'list' }>): boolean {
  return children.length > 1 && children.every((item) => isAction(wordsOf(item.children)));
}
