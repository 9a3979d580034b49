import type { Block } from '../documents/block.js';
import type { Span } from '../text/span.js';

/** As items begin, in any source: `1.` `(ii)` `a)` `-` `•`. */
const MARKER = /^(?:\(?(?:\p{N}{1,4}|[a-z]|[ivxlc]{1,6})[.):]*\)?|[-–—*+#•◦▪‣·]+)$/iu;

/**
 * Whether a stretch of an article says nothing by itself: a heading, a question of the document, the
 * names of columns, a list's marker, or what stands between blocks.
 */
export function isBare(text: string, blocks: readonly Block[], span: Span): boolean {
  const words = text.slice(span.start, span.end).trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  const says = blocks.filter(
    (block) =>
      block.start < span.end &&
      block.end > span.start &&
      block.kind !== 'heading' &&
      block.kind !== 'question' &&
      !(block.kind === 'row' && block.header),
  );
  if (says.length === 0) return true;
  // A cell, or a turn, may be a single number or letter; a list's item that is one is its marker.
  return (
    MARKER.test(words) && !says.some(({ start, end }) => start >= span.start && end <= span.end)
  );
}
