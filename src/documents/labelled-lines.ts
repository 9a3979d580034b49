import type { Leaf } from './leaf.js';

const FEWEST = 3;
/** Longer lines are prose that happens to open with a few words and a colon. */
const LONGEST = 240;
const LABEL = /^([\p{L}\p{N}@#/!][^.:!?–—|\n]{0,31}?)(?:: | [–—-] )(?=\S)/u;

/** A line with what tells whether it stands right below the one before it. */
export interface LabelledLine {
  readonly text: string;
  readonly follows: boolean;
}

/**
 * Which lines stand among others that each begin with a label of their own, "Skiff: two seats":
 * three or more with no blank line between.
 */
export function areLabelled(lines: readonly LabelledLine[]): boolean[] {
  const told = lines.map(() => false);
  let run: number[] = [];
  let seen = new Set<string>();
  const close = (): void => {
    if (run.length >= FEWEST) for (const at of run) told[at] = true;
    run = [];
    seen = new Set();
  };
  lines.forEach(({ text, follows }, at) => {
    const label = text.length > LONGEST ? undefined : LABEL.exec(text)?.[1]?.toLowerCase();
    if (!follows || label === undefined || seen.has(label)) close();
    if (label === undefined) return;
    seen.add(label);
    run.push(at);
  });
  close();
  return told;
}

/** Lines that each begin with a label are the items of a list. */
export function labelledLines(leaves: readonly Leaf[]): Leaf[] {
  const lines = leaves.map((leaf, at) => ({
    text: isLine(leaf) ? leaf.text : '',
    follows: standsBelow(leaf, leaves[at - 1]),
  }));
  const isItem = areLabelled(lines);
  const next = leaves.reduce((list, { item }) => Math.max(list, (item?.list ?? -1) + 1), 0);
  let list = next - 1;
  return leaves.map((leaf, at): Leaf => {
    if (isItem[at] !== true) return leaf;
    if (isItem[at - 1] !== true || lines[at]?.follows !== true) list++;
    return { ...leaf, kind: 'item', item: { list, depth: 0, marker: '', ordered: false } };
  });
}

function isLine({ kind, text, inside, isAside, bold = [] }: Leaf): boolean {
  const isPlain = kind === 'paragraph' && inside === undefined && isAside !== true;
  // The label itself may be in bold.
  const label = LABEL.exec(text)?.[0].length ?? 0;
  return isPlain && bold.every(({ end }) => end <= label) && !text.includes('\n');
}

function standsBelow({ at, follows }: Leaf, before: Leaf | undefined): boolean {
  if (before === undefined) return false;
  if (at === undefined || before.at === undefined) return follows === true;
  return at === before.at + before.text.length + 1;
}
