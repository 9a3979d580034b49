import { cleanText } from '../../../text/clean.js';
import { groupBy } from '../../../text/group-by.js';
import { guttersOf } from './gutters.js';
import { tableOfCells, type TaggedTable } from './tagged-table.js';
import {
  OpenMarks,
  tagsOf,
  type Mark,
  type PdfCellTag,
  type PdfTag,
  type StructNode,
} from './tags.js';

/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3). */
type Matrix = readonly number[];

/** The part of a page of pdf.js that reading needs. */
export interface PdfPage {
  readonly pageNumber: number;
  getViewport(options: { readonly scale: number }): { readonly transform: Matrix };
  getStructTree(): Promise<StructNode | null>;
  getTextContent(options?: {
    readonly includeMarkedContent: boolean;
  }): Promise<{ readonly items: readonly (TextItem | Mark)[] }>;
}

interface TextItem {
  readonly str: string;
  /** Names a font of the file, which is not the font's own name. */
  readonly fontName?: string;
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
  /** Of all of its letters, as the file names it; empty if there are several. */
  readonly font: string;
  /** What the file's structure says of it; undefined without one, and where it says two things. */
  readonly tag?: PdfTag | undefined;
  /** Its parts that stand apart, as the cells of a row do; one if there is no such gap. */
  readonly segments: readonly PdfSegment[];
  /** Of an item by the file's structure, as it is written before its words. */
  readonly marker?: string | undefined;
  /** Of a table by the file's structure, which stands for its lines. */
  readonly table?: TaggedTable | undefined;
}

/** Words of a line with a gap on each side that is wider than between words. */
export interface PdfSegment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly font: string;
}

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly tag: PdfTag | undefined;
}

/** The lines of a page, in the order in which the file writes them. Text at an angle is left out. */
export async function pageLines(page: PdfPage): Promise<PdfLine[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const tags = tagsOf(await page.getStructTree());
  const { items } = await page.getTextContent({ includeMarkedContent: tags.size > 0 });
  const marks = new OpenMarks(tags);
  const lines: Piece[][] = [];
  for (const item of items) {
    if (!('str' in item)) marks.take(item);
    if (!('str' in item) || item.str === '' || marks.isArtifact) continue;
    const placed = place(item, transform);
    if (placed === undefined) continue;
    const piece = { ...placed, tag: marks.tag };
    const line = lines.at(-1);
    if (line !== undefined && continues(line, piece)) line.push(piece);
    else lines.push([piece]);
  }
  const whole = withTaggedTables(lines);
  const gutters = guttersOf(whole);
  return whole
    .map((pieces, index) => toLine(pieces, page.pageNumber, gutters[index]))
    .filter(({ text }) => text !== '');
}

/** Where a piece stands on the page as it is shown; undefined if it does not run to the right. */
function place(
  { str: text, width, transform, fontName: font = '' }: TextItem,
  [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0]: Matrix,
): Omit<Piece, 'tag'> | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const alongX = va * a + vc * b;
  const alongY = vb * a + vd * b;
  if (alongX <= 0 || Math.abs(alongY) > alongX * 0.1) return undefined;
  const left = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  return { text, left, right: left + width, y, size: Math.hypot(c, d), font };
}

/** On the same baseline, or raised or lowered a little beside it, and not back at the left. */
function continues(line: readonly Piece[], piece: Piece): boolean {
  // Spaces may be as wide as the way to the next cell, and begin it.
  const last = line.findLast(({ text }) => text.trim() !== '') ?? line.at(-1);
  if (last === undefined) return false;
  const size = Math.max(last.size, piece.size);
  return Math.abs(piece.y - last.y) < size * 0.5 && piece.left > last.right - size;
}

/** A gap of this share of the letter size is a space, also if the file has none. */
const SPACE = 0.2;
/** A gap of this share is more than any between words, but in lines that are filled up. */
const APART = 0.9;
const LIGATURES = /[\ufb00-\ufb06]/g;

function toLine(pieces: readonly Piece[], page: number, gutters: readonly number[] = []): PdfLine {
  const main = longest(pieces);
  const tag = oneTag(pieces);
  const isWhole = tag?.item !== undefined || tag?.cell !== undefined;
  const segments = isWhole ? [toSegment(pieces)] : apart(pieces, gutters).map(toSegment);
  return {
    page,
    text: wordsOf(pieces),
    left: Math.min(...segments.map((segment) => segment.left)),
    right: segments.at(-1)?.right ?? 0,
    y: main?.y ?? 0,
    size: main?.size ?? 0,
    font: segments.every(({ font }) => font === segments[0]?.font) ? (segments[0]?.font ?? '') : '',
    tag,
    segments,
    marker: wordsOf(pieces.filter((piece) => piece.tag?.item?.isMarker === true)) || undefined,
    table: tag?.cell === undefined ? undefined : tableIn(pieces),
  };
}

