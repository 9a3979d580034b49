import type { ItemPlace, Leaf } from './leaf.js';
import { pictureLead } from './signs.js';

const FEWEST = 3;
/** Longer paragraphs are prose that a picture only adorns. */
const LONGEST = 240;
/** A shorter line above longer ones, all with pictures, heads them: "🎭 Roles". */
const HEADING_WORDS = 4;

/** Lines that each begin with a picture are the items of a list, as chats write them. */
export function pictureItems(leaves: readonly Leaf[]): Leaf[] {
  const told = [...leaves];
  let list = leaves.reduce((next, { item }) => Math.max(next, (item?.list ?? -1) + 1), 0);
  for (let from = 0; from < leaves.length; from++) {
    const run = runFrom(leaves, from);
    if (run.length < FEWEST) continue;
    const headed = headsOthers(run) ? 1 : 0;
    const first = leaves[from];
    if (headed === 1 && first !== undefined) {
      const above = headingBefore(leaves, from)?.level;
      // One of the document's own sections, not a part of the one before.
      const level = above === 1 ? undefined : above;
      told[from] = { ...first, kind: 'heading', level };
    }
    run.slice(headed).forEach((leaf, offset) => {
      const label = pictureLead(leaf.text);
      const marker = leaf.text.slice(0, label).trimEnd();
      const item: ItemPlace = { list, depth: 0, marker, ordered: false };
      told[from + headed + offset] = { ...leaf, kind: 'item', label, item };
    });
    list++;
    from += run.length - 1;
  }
  return told;
}

function runFrom(leaves: readonly Leaf[], from: number): Leaf[] {
  let to = from;
  for (let leaf = leaves[to]; leaf !== undefined && isPictured(leaf); leaf = leaves[to]) to++;
  return leaves.slice(from, to);
}

function headingBefore(leaves: readonly Leaf[], from: number): Leaf | undefined {
  for (let at = from - 1; at >= 0; at--) {
    if (leaves[at]?.kind === 'heading') return leaves[at];
  }
  return undefined;
}

function isPictured({ kind, text, inside, isAside }: Leaf): boolean {
  if (kind !== 'paragraph' || inside !== undefined || isAside === true) return false;
  const lead = pictureLead(text);
  return lead > 0 && lead < text.length && text.length <= LONGEST && !text.includes('\n');
}

function headsOthers([first, ...others]: readonly Leaf[]): boolean {
  const words = ({ text }: Leaf): number => text.slice(pictureLead(text)).split(' ').length;
  if (first === undefined || others.length < FEWEST - 1) return false;
  const own = words(first);
  const isPlain = !/[.!?:;,–—-]/u.test(first.text.slice(pictureLead(first.text)));
  return own <= HEADING_WORDS && isPlain && others.every((leaf) => words(leaf) > own);
}
