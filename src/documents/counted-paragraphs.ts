import type { Leaf } from './leaf.js';

/** `1. `, `2) `, `(3) `: how a paragraph counts itself. */
const COUNTED = /^\(?(\d{1,3})[.)]\s(?=\S)/u;
/** Two suffice in brackets, which begin clauses and little else. */
const FEWEST = { bare: 3, bracketed: 2 };

/** Paragraphs that count 1, 2, 3 are the items of a list, as the clauses of statutes are. */
export function countedParagraphs(leaves: readonly Leaf[]): Leaf[] {
  const told = [...leaves];
  let list = leaves.reduce((next, { item }) => Math.max(next, (item?.list ?? -1) + 1), 0);
  for (let from = 0; from < leaves.length; from++) {
    const length = runFrom(leaves, from);
    const fewest = leaves[from]?.text.startsWith('(') === true ? FEWEST.bracketed : FEWEST.bare;
    if (length < fewest) continue;
    for (const [offset, leaf] of leaves.slice(from, from + length).entries()) {
      told[from + offset] = itemOf(leaf, list);
    }
    list++;
    from += length - 1;
  }
  return told;
}

function runFrom(leaves: readonly Leaf[], from: number): number {
  let length = 0;
  for (;;) {
    const leaf = leaves[from + length];
    const isNext =
      leaf?.kind === 'paragraph' &&
      leaf.inside === undefined &&
      leaf.isAside !== true &&
      leaf.text.startsWith('(') === leaves[from]?.text.startsWith('(') &&
      Number(COUNTED.exec(leaf.text)?.[1]) === length + 1;
    if (!isNext) return length;
    length++;
  }
}

function itemOf(leaf: Leaf, list: number): Leaf {
  const label = COUNTED.exec(leaf.text)?.[0].length ?? 0;
  const marker = leaf.text.slice(0, label).trimEnd();
  return { ...leaf, kind: 'item', label, item: { list, depth: 0, marker, ordered: true } };
}
