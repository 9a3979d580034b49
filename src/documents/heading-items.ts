import type { Leaf } from './leaf.js';

/** `1. `, `Rule 2: `, `#3) `: how a heading counts itself. */
const COUNTED = /^(?:\p{L}{2,12} )?[(#]{0,2}(\d{1,3})[.):]{1,2}\s(?=\S)/u;
const FEWEST = 3;

/** Headings that count 1, 2, 3 with nothing below them are the items of a list, set in large letters. */
export function headingItems(leaves: readonly Leaf[]): Leaf[] {
  const told = [...leaves];
  let list = leaves.reduce((next, { item }) => Math.max(next, (item?.list ?? -1) + 1), 0);
  for (let from = 0; from < leaves.length; from++) {
    const length = runFrom(leaves, from);
    if (length < FEWEST) continue;
    for (let at = from; at < from + length; at++) {
      const leaf = leaves[at];
      if (leaf !== undefined) told[at] = itemOf(leaf, list, at > from);
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
      leaf?.kind === 'heading' &&
      leaf.level === leaves[from]?.level &&
      Number(COUNTED.exec(leaf.text)?.[1]) === length + 1;
    if (!isNext) return length;
    length++;
  }
}

function itemOf({ text, at, isAside }: Leaf, list: number, follows: boolean): Leaf {
  const label = COUNTED.exec(text)?.[0].length ?? 0;
  const marker = text.slice(0, label).trimEnd();
  return {
    kind: 'item',
    text,
    at,
    isAside,
    label,
    follows,
    item: { list, depth: 0, marker, ordered: true },
  };
}
