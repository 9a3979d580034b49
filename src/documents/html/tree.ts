import type { ElementContent } from 'hast';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { Nodes, Root } from 'mdast';
import '../tree.js';
import { definitions } from './definitions.js';
import { disclosure, headingOf, question } from './headings.js';
import { list, listItem } from './lists.js';
import { isBlock, phrasingOf } from './phrasing.js';
import { propertiesOf, QUESTION, rawText } from './properties.js';
import { table } from './table.js';

/**
 * Elements as Markdown's tree. Elements that nobody knows are inline, as in a browser; links,
 * pictures and controls are only their words, or nothing.
 */
export function htmlTree(content: readonly ElementContent[]): Root {
  const tree = toMdast({ type: 'root', children: [...content] }, { handlers, document: true });
  return rootOf(tree);
}

function rootOf(tree: Nodes): Root {
  return tree.type === 'root' ? tree : { type: 'root', children: [tree] };
}

const ignore: Handle = () => undefined;
const inline: Handle = (state, element) => state.all(element);
const flow: Handle = (state, element) => state.toFlow(state.all(element));

/** Bold, unless it is around blocks, where browsers and old pages mean no more than a style. */
const bold: Handle = (state, element) => {
  const children = state.all(element);
  return children.some(isBlock) ? children : { type: 'strong', children: phrasingOf(children) };
};

/** A link, unless it is around blocks, as where a whole teaser can be pressed. */
const link: Handle = (state, element) => {
  const children = state.all(element);
  const { href } = propertiesOf(element);
  return href === undefined || children.some(isBlock)
    ? children
    : { type: 'link', url: href, children: phrasingOf(children) };
};

/** A paragraph; one with blocks in it, as parsers leave it, is those blocks. */
const paragraph: Handle = (state, element) => {
  const children = state.all(element);
  return children.some(isBlock)
    ? state.toFlow(children)
    : { type: 'paragraph', children: phrasingOf(children) };
};

const heading: Handle = (state, element) => {
  const depth = Number(element.tagName.charAt(1));
  return headingOf(state.all(element), depth);
};

/** Divisions that say by a role or microdata what they are. */
const division: Handle = (state, element, parent) => {
  const { role, ariaLevel } = propertiesOf(element);
  if (role === 'heading') return headingOf(state.all(element), Number(ariaLevel ?? 2));
  return flow(state, element, parent);
};

/** Code as it is written; hast-util-to-mdast's own handler would look for its language too. */
const code: Handle = (_state, element) => ({
  type: 'code',
  value: rawText(element).replace(/^\n/, ''),
});

/** Elements of which only the words count. */
const INLINE =
  'abbr button code del em font i kbd label mark math q s samp strike tt u var output object';
/** Controls and pictures, which have no words that are the article's. */
const WORDLESS =
  'annotation annotation-xml img image input select textarea iframe svg video audio base wbr';

const handlers: Record<string, Handle> = {
  ...named(INLINE, inline),
  ...named(WORDLESS, ignore),
  ...named('h1 h2 h3 h4 h5 h6', heading),
  ...named('div section article', division),
  ...named('pre listing xmp plaintext', code),
  ...named('b strong', bold),
  ...named('p summary caption', paragraph),
  ...named('details button', disclosure),
  a: link,
  [QUESTION]: question,
  dl: definitions,
  li: listItem,
  ol: list,
  table,
  menu: list,
};

function named(names: string, handle: Handle): Record<string, Handle> {
  return Object.fromEntries(names.split(' ').map((name) => [name, handle]));
}
