import type { List, Nodes, Root, RootContent } from 'mdast';
import { headsOthers } from './html-asides.js';
import { wordsOf } from '../documents/html/phrasing.js';

/** A paragraph of this length is text, not a line of a page around it. */
const PROSE = 80;

/** Headings over lists of links that lead away from the text. */
const ELSEWHERE =
  /^(?:(?:table of )?contents|in this (?:article|section|guide)|on this page|jump to|quick ?links|links?|topics|tags?|categories|navigation|menu|external links|further reading|references|sources|more .{1,40}|.{0,20}related .{0,40}|see also|read (?:more|also|next)|you (?:may|might) (?:also )?like|latest .{1,40}|most (?:read|popular|viewed)|popular .{1,40}|trending.{0,20}|recommended.{0,20}|share.{0,20}|follow us.{0,20}|inhalt|sommaire|índice|contenido|mehr zum thema|siehe auch|ver también|voir aussi)\s*:?$/i;

/** Whether a heading, or the first line of a part, says that what follows leads away from the text. */
export function leadsElsewhere(line: string): boolean {
  return line.length <= 100 && (ELSEWHERE.test(line) || headsOthers(line));
}

/**
 * Drops lists of nothing but links that lead away from the text: contents, and those that stand
 * before or after all prose or under a heading that says so. Inside the text a list of links is what
 * its introducing sentence announces.
 */
export function withoutMenus(nodes: readonly RootContent[]): Root['children'] {
  const prose = nodes.map(isProse);
  const [first, last] = [prose.indexOf(true), prose.lastIndexOf(true)];
  return nodes.filter((node, index) => {
    if (node.type !== 'list' || !isOfLinks(node)) return true;
    const before = nodes[index - 1];
    const words = before === undefined ? '' : wordsOf([before]);
    if (isContents(node) || ELSEWHERE.test(words)) return false;
    return /[:：]$/u.test(words) || (first < index && index < last);
  });
}

function isOfLinks({ children }: List): boolean {
  return (
    children.length > 1 &&
    children.every((item) => {
      const { linked, all } = letters(item);
      return linked > 0 && linked >= all;
    })
  );
}

/** All links lead to places of the same page. */
function isContents(list: List): boolean {
  return everyLink(list, (url) => url.startsWith('#'));
}

function everyLink(node: Nodes, is: (url: string) => boolean): boolean {
  if (node.type === 'link') return is(node.url);
  return 'children' in node ? node.children.every((child) => everyLink(child, is)) : true;
}

/** The share of a node's letters and digits that stand in links. */
export function linkedShare(node: Nodes): number {
  const { linked, all } = letters(node);
  return all === 0 ? 0 : linked / all;
}

/** A paragraph that is text, not a line of the page around it. */
export function isProse(node: RootContent): boolean {
  return node.type === 'paragraph' && wordsOf([node]).length >= PROSE;
}

/** Letters and digits in links, and in all. */
function letters(node: Nodes, inLink = false): { linked: number; all: number } {
  if ('children' in node) {
    const parts = node.children.map((child) => letters(child, inLink || node.type === 'link'));
    return parts.reduce(
      (sum, part) => ({ linked: sum.linked + part.linked, all: sum.all + part.all }),
      { linked: 0, all: 0 },
    );
  }
  const count = 'value' in node ? node.value.replace(/[^\p{L}\p{N}]/gu, '').length : 0;
  return { linked: inLink ? count : 0, all: count };
}
