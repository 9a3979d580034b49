import type { Root } from 'mdast';
import { isBoilerplate } from '../text/boilerplate.js';
import type { DocumentText } from './block.js';
import { layOut } from './lay-out.js';
import type { Leaf } from './leaf.js';
import { leavesOfTree } from './leaves-of-tree.js';
import { asks } from './questions.js';

/**
 * The text of a document as it is stored and quoted, and the blocks in it: headings on lines of
 * their own, lists as "- item", nested ones indented, tables a row a line, code as it is, and a
 * blank line between blocks. `text.slice(start, end)` is a block's words.
 */
export function documentText(tree: Root): DocumentText {
  return layOut(refine(leavesOfTree(tree)));
}

/** What the leaves are to each other. */
export function refine(leaves: readonly Leaf[]): Leaf[] {
  return leaves.map((leaf): Leaf => {
    if (leaf.kind === 'heading' && asks(leaf.text)) return { ...leaf, kind: 'question' };
    const mayBeAside = leaf.kind === 'paragraph' || leaf.kind === 'heading';
    return mayBeAside && isBoilerplate(leaf.text) ? { ...leaf, isAside: true } : leaf;
  });
}
