import type { ItemPlace, Leaf } from './leaf.js';
import { asks } from './questions.js';

/** A list whose items each ask, and have the answer below, is no list but questions and answers. */
export function questionLists(leaves: readonly Leaf[]): Leaf[] {
  const lists = new Map<number, boolean>();
  leaves.forEach(({ item, text }, index) => {
    if (item === undefined) return;
    const answered = asks(text) && leaves[index + 1]?.inside === item;
    lists.set(item.list, answered && lists.get(item.list) !== false);
  });
  const isOfQuestions = (item: ItemPlace | undefined): boolean =>
    item !== undefined && item.depth === 0 && lists.get(item.list) === true;
  return leaves.map((leaf): Leaf => {
    if (isOfQuestions(leaf.item)) return question(leaf);
    return isOfQuestions(leaf.inside) ? { ...leaf, inside: undefined } : leaf;
  });
}

function question({ item, ...leaf }: Leaf): Leaf {
  const base = { ...leaf, kind: 'question', follows: false } as const;
  if (item === undefined || leaf.label !== undefined || item.marker === '') return base;
  // The marker stays in the text, before the question.
  const label = item.marker.length + 1;
  return { ...base, text: `${item.marker} ${leaf.text}`, label, bold: undefined };
}
