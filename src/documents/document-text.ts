import type { Root } from 'mdast';
import type { DocumentText } from './block.js';
import { layOut } from './lay-out.js';
import { leavesOfTree } from './leaves-of-tree.js';
import { refine } from './refine.js';

/**
 * The text of a document as it is stored and quoted, and the blocks in it: headings on lines of
 * their own, lists as "- item", nested ones indented, tables a row a line, code as it is, and a
 * blank line between blocks. `text.slice(start, end)` is a block's words.
 */
export function documentText(tree: Root): DocumentText {
  return layOut(refine(leavesOfTree(tree)));
}
