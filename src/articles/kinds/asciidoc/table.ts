/** A table's cells in rows, and whether the first names the columns. */
export interface AsciidocTable {
  readonly rows: readonly (readonly string[])[];
  /** Undefined if the document leaves it open. */
  readonly headers: number | undefined;
}

/** What may stand before a cell's bar: `2+`, `.3+`, `a`, `^.>s`, `3*`. */
const CELL =
  /(?:^|(?<=\s))(?:\d{1,3}(?:\.\d{1,3})?[+*]|\.\d{1,3}\+)?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?(?<!\\)\|/g;
const MOST_COLUMNS = 100;

/** The lines between `|===` and `|===`, with what stands in the brackets above. */
export function asciidocTable(lines: readonly string[], attributes: string): AsciidocTable {
  const first = lines.findIndex((line) => line.trim() !== '');
  // A blank line after the first row makes that the header.
  const isHeaded = first !== -1 && lines[first + 1]?.trim() === '' && first === 0;
  const cells: string[] = [];
  let inFirst = 0;
  lines.forEach((line, index) => {
    const parts = line.split(CELL);
    const [before = '', ...rest] = parts;
    if (before.trim() !== '' && cells.length > 0) {
      cells.push(`${cells.pop() ?? ''} ${before.trim()}`.trim());
    }
    for (const cell of rest) cells.push(cell.replaceAll('\\|', '|').trim());
    if (index === first) inFirst = rest.length;
  });
  const columns = Math.min(columnsOf(attributes) ?? Math.max(1, inFirst), MOST_COLUMNS);
  const rows: string[][] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns));
  const told = /\bheader\b/.test(attributes);
  return { rows, headers: told || isHeaded ? 1 : undefined };
}

/** `cols="1,2,a"` or `cols="3*"`. */
function columnsOf(attributes: string): number | undefined {
  const [, quoted, bare] = /\bcols=(?:"([^"]{1,400})"|(\d[^,\]]{0,20}))/.exec(attributes) ?? [];
  const columns = quoted ?? bare;
  if (columns === undefined) return undefined;
  return columns
    .split(/[,;]/)
    .map((column) => Number(/^\s*(\d{1,3})\*/.exec(column)?.[1] ?? 1))
    .reduce((sum, count) => sum + count, 0);
}
