import { cleanText } from '../text/clean.js';

/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3). */
type Matrix = readonly number[];

/** The part of a page of pdf.js that reading needs. */
export interface PdfPage {
  readonly pageNumber: number;
  getViewport(options: { readonly scale: number }): { readonly transform: Matrix };
  getTextContent(): Promise<{ readonly items: readonly (TextItem | object)[] }>;
}

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: Matrix;
}

/** A line of text as it is seen on a page; positions in points, y downwards from the page's top. */
export interface PdfLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
}

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The lines of a page, in the order in which the file writes them. Text at an angle is left out. */
export async function pageLines(page: PdfPage): Promise<PdfLine[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const lines: Piece[][] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const piece = place(item, transform);
    if (piece === undefined) continue;
    const line = lines.at(-1);
    if (line !== undefined && continues(line, piece)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((pieces) => toLine(pieces, page.pageNumber)).filter(({ text }) => text !== '');
}

/** Where a piece stands on the page as it is shown; undefined where it does not run to the right. */
function place(
  { str: text, width, transform }: TextItem,
  [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0]: Matrix,
): Piece | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const alongX = va * a + vc * b;
  const alongY = vb * a + vd * b;
  if (alongX <= 0 || Math.abs(alongY) > alongX * 0.1) return undefined;
  const left = va * e + vc * f + ve;
  return { text, left, right: left + width, y: vb * e + vd * f + vf, size: Math.hypot(c, d) };
}

/** On the same baseline, or raised or lowered a little beside it, and not back at the left. */
function continues(line: readonly Piece[], piece: Piece): boolean {
  const last = line.at(-1);
  if (last === undefined) return false;
  const size = Math.max(last.size, piece.size);
  return Math.abs(piece.y - last.y) < size * 0.5 && piece.left > last.right - size;
}

/** A gap of this share of the letter size is a space, also where the file has none. */
const SPACE = 0.2;
const LIGATURES = /[\ufb00-\ufb06]/g;

function toLine(pieces: readonly Piece[], page: number): PdfLine {
  let text = '';
  let end = Infinity;
  let main: Piece | undefined;
  for (const piece of pieces) {
    if (piece.left - end > piece.size * SPACE && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    end = piece.right;
    // The longest piece tells the line's size and baseline, not a raised figure at its start.
    if (main === undefined || piece.text.length > main.text.length) main = piece;
  }
  const left = Math.min(...pieces.map((piece) => piece.left));
  return {
    page,
    text: cleanText(text.replace(LIGATURES, (ligature) => ligature.normalize('NFKC')))
      .replace(/\s+/g, ' ')
      .trim(),
    left,
    right: end,
    y: main?.y ?? 0,
    size: main?.size ?? 0,
  };
}
