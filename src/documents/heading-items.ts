import { countedItems } from './counted-items.js';
import type { Leaf } from './leaf.js';

/** `1. `, `Rule 2: `, `#3) `: how a heading counts itself. */
const COUNTED = /^(?:\p{L}{2,12} )?[(#]{0,2}(\d{1,3})[.):]{1,2}\s(?=\S)/u;
const FEWEST = 3;

/** Headings that count 1, 2, 3 with nothing below them are the items of a list, set in large letters. */
export function headingItems(leaves: readonly Leaf[]): Leaf[] {
  return countedItems(leaves, {
    pattern: COUNTED,
    belongs: (leaf, first) => leaf.kind === 'heading' && leaf.level === first.level,
    fewest: () => FEWEST,
    itemOf: ({ text, at, isAside }, { item, label, first }) => ({
      kind: 'item',
      text,
      at,
      isAside,
      label,
      follows: !first,
      item,
    }),
  });
}
