import { groupBy } from '../../../text/group-by.js';
import type { PdfLine } from './lines.js';
import { isListItem } from './paragraphs.js';

/** A marker and its item stand on one line, give or take this share of the letter size. */
const SAME_LINE = 0.3;
/** A marker is no further from its item than so many letter sizes. */
const FARTHEST = 4;

/**
 * Lines with the markers of lists in them, which some programs write apart, after the whole page:
 * each stands before the line on its right. Numbers without a point that count are markers too.
 */
export function withMarkers(lines: readonly PdfLine[]): PdfLine[] {
  const markers = lines.filter(isMarker);
  if (markers.length === 0) return counted(lines.map(asItem));
  const byPage = groupBy(
    lines.filter((line) => !isMarker(line)),
    ({ page }) => page,
  );
  const marked = new Map<PdfLine, PdfLine>();
  for (const marker of markers) {
    const beside = (byPage.get(marker.page) ?? []).filter(
      (line) =>
        Math.abs(line.y - marker.y) < SAME_LINE * line.size &&
        line.left >= marker.right - 1 &&
        line.left - marker.right < FARTHEST * line.size,
    );
    const [nearest] = beside.sort((one, other) => one.left - other.left);
    if (nearest !== undefined && !marked.has(nearest)) marked.set(nearest, marker);
  }
  const used = new Set(marked.values());
  const whole = lines.flatMap((line): PdfLine[] => {
    const marker = marked.get(line);
    if (marker !== undefined) return [{ ...line, ...joined(line, marker.text, marker.left) }];
    return used.has(line) ? [] : [asItem(line)];
  });
  return counted(whole);
}

function isMarker({ text }: PdfLine): boolean {
  return text.length <= 4 && isListItem(`${text} `);
}

/** A marker and the words of its item are no cells of a row. */
function asItem(line: PdfLine): PdfLine {
  const [marker, words] = line.segments;
  if (line.segments.length !== 2 || marker === undefined || words === undefined) return line;
  return isListItem(`${marker.text} `) && marker.text.length <= 4
    ? { ...line, ...joined({ ...line, text: words.text }, marker.text, marker.left) }
    : line;
}

function joined(
  { text, segments, font }: PdfLine,
  marker: string,
  left: number,
): Pick<PdfLine, 'text' | 'left' | 'font' | 'segments'> {
  const words = `${marker} ${text}`;
  const right = segments.at(-1)?.right ?? left;
  const own = segments.at(-1)?.font ?? font;
  return { text: words, left, font: own, segments: [{ text: words, left, right, font: own }] };
}

/** How many lines an item has at most between two numbers. */
const WITHIN = 8;

/** `1`, `2`, `3` before words that stand apart from them, one below the other. */
function counted(lines: readonly PdfLine[]): PdfLine[] {
  const numbers = lines.map(({ segments: [first, words, ...more] }) =>
    first !== undefined && words !== undefined && more.length === 0 && /^\d{1,2}$/.test(first.text)
      ? { number: Number(first.text), left: first.left, words: words.text }
      : undefined,
  );
  return lines.map((line, at) => {
    const own = numbers[at];
    if (own === undefined) return line;
    const isBeside = (step: 1 | -1): boolean => {
      for (let by = 1; by <= WITHIN; by++) {
        const other = numbers[at + by * step];
        if (other === undefined) continue;
        return other.number === own.number + step && Math.abs(other.left - own.left) < line.size;
      }
      return false;
    };
    const counts = own.number === 1 ? isBeside(1) : isBeside(-1);
    // A sentence or a phrase, not one cell's number or name.
    return counts && /\s|[.!?]$/.test(own.words)
      ? { ...line, ...joined({ ...line, text: own.words }, `${own.number}.`, own.left) }
      : line;
  });
}