/** Cells with more text are parts of a page that is laid out by a table. */
const CELL = 200;

/** Lines, with all pieces of a table in one where its first piece stands. */
function withTaggedTables(lines: readonly Piece[][]): Piece[][] {
  const tables = groupBy(
    lines.flat().filter(({ tag }) => tag?.cell !== undefined),
    ({ tag }) => tag?.cell?.table,
  );
  const areTables = new Set(
    [...tables].flatMap(([table, own]) => {
      const cells = new Set(own.map(({ tag }) => tag?.element)).size;
      const letters = own.reduce((sum, { text }) => sum + text.length, 0);
      return letters <= CELL * cells ? [table] : [];
    }),
  );
  const told = new Set<number>();
  return lines.flatMap((line) => {
    const made: Piece[][] = [];
    const rest: Piece[] = [];
    for (const piece of line) {
      const table = piece.tag?.cell?.table;
      if (table === undefined) rest.push(piece);
      else if (!areTables.has(table)) rest.push(withoutCell(piece));
      else if (!told.has(table)) {
        told.add(table);
        made.push(tables.get(table) ?? []);
      }
    }
    return rest.length === 0 ? made : [...made, rest];
  });
}

function withoutCell(piece: Piece): Piece {
  const { tag } = piece;
  return { ...piece, tag: tag && { element: tag.element, level: tag.level } };
}

function tableIn(pieces: readonly Piece[]): TaggedTable {
  const cells = new Map<number, { lines: Piece[][]; cell: PdfCellTag }>();
  for (const piece of pieces) {
    const { cell, element } = piece.tag ?? {};
    if (cell === undefined || element === undefined) continue;
    const lines = cells.get(element)?.lines ?? [];
    const last = lines.at(-1);
    if (last !== undefined && continues(last, piece)) last.push(piece);
    else lines.push([piece]);
    cells.set(element, { lines, cell });
  }
  return tableOfCells(
    [...cells.values()].map(({ lines, cell }) => {
      // What stands between two cells may be a space of the second.
      const words = lines.flat().filter(({ text }) => text.trim() !== '');
      return {
        ...cell,
        lines: lines.map(wordsOf),
        left: Math.min(...words.map(({ left }) => left)),
        right: Math.max(...words.map(({ right }) => right)),
      };
    }),
  );
}

/** The tag of all pieces; those of one table, or of an item and its marker, are together. */
function oneTag(pieces: readonly Piece[]): PdfTag | undefined {
  const tags = pieces.flatMap(({ text, tag }) => (text.trim() === '' ? [] : [tag]));
  const [first] = tags;
  const table = first?.cell?.table;
  const isOne = tags.every((tag) =>
    table === undefined ? tag?.element === first?.element : tag?.cell?.table === table,
  );
  return isOne ? (tags.find((tag) => tag?.item?.isMarker !== true) ?? first) : undefined;
}

function toSegment(pieces: readonly Piece[]): PdfSegment {
  return {
    text: wordsOf(pieces),
    left: pieces[0]?.left ?? 0,
    right: pieces.at(-1)?.right ?? 0,
    font: oneFont(pieces),
  };
}

function oneFont(pieces: readonly Piece[]): string {
  const fonts = new Set(pieces.map(({ font }) => font));
  return fonts.size === 1 ? (pieces[0]?.font ?? '') : '';
}

/** The longest piece tells the line's size and baseline, not a raised figure at its start. */
function longest(pieces: readonly Piece[]): Piece | undefined {
  return pieces.reduce<Piece | undefined>(
    (most, piece) => (most === undefined || piece.text.length > most.text.length ? piece : most),
    undefined,
  );
}

/**
 * Pieces in groups between which there is more than a space, or the gutter of a table's columns; a
 * gap may be a piece of its own.
 */
function apart(pieces: readonly Piece[], gutters: readonly number[]): Piece[][] {
  const groups: Piece[][] = [];
  let end = -Infinity;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const inGutter = gutters.some((gutter) => end < gutter && gutter < piece.left);
    if (inGutter || piece.left - end > piece.size * APART) groups.push([]);
    groups.at(-1)?.push(piece);
    end = piece.right;
  }
  return groups;
}

function wordsOf(pieces: readonly Piece[]): string {
  let text = '';
  let end = Infinity;
  for (const piece of pieces) {
    if (piece.left - end > piece.size * SPACE && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    end = piece.right;
  }
  return cleanText(text.replace(LIGATURES, (ligature) => ligature.normalize('NFKC')))
    .replace(/\s+/g, ' ')
    .trim();
}
