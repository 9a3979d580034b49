import type { PdfLine } from './lines.js';

/** Words that stand in one place: a cell of a row, or the lines of a paragraph. */
export interface PdfBox {
  readonly page: number;
  readonly texts: readonly string[];
  readonly font: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of each of its lines. */
  readonly baselines: readonly number[];
}

/** Boxes beside each other, with the lines that they are from. */
export interface PdfRow {
  readonly boxes: readonly PdfBox[];
  readonly lines: readonly PdfLine[];
}

interface Part extends PdfBox {
  readonly line: PdfLine;
  /** Others stand on the same line of the file. */
  readonly isBeside: boolean;
}

const SAME_LEFT = 2;
/** Lines of a cell are no further apart than so many letter sizes. */
const LINE_GAP = 1.6;

/**
 * Rows of boxes, in the order of the file. A program writes a row cell by cell, each with its lines,
 * or line by line; cells of a row need not begin at the same height.
 */
export function pdfRows(lines: readonly PdfLine[]): PdfRow[] {
  const rows: { boxes: Part[][]; lines: Set<PdfLine> }[] = [];
  for (const part of partsOf(lines)) {
    const row = rows.at(-1);
    const box = row?.boxes.at(-1);
    if (row !== undefined && box !== undefined && goesOn(box, part)) box.push(part);
    else if (row !== undefined && isBeside(row.boxes, part)) row.boxes.push([part]);
    else if (row !== undefined && box !== undefined && isCut(box, part)) {
      // What was taken for the cell's first lines is text above the row.
      const first = box.pop();
      rows.push({ boxes: [first === undefined ? [] : [first], [part]], lines: new Set() });
      row.lines.delete(part.line);
    } else rows.push({ boxes: [[part]], lines: new Set() });
    rows.at(-1)?.lines.add(part.line);
  }
  return rows.map(({ boxes, lines: own }) => ({ boxes: boxes.map(boxOf), lines: [...own] }));
}

function partsOf(lines: readonly PdfLine[]): Part[] {
  return lines.flatMap((line) =>
    line.segments.map(({ text, left, right, font }): Part => {
      const { page, y, size } = line;
      const isBeside = line.segments.length > 1;
      const place = { left, right, top: y - size, bottom: y, baselines: [y] };
      return { page, texts: [text], font, size, ...place, line, isBeside };
    }),
  );
}

function boxOf(parts: readonly Part[]): PdfBox {
  const [first] = parts;
  const of = (pick: (part: Part) => number): number[] => parts.map(pick);
  return {
    page: first?.page ?? 0,
    texts: parts.flatMap(({ texts }) => texts),
    font: parts.every(({ font }) => font === first?.font) ? (first?.font ?? '') : '',
    size: first?.size ?? 0,
    left: Math.min(...of(({ left }) => left)),
    right: Math.max(...of(({ right }) => right)),
    top: Math.min(...of(({ top }) => top)),
    bottom: Math.max(...of(({ bottom }) => bottom)),
    baselines: of(({ bottom }) => bottom),
  };
}

/** The next line of the same cell or paragraph. */
function goesOn(box: readonly Part[], part: Part): boolean {
  const last = box.at(-1);
  const [first] = box;
  if (last === undefined || first === undefined || last.page !== part.page) return false;
  const gap = part.bottom - last.bottom;
  if (gap <= 0 || gap > LINE_GAP * part.size) return false;
  const isUnder =
    Math.abs(part.left - last.left) <= SAME_LEFT ||
    Math.abs(part.right - last.right) <= SAME_LEFT ||
    Math.abs(part.left + part.right - last.left - last.right) <= 2 * SAME_LEFT;
  if (!isUnder) return false;
  // A line with others beside it is a row of its own, unless it plainly goes on with a sentence.
  if (part.isBeside) return !last.isBeside && /^\p{Ll}/u.test(part.texts[0] ?? '');
  return !last.isBeside;
}

/** To the right of the row's boxes, and not below all of them. */
function isBeside(boxes: readonly (readonly Part[])[], part: Part): boolean {
  const all = boxes.flat();
  return (
    all.every(({ page, right }) => page === part.page && part.left > right) &&
    all.some(({ top, bottom }) => part.top < bottom && part.bottom > top)
  );
}

/** Beside the last line of a box that is wider above. */
function isCut(box: readonly Part[], part: Part): boolean {
  const last = box.at(-1);
  return box.length > 1 && last?.line === part.line && part.left > last.right;
}
