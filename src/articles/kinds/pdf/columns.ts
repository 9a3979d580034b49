import { type PdfBox, type PdfRow } from './cells.js';

/** Paragraphs have so many lines, with so many letters each; cells have fewer. */
const PARAGRAPH_LINES = 4;
const LINE_LETTERS = 25;
const LONGEST_CELL = 40;
const FEWEST_ROWS = 2;

/** Rows, with those of tables that a program writes column by column put together. */
export function rowsAcross(rows: readonly PdfRow[]): PdfRow[] {
  const made: PdfRow[] = [];
  let base: PdfRow[] = [];
  for (const run of runsOf(rows.flatMap(inBaselines))) {
    const across = base.length === 0 ? undefined : besideRows(base, run);
    if (across !== undefined) base = across;
    else {
      made.push(...base);
      base = [...run];
    }
  }
  return [...made, ...base];
}

/** Rows of one box each that follow each other downwards are a run; so are all others. */
function runsOf(rows: readonly PdfRow[]): PdfRow[][] {
  const runs: PdfRow[][] = [];
  for (const row of rows) {
    const [box, above] = [row.boxes[0], runs.at(-1)?.at(-1)?.boxes[0]];
    const goesUp =
      box !== undefined &&
      above !== undefined &&
      box.page === above.page &&
      box.top < above.top &&
      box.left > above.left;
    if (goesUp || above === undefined) runs.push([row]);
    else runs.at(-1)?.push(row);
  }
  return runs;
}

/** The rows with a run of boxes beside the last of them; undefined if it is no column of theirs. */
function besideRows(base: readonly PdfRow[], run: readonly PdfRow[]): PdfRow[] | undefined {
  const [first] = run;
  const top = first?.boxes[0]?.top ?? 0;
  const from = base.findIndex(({ boxes }) => boxes.some(({ bottom }) => bottom > top));
  const rows = base.slice(from);
  if (from < 0 || rows.length < FEWEST_ROWS || rows.some(({ boxes }) => !boxes.every(isShort))) {
    return undefined;
  }
  const added = new Map<PdfRow, PdfRow>();
  let used = 0;
  for (const { boxes, lines } of run) {
    const [box, ...more] = boxes;
    if (box === undefined || more.length > 0 || !isShort(box)) break;
    const row = rows.find(
      ({ boxes: own }) =>
        own.some((each) => box.top < each.bottom && box.bottom > each.top) &&
        own.every(({ right }) => box.left > right),
    );
    if (row === undefined || added.has(row)) break;
    added.set(row, { boxes: [...row.boxes, box], lines: [...row.lines, ...lines] });
    used++;
  }
  if (used < FEWEST_ROWS) return undefined;
  return [...base.map((row) => added.get(row) ?? row), ...run.slice(used)];
}

function isShort({ texts }: PdfBox): boolean {
  return texts.length < PARAGRAPH_LINES && texts.every(({ length }) => length <= LONGEST_CELL);
}

/** Boxes with the same baselines are so many rows of a table that is written column by column. */
function inBaselines(row: PdfRow): PdfRow[] {
  const [first, ...others] = row.boxes;
  const count = first?.baselines.length ?? 0;
  const isSame = (box: PdfBox): boolean =>
    box.baselines.length === count &&
    box.baselines.every((y, index) => Math.abs(y - (first?.baselines[index] ?? 0)) < 1);
  if (count < 3 || others.length === 0 || !others.every(isSame) || isText(row.boxes)) return [row];
  return Array.from({ length: count }, (_, index): PdfRow => ({
    lines: index === 0 ? row.lines : [],
    boxes: row.boxes.map((box): PdfBox => {
      const y = box.baselines[index] ?? 0;
      const [top, bottom] = [y - box.size, y];
      return { ...box, texts: [box.texts[index] ?? ''], top, bottom, baselines: [y] };
    }),
  }));
}

/** Whether boxes are the columns of a page, or a paragraph, rather than a row's cells. */
export function isText(boxes: readonly PdfBox[]): boolean {
  return boxes.every(({ texts }) => {
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    return texts.length >= PARAGRAPH_LINES && length > LINE_LETTERS * texts.length;
  });
}
