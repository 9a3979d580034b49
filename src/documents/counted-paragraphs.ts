import { countedItems } from './counted-items.js';
import type { Leaf } from './leaf.js';

/** `1. `, `2) `, `(3) `, `4️⃣ `: how a paragraph counts itself. */
const COUNTED = /^\(?(\d{1,3}(?=[.)]\s)|(?:\d\uFE0F?\u20E3){1,2}|🔟)[.:)]?\s{0,2}(?=\S)/u;
/** Two suffice in brackets, which begin clauses and little else. */
const FEWEST = { bare: 3, bracketed: 2 };

/** Paragraphs that count 1, 2, 3 are the items of a list, as the clauses of statutes are. */
export function countedParagraphs(leaves: readonly Leaf[]): Leaf[] {
  return countedItems(leaves, {
    pattern: COUNTED,
    belongs: (leaf, first) =>
      leaf.kind === 'paragraph' &&
      leaf.inside === undefined &&
      leaf.isAside !== true &&
      isBracketed(leaf) === isBracketed(first),
    fewest: (first) => (isBracketed(first) ? FEWEST.bracketed : FEWEST.bare),
    itemOf: (leaf, { item, label }) => ({ ...leaf, kind: 'item', label, item }),
  });
}

function isBracketed({ text }: Leaf): boolean {
  return text.startsWith('(');
}
