import type { Root, RootContent } from 'mdast';
import type { DocumentText } from '../documents/block.js';
import { documentText } from '../documents/document-text.js';
import { htmlTree } from '../documents/html/tree.js';
import { wordsOf } from '../documents/html/phrasing.js';
import type { DomElement } from './dom.js';
import { hastOf } from './html-hast.js';
import { withoutMenus } from './html-menus.js';

/** A short paragraph that begins like this invites to something, and says nothing. */
const INVITATION =
  /^(?:share(?: this)?|tweet|print|advertisement|sponsored|related|read (?:more|also|next)|see also|also read|more (?:on|from)|most read|sign up|subscribe|follow us|recommended|trending|comments?|skip to)\b/i;
const MAX_INVITATION = 100;

/**
 * An element's text as a person reads it, with its blocks. A heading that repeats the title is left
 * out, as are invitations, menus, and headings with nothing under them.
 */
export function htmlDocument(root: DomElement, title?: string): DocumentText {
  const { children } = htmlTree(hastOf(root));
  return documentText({ type: 'root', children: withoutFurniture(children, title) });
}

function withoutFurniture(
  nodes: readonly RootContent[],
  title: string | undefined,
): Root['children'] {
  const kept = withoutMenus(nodes).filter((node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return true;
    const words = wordsOf(node.children);
    return !(node.type === 'heading' && words === title) && !isInvitation(words);
  });
  while (kept.at(-1)?.type === 'heading') kept.pop();
  return kept;
}

function isInvitation(text: string): boolean {
  return (
    text.length <= MAX_INVITATION &&
    INVITATION.test(text) &&
    // "Comments by the minister were met with anger." is a sentence.
    (/^[^.!?]{0,40}:/.test(text) || !/[.!?]["'”’)]*$/.test(text))
  );
}
