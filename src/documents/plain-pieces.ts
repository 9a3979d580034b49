import { markerOf } from './plain-items.js';
import { tableAt, type PlainRow } from './plain-columns.js';
import { linesOf, type Line } from './plain-lines.js';
import { areWrapped } from './wrapped.js';
import type { Span } from '../text/span.js';

/** A stretch of a plain text that is one thing, before it is known whether it is a heading. */
export type Piece = Span & { readonly indent: number; readonly apart: boolean } & (
    | { readonly is: 'text' }
    | { readonly is: 'heading'; readonly level: number }
    | { readonly is: 'item'; readonly marker: string; readonly label: number }
    | { readonly is: 'row'; readonly row: PlainRow; readonly first: boolean }
  );

const LONGEST_HEADING = 120;
/** A line that goes on below its item without being indented was broken by its width. */
const FULL_LINE = 60;
const LABEL = /^[\p{L}\d][\p{L}\d .'’-]{0,30}[:：]\s/u;

/** The pieces of a text, in order: items, rows, underlined headings, paragraphs and lines. */
export function piecesOf(text: string): Piece[] {
  const lines = linesOf(text);
  const labels = labelsOf(lines);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.rule !== undefined) {
      at++;
      continue;
    }
    const level = underlined(lines, at);
    const isItem = markerOf(line.text) !== undefined;
    const table = level === undefined && !isItem ? tableAt(lines, at) : undefined;
    if (level !== undefined) {
      pieces.push({ ...placed([line]), is: 'heading', level });
      at += 2;
    } else if (table !== undefined) {
      table.rows.forEach((row, index) => {
        pieces.push({ ...placed([row.line]), is: 'row', row, first: index === 0 });
      });
      at += table.length;
    } else {
      const length = together(lines, at, labels);
      for (const piece of pieceOf(lines.slice(at, at + length))) pieces.push(piece);
      at += length;
    }
  }
  return pieces;
}

function placed(lines: readonly Line[]): Span & { indent: number; apart: boolean } {
  const [first] = lines;
  const { start = 0, indent = 0, apart = false } = first ?? {};
  return { start, end: lines.at(-1)?.end ?? start, indent, apart };
}

function pieceOf(lines: readonly Line[]): Piece[] {
  const item = markerOf(lines[0]?.text ?? '');
  if (item !== undefined) {
    return [{ ...placed(lines), is: 'item', marker: item.marker, label: item.length }];
  }
  if (areWrapped(lines.map(({ text }) => text))) return [{ ...placed(lines), is: 'text' }];
  return lines.map((line) => ({ ...placed([line]), is: 'text' }));
}

/** The level of a heading that has a rule right below, and nothing but a rule right above. */
function underlined(lines: readonly Line[], at: number): number | undefined {
  const [before, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  if (line === undefined || line.rule !== undefined || line.text.length > LONGEST_HEADING) return;
  if (below?.rule === undefined || below.apart) return undefined;
  if (!line.apart && before?.rule === undefined) return undefined;
  // A row of names above a table's rule is underlined as a whole.
  if (/[|\t]| {2}/.test(line.text)) return undefined;
  return below.rule === '=' || below.rule === '═' ? 1 : 2;
}

/** How many lines from here on belong together: an item with its wrapped lines, or a paragraph. */
function together(lines: readonly Line[], from: number, labels: ReadonlySet<string>): number {
  const first = lines[from];
  const isItem = markerOf(first?.text ?? '') !== undefined;
  let length = 1;
  for (; from + length < lines.length; length++) {
    const [above, line] = [lines[from + length - 1], lines[from + length]];
    if (line === undefined || above === undefined || first === undefined) break;
    if (line.apart || line.rule !== undefined || markerOf(line.text) !== undefined) break;
    if (labels.has(labelOf(line))) break;
    const goesOn =
      line.indent > first.indent ||
      (above.text.length >= FULL_LINE && !/[.!?:;]["”’')]*$/.test(above.text));
    if (isItem ? !goesOn : tableAt(lines, from + length) !== undefined) break;
  }
  return length;
}

function labelOf({ text }: Line): string {
  return LABEL.exec(text)?.[0].trim() ?? '';
}

/** `Q:`, `A:` and names that more than one line begins with: each begins something new. */
function labelsOf(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const label of lines.map(labelOf).filter((one) => one !== '')) {
    if (seen.has(label)) again.add(label);
    seen.add(label);
  }
  return again;
}
