import type { Span } from '../text/span.js';
import type { PhrasingContent, RootContent } from 'mdast';

/** A paragraph's words as one string, and what of it is set in bold. */
export interface Inline {
  readonly text: string;
  readonly bold: readonly Span[];
}

/** The words of a paragraph; its line breaks stay, other white space is one space. */
export function inlineOf(nodes: readonly PhrasingContent[]): Inline {
  const words = new Words();
  // A list of what is still to do instead of recursion: foreign markup nests as deep as it likes.
  const pending: { node: RootContent; strong: boolean }[] = [];
  const push = (children: readonly RootContent[], strong: boolean): void => {
    for (const node of children.toReversed()) pending.push({ node, strong });
  };
  push(nodes, false);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, strong } = next;
    if (node.type === 'text') words.add(node.value.replaceAll('\n', ' '), strong);
    else if (node.type === 'inlineCode') words.add(node.value, strong);
    else if (node.type === 'break') words.add('\n', strong);
    else if (node.type === 'html') words.add(isLineBreak(node.value) ? '\n' : '', strong);
    else if ('children' in node) push(node.children, strong || node.type === 'strong');
  }
  return words.end();
}

/** The inline's stretch, as an inline of its own. */
export function sliceInline({ text, bold }: Inline, start: number, end: number): Inline {
  return {
    text: text.slice(start, end),
    bold: bold.flatMap((span) => {
      const from = Math.max(span.start, start) - start;
      const to = Math.min(span.end, end) - start;
      return from < to ? [{ start: from, end: to }] : [];
    }),
  };
}

/** How many letters at the beginning are bold; marks before and between count as well. */
export function boldLead({ text, bold }: Inline): number {
  let lead = 0;
  for (const { start, end } of bold) {
    if (/[\p{L}\p{N}]/u.test(text.slice(lead, start))) break;
    lead = end;
  }
  return lead;
}

/** Other markup in a line of Markdown has no words. */
function isLineBreak(html: string): boolean {
  return /^<br[\s/>]/i.test(html);
}

/** White space as HTML collapses it: a no-break space is none. */
const PARTS = /[ \t\r\n\f]+|[^ \t\r\n\f]+/g;

class Words {
  private readonly parts: string[] = [];
  private readonly bold: { start: number; end: number }[] = [];
  private length = 0;
  /** White space that is written when a word comes after it. */
  private space: '' | ' ' | '\n' = '';

  add(piece: string, strong: boolean): void {
    for (const [part] of piece.matchAll(PARTS)) {
      if (!/^[ \t\r\n\f]/.test(part)) this.word(part, strong);
      else if (part.includes('\n')) this.space = '\n';
      else if (this.space === '') this.space = ' ';
    }
  }

  end(): Inline {
    return { text: this.parts.join(''), bold: this.bold };
  }

  private word(part: string, strong: boolean): void {
    if (this.length > 0) this.write(this.space);
    this.space = '';
    const start = this.length;
    this.write(part);
    if (!strong) return;
    const last = this.bold.at(-1);
    if (last !== undefined && last.end >= start - 1) last.end = this.length;
    else this.bold.push({ start, end: this.length });
  }

  private write(part: string): void {
    this.parts.push(part);
    this.length += part.length;
  }
}
