import { groupBy } from '../../../text/group-by.js';
import type { PdfLine } from './lines.js';

/** Headers and footers are among a page's outermost lines. */
const EDGE_LINES = 3;
/** They may alternate between left and right pages, or begin with a chapter. */
const REPEATED_SHARE = 0.3;
/** The same header stands at the same height, give or take these points. */
const SAME_HEIGHT = 6;

const PAGE_NUMBER =
  /^[\s–—|-]*(?:(?:page|p\.|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von)\s*\d{1,4})?[\s–—|-]*$/i;

/** All lines of all pages, in order, without page numbers and headers and footers that repeat. */
export function withoutPageFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const edges = pages.map(edgeLines);
  const needed = Math.max(2, pages.length * REPEATED_SHARE);
  // What repeats is counted by its words, so that a search of all pages for each line is not needed.
  const byWords = groupBy(
    edges.flatMap(({ top, bottom }) => [...top, ...bottom]),
    words,
  );
  const repeats = (line: PdfLine) => {
    const alike = (byWords.get(words(line)) ?? []).filter(
      ({ y }) => Math.abs(y - line.y) <= SAME_HEIGHT,
    );
    return new Set(alike.map(({ page }) => page)).size >= needed;
  };
  const furniture = new Set<PdfLine>();
  for (const { top, bottom } of edges) {
    for (const line of [...top, ...bottom]) if (repeats(line)) furniture.add(line);
    for (const line of [top[0], bottom[0]]) {
      if (line !== undefined && PAGE_NUMBER.test(line.text)) furniture.add(line);
    }
  }
  return pages.flatMap((lines) => lines.filter((line) => !furniture.has(line)));
}

/** The outermost lines above and below, each from the edge inwards. */
function edgeLines(lines: readonly PdfLine[]): { top: PdfLine[]; bottom: PdfLine[] } {
  const byHeight = lines.toSorted((a, b) => a.y - b.y);
  return {
    top: byHeight.slice(0, EDGE_LINES),
    bottom: byHeight.slice(-EDGE_LINES).reverse(),
  };
}

/** A line's words with every number alike. */
function words({ text }: PdfLine): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}
