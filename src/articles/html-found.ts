import { Readability } from '@mozilla/readability';
import type { Block } from './html-blocks.js';
import { isProse, proseLength } from './html-blocks.js';
import { isText, type DomDocument, type DomElement, type DomNode } from './dom.js';
import { isNamedByHeading, withoutDescriptions } from './html-names.js';

/** Numbers a block, so that it is known again in what Readability makes of a copy. */
const NUMBER = 'data-newsdesk-block';
/** A wrapper with more than this share of the page's prose is judged without its names. */
const WRAPPER_SHARE = 0.5;
/** Characters; an address of a page or a picture may have as many, nothing else that is judged by. */
const LONGEST_ATTRIBUTE = 2_000;

/**
 * Which of a page's blocks Readability takes for its article. It judges elements by their names as
 * well; those around most of the page's prose lose theirs first.
 */
export function foundByReadability(
  document: DomDocument,
  blocks: readonly Block[],
): ReadonlySet<Block> {
  blocks.forEach(({ element }, index) => {
    element.setAttribute(NUMBER, String(index));
  });
  const copy = document.cloneNode(true);
  for (const wrapper of wrappers(copy, blocks)) {
    wrapper.removeAttribute('class');
    wrapper.removeAttribute('id');
  }
  // Readability takes "share-a-folder" and "has-sharing" for a bar of buttons.
  for (const element of copy.querySelectorAll('section[id], div[id]')) {
    if (isNamedByHeading(element)) element.removeAttribute('id');
  }
  for (const element of copy.querySelectorAll('[class]')) {
    const name = element.getAttribute('class') ?? '';
    const own = withoutDescriptions(name);
    if (own !== name) element.setAttribute('class', own);
  }
  withoutEntities(copy);
  withoutLongAttributes(copy);
  const content = mainElement(copy);
  const numbered = [...(content?.querySelectorAll(`[${NUMBER}]`) ?? [])];
  return new Set(numbered.flatMap((element) => blocks[Number(element.getAttribute(NUMBER))] ?? []));
}

function mainElement(copy: DomDocument): DomElement | undefined {
  try {
    // Readability's types speak of a browser's Document, which these types stand in for.
    const found: unknown = new Readability<unknown>(copy, {
      serializer: (node: unknown) => node,
      disableJSONLD: true,
    }).parse();
    return (found as { readonly content?: DomElement | null } | null)?.content ?? undefined;
  } catch (error) {
    // To begin again it sets innerHTML, for which linkedom gives siblings as arguments: some 100,000
    // fill the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * To begin again Readability writes the page out and reads it, in which each "&amp;" becomes a text
 * node of its own: a hundred thousand of them take seconds. What it judges by is none of these.
 */
function withoutEntities(copy: DomDocument): void {
  const open: DomNode[] = copy.body === null ? [] : [copy.body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) node.textContent = (node.textContent ?? '').replace(/[<>&\u00a0]/g, ' ');
    else for (const child of node.childNodes) open.push(child);
  }
}

/**
 * Readability looks for names in attributes by expressions that take the square of their length, of
 * white space above all. What it judges by is short.
 */
function withoutLongAttributes(copy: DomDocument): void {
  for (const element of copy.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if ((element.getAttribute(name)?.length ?? 0) > LONGEST_ATTRIBUTE) {
        element.removeAttribute(name);
      }
    }
  }
  for (const meta of copy.querySelectorAll('meta')) {
    for (const name of ['name', 'property']) {
      const value = meta.getAttribute(name);
      if (value !== null) meta.setAttribute(name, value.replace(/\s+/g, ' '));
    }
  }
}

/** Elements of the copy that hold most of the page's prose. */
function wrappers(copy: DomDocument, blocks: readonly Block[]): DomElement[] {
  const most = WRAPPER_SHARE * proseLength(blocks);
  const inside = new Map<DomElement, number>();
  for (const element of copy.querySelectorAll(`[${NUMBER}]`)) {
    const block = blocks[Number(element.getAttribute(NUMBER))];
    if (block === undefined || !isProse(block)) continue;
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      inside.set(around, (inside.get(around) ?? 0) + block.text.length);
    }
  }
  return [...inside].flatMap(([element, length]) => (length > most ? [element] : []));
}
