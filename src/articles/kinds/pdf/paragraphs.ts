import { groupBy } from '../../../text/group-by.js';
import { joinLines } from './hyphens.js';
import type { PdfLine } from './lines.js';

/** Sizes that differ by less are the same to the eye. */
const SAME_SIZE = 0.08;
/** A gap of so many line distances separates paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** A first line is indented by at least this share of the letter size. */
const INDENT = 0.8;
/** A line that leaves this share of its column empty ends a paragraph, if it ends a sentence. */
const SHORT = 0.12;
/** A line that leaves this share empty is no line of a paragraph's midst. */
const VERY_SHORT = 0.5;

const SENTENCE_END = /[.!?…:][)\]"'”’»]*$/;
const LIST_ITEM =
  /^(?:[•◦▪▫■□●○‣⁃·➢✓\u{f0b7}\u{f0a7}\u{f0d8}*–-]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s/iu;

/** Whether a line begins with a list's marker. */
export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text);
}

export interface PdfParagraph {
  readonly text: string;
  readonly lines: readonly PdfLine[];
}

/** The size of most letters. */
export function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}

/**
 * Joins lines to paragraphs and the words that were divided at their ends.
 * @param known the document's words, by which divided ones are told
 * @param begins whether a line begins a paragraph whatever is above it
 */
export function joinParagraphs(
  lines: readonly PdfLine[],
  known: ReadonlySet<string>,
  begins: (line: PdfLine) => boolean = () => false,
): PdfParagraph[] {
  const pitches = linePitches(lines);
  const columns = columnsOf(lines);
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const previous = paragraph?.at(-1);
    if (
      paragraph === undefined ||
      previous === undefined ||
      begins(line) ||
      endsBetween(previous, line, paragraph.length, pitches, columns)
    ) {
      paragraphs.push([line]);
    } else {
      paragraph.push(line);
    }
  }
  return paragraphs.map((paragraph) => ({
    text: paragraph.map(({ text }) => text).reduce((text, next) => joinLines(text, next, known)),
    lines: paragraph,
  }));
}

type Pitches = ReadonlyMap<number, number>;
interface Column {
  readonly left: number;
  readonly right: number;
}
type Columns = ReadonlyMap<PdfLine, Column>;

function endsBetween(
  previous: PdfLine,
  next: PdfLine,
  lineCount: number,
  pitches: Pitches,
  columns: Columns,
): boolean {
  if (!sameSize(previous, next)) return true;
  const column = columns.get(previous) ?? previous;
  const empty = (column.right - previous.right) / (column.right - column.left);
  const isShort = empty > SHORT;
  const sentenceEnds = SENTENCE_END.test(previous.text);
  // A heading in letters of its own.
  const isOther = previous.font !== next.font && previous.font !== '' && next.font !== '';
  if (isOther && (isShort || sentenceEnds)) return true;
  const gap = next.y - previous.y;
  if (next.page !== previous.page || gap <= 0) {
    // On to another column or page: a paragraph goes on there in the midst of a sentence only.
    return sentenceEnds || (empty > VERY_SHORT && /^\p{Lu}/u.test(next.text));
  }
  const pitch = pitches.get(sizeClass(next.size)) ?? next.size * 1.2;
  if (gap > pitch * PARAGRAPH_GAP) return true;
  if (LIST_ITEM.test(next.text) && (sentenceEnds || isShort || lineCount === 1)) return true;
  // The second line of a paragraph stands further left than an indented first one, never right of it.
  const indented = next.left - previous.left > next.size * INDENT;
  if (indented && !LIST_ITEM.test(previous.text) && (sentenceEnds || isShort)) return true;
  return isShort && sentenceEnds;
}

function sameSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);
}

function sizeClass(size: number): number {
  return Math.round(size * 2);
}

/** The usual distance from line to line, by letter size. */
function linePitches(lines: readonly PdfLine[]): Pitches {
  const gaps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || next.page !== line.page || !sameSize(line, next)) return [];
    const gap = next.y - line.y;
    return gap > 0 && gap <= line.size * 3 ? [{ size: sizeClass(line.size), gap }] : [];
  });
  const bySize = groupBy(gaps, ({ size }) => size);
  return new Map([...bySize].map(([size, of]) => [size, lowerMedian(of.map(({ gap }) => gap))]));
}

/** Most gaps lie inside paragraphs, and of few the smaller is more likely to. */
function lowerMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** How far the text around each line reaches, among the lines of its page and size above and below. */
function columnsOf(lines: readonly PdfLine[]): Columns {
  const byPage = groupBy(lines, ({ page }) => page);
  const columns = new Map<PdfLine, Column>();
  for (const line of lines) {
    const beside = (byPage.get(line.page) ?? []).filter(
      (other) => sameSize(line, other) && other.left < line.right && other.right > line.left,
    );
    columns.set(line, {
      left: Math.min(...beside.map(({ left }) => left)),
      right: Math.max(...beside.map(({ right }) => right)),
    });
  }
  return columns;
}
