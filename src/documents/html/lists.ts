import type { Element } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { ListItem, Paragraph } from 'mdast';
import { wordsOf, phrasingOf } from './phrasing.js';
import { isElement, propertiesOf } from './properties.js';

/** Parts of an item that are longer are paragraphs of their own. */
const LONGEST_PART = 40;
const LONGEST_ITEM = 160;

/** A list numbered as its elements say. */
export const list: Handle = (state, element) => {
  const made = defaultHandlers.ol(state, element);
  const { type } = propertiesOf(element);
  if (type === undefined || !/^[aAiI]$/.test(type)) return made;
  return { ...made, data: { numbering: type as 'a' | 'A' | 'i' | 'I' } };
};

/** An item; short parts of it side by side, as an amount and what there is of it, are one line. */
export const listItem: Handle = (state, element) => {
  const box = element.children.find((child) => !isBlank(child));
  const isBox = isElement(box) && box.tagName === 'input' && propertiesOf(box).type === 'checkbox';
  const children = joinParts(state.toFlow(state.all(element)));
  const checked = isBox ? propertiesOf(box).checked !== undefined : null;
  return { type: 'listItem', checked, children } satisfies ListItem;
};

function isBlank(node: Element['children'][number]): boolean {
  return node.type !== 'element' && !(node.type === 'text' && node.value.trim() !== '');
}

type Flow = ListItem['children'];

/** One paragraph of some short ones that are parts of a line. */
export function joinParts(children: Flow): Flow {
  if (children.length < 2 || !children.every((child) => child.type === 'paragraph'))
    return children;
  const parts = children.map((child) => wordsOf(child.children));
  const areParts =
    parts.every((part) => part.length <= LONGEST_PART && !/[.!?:;]["”’)]*$/.test(part)) &&
    parts.join(' ').length <= LONGEST_ITEM;
  if (!areParts) return children;
  const joined: Paragraph = { type: 'paragraph', children: phrasingOf(children) };
  return [joined];
}
