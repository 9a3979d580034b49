import type { ItemPlace, Leaf } from './leaf.js';
import { numberOfSign } from './signs.js';

export interface Counted {
  /** How a leaf counts itself, at its beginning: the first group is the number. */
  readonly pattern: RegExp;
  /** Whether a leaf can be of the same list as the first. */
  readonly belongs: (leaf: Leaf, first: Leaf) => boolean;
  /** So many that count on make a list. */
  readonly fewest: (first: Leaf) => number;
  readonly itemOf: (leaf: Leaf, place: CountedPlace) => Leaf;
}

export interface CountedPlace {
  readonly item: ItemPlace;
  /** Letters of the number and what stands around it. */
  readonly label: number;
  readonly first: boolean;
}

/** Leaves that count 1, 2, 3 one after the other, as the items of a list of their own. */
export function countedItems(leaves: readonly Leaf[], counted: Counted): Leaf[] {
  const told = [...leaves];
  let list = leaves.reduce((next, { item }) => Math.max(next, (item?.list ?? -1) + 1), 0);
  for (let from = 0; from < leaves.length; from++) {
    const first = leaves[from];
    const run = runFrom(leaves, from, counted);
    if (first === undefined || run.length < counted.fewest(first)) continue;
    for (const [offset, leaf] of run.entries()) {
      const label = counted.pattern.exec(leaf.text)?.[0].length ?? 0;
      const marker = leaf.text.slice(0, label).trimEnd();
      const item = { list, depth: 0, marker, ordered: true };
      told[from + offset] = counted.itemOf(leaf, { item, label, first: offset === 0 });
    }
    list++;
    from += run.length - 1;
  }
  return told;
}

function runFrom(leaves: readonly Leaf[], from: number, { pattern, belongs }: Counted): Leaf[] {
  const run: Leaf[] = [];
  for (;;) {
    const leaf = leaves[from + run.length];
    const [first = leaf] = run;
    if (leaf === undefined || first === undefined || !belongs(leaf, first)) return run;
    const sign = pattern.exec(leaf.text)?.[1];
    if (sign === undefined || numberOfSign(sign) !== run.length + 1) return run;
    run.push(leaf);
  }
}
