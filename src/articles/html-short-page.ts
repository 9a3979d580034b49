import { hasWords, oneLine } from '../text/clean.js';
import { isInside, type DomDocument, type DomElement } from './dom.js';
import { isAside } from './html-asides.js';
import { isLinks, proseLength, type Block } from './html-blocks.js';
import { comparable, isLead, type LeadHints } from './html-lead.js';

/** A page with less prose gives Readability little to go by. */
const LITTLE = 500;
/** A site's name, and what it says of itself, are no longer. */
const LINE = 60;
const NAMES_SITE =
  /(?:^|[\s_-])(?:logo|brand(?:ing)?|masthead|(?:site|blog|page)-?(?:brand(?:ing)?|desc(?:ription)?|logo|name|title)|slogan|tagline|wordmark)(?:$|[\s_-])/i;

/**
 * What stands under the title of a page with a few lines, if all that was found stands elsewhere; none
 * on other pages.
 */
export function underTitle(
  body: DomElement,
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  { title }: LeadHints,
): readonly Block[] {
  if (proseLength([...kept]) >= LITTLE) return [];
  if (kept.size === 0) return allWords(blocks);
  const at = titleAmong(blocks, title);
  const after = at === undefined ? [] : blocks.slice(at + 1);
  if (at === undefined || after.some((block) => kept.has(block))) return [];
  const said = after.filter(
    (block) => !isLinks(block) && block.level === undefined && !isAside(block.text),
  );
  let around = blocks[at]?.element ?? body;
  while (around !== body && !said.some(({ element }) => isInside(element, around))) {
    around = around.parentElement ?? body;
  }
  return said.filter(({ element }) => isInside(element, around));
}

/** Of a page in which nothing was found, unless it is a list of links. */
function allWords(blocks: readonly Block[]): readonly Block[] {
  const words = blocks.filter((block) => !isLinks(block) && !isAside(block.text));
  const length = (of: readonly Block[]) => of.reduce((sum, { text }) => sum + text.length, 0);
  return length(words) * 2 > length(blocks) ? words : [];
}

/** What stands above the text of a page with a few lines and is none of it: its site's name, a menu. */
export function aboveText(
  document: DomDocument,
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  { title }: LeadHints,
): readonly Block[] {
  if (proseLength([...kept]) >= LITTLE) return [];
  const site = siteNames(document);
  const isHead = (block: Block): boolean =>
    isLinks(block) ||
    (block.text.length <= LINE && (site.has(comparable(block.text)) || isNamed(block.element)));
  const at = titleAmong(blocks, title);
  const heading = at === undefined ? undefined : blocks[at]?.element;
  const first = blocks.findIndex((block) => kept.has(block) && !isHead(block));
  const above = blocks.filter((block, index) => {
    if (!kept.has(block) || (heading !== undefined && isAround(block, heading))) return false;
    if (at === undefined || at > first + MOST_ABOVE) return index < first;
    if (index === at) return block.level === undefined;
    return index < at && (isHead(block) || !isLead(block));
  });
  const rest = [...kept].filter((block) => !above.includes(block));
  return rest.some(({ text }) => hasWords(text)) ? above : [];
}

/** Lines between a site's name and the title of what it says. */
const MOST_ABOVE = 6;

/** The first heading that is the title or has it, an h1 before others, or a line that is the title. */
function titleAmong(blocks: readonly Block[], title: string | undefined): number | undefined {
  const words = comparable(title ?? '');
  if (words === '') return undefined;
  const isTitle = ({ text }: Block): boolean => {
    const own = comparable(text);
    return own.length > 3 && (words.includes(own) || own.includes(words));
  };
  const found = [
    blocks.findIndex((block) => block.level === 1 && isTitle(block)),
    blocks.findIndex((block) => block.level !== undefined && isTitle(block)),
    blocks.findIndex(({ text }) => comparable(text) === words),
  ];
  return found.find((at) => at >= 0);
}

/** The names that a page's `title` and metadata may give its site by. */
function siteNames(document: DomDocument): ReadonlySet<string> {
  const title = oneLine(document.querySelector('title')?.textContent ?? '');
  const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  const parts = title.split(/ [|–—·•»«:-] |: /);
  return new Set([site ?? '', ...(parts.length > 1 ? parts : [])].map(comparable));
}

function isNamed(element: DomElement): boolean {
  const names = (of: DomElement | null) =>
    `${of?.getAttribute('class') ?? ''} ${of?.getAttribute('id') ?? ''}`;
  return NAMES_SITE.test(names(element)) || NAMES_SITE.test(names(element.parentElement));
}

function isAround({ element }: Block, heading: DomElement): boolean {
  return element !== heading && isInside(heading, element);
}
