import { boldLead } from './inline.js';
import type { Leaf } from './leaf.js';

const LONGEST = 60;
/** What stands between a term and what is said of it. */
const AFTER_BOLD = /^(?:\s?[:：]|\s[–—-]\s)/u;
const PLAIN = /^([^.:!?;–—\s][^.:!?;–—]{0,59}?)(?:: | [–—-] )/u;

/**
 * Items that begin with what they are about: in bold, or if all items of the list do so, before a
 * colon or a dash.
 */
export function terms(leaves: readonly Leaf[]): Leaf[] {
  const lists = new Map<number, { items: number; terms: number }>();
  for (const leaf of leaves) {
    if (leaf.item === undefined) continue;
    const { items, terms } = lists.get(leaf.item.list) ?? { items: 0, terms: 0 };
    const count = plainTerm(leaf) === undefined ? 0 : 1;
    lists.set(leaf.item.list, { items: items + 1, terms: terms + count });
  }
  const places = new Map<object, Leaf['item']>();
  const marked = leaves.map((leaf): Leaf => {
    const { item } = leaf;
    if (item === undefined || item.term !== undefined) return leaf;
    const { items = 0, terms = 0 } = lists.get(item.list) ?? {};
    const term = boldTerm(leaf) ?? (items > 1 && terms === items ? plainTerm(leaf) : undefined);
    if (term === undefined) return leaf;
    const place = { ...item, term };
    places.set(item, place);
    return { ...leaf, item: place };
  });
  return marked.map((leaf) =>
    leaf.inside === undefined ? leaf : { ...leaf, inside: places.get(leaf.inside) ?? leaf.inside },
  );
}

/** Ends of terms, counted from the beginning of the leaf's text. */
function boldTerm({ text, bold = [], label = 0 }: Leaf): number | undefined {
  const lead = boldLead({ text, bold });
  if (lead <= label || lead > label + LONGEST) return undefined;
  if (/[:：]$/u.test(text.slice(0, lead))) return lead - 1;
  return AFTER_BOLD.test(text.slice(lead)) ? lead : undefined;
}

function plainTerm({ text, label = 0 }: Leaf): number | undefined {
  const term = PLAIN.exec(text.slice(label, label + LONGEST + 5))?.[1];
  return term === undefined ? undefined : label + term.length;
}
