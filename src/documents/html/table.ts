import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { countHeaders, type HeaderCell } from '../table-headers.js';
import { phrasingOf, wordsOf } from './phrasing.js';
import { descendants, isElement, propertiesOf } from './properties.js';

/** Wider tables are laid out, not read. */
const MOST_COLUMNS = 100;

interface Cell extends HeaderCell {
  readonly children: PhrasingContent[];
}

/** A table of data as rows of cells; one that only lays out a page is what is in it. */
export const table: Handle = (state, element) => {
  if (isLayout(element)) {
    const parts = descendants(element, isCellOrCaption);
    return parts.flatMap((part) => state.toFlow(state.all(part)));
  }
  const rows = gridOf(state, element);
  const captions = descendants(element, ({ tagName }) => tagName === 'caption');
  const before: RootContent[] = captions.map((caption) => ({
    type: 'paragraph',
    children: phrasingOf(state.all(caption)),
  }));
  // A first row that is one cell is what the table is called.
  const [first] = rows;
  if (first !== undefined && rows.length > 2 && new Set(first).size === 1 && first.length > 1) {
    before.push({ type: 'paragraph', children: first[0]?.children ?? [] });
    rows.shift();
  }
  return [...before, tableOf(rows)];
};

function isCellOrCaption({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th' || tagName === 'caption';
}

/** Old pages lay their text out in tables. */
function isLayout(element: Element): boolean {
  if (propertiesOf(element).role === 'presentation') return true;
  const rows = descendants(element, ({ tagName }) => tagName === 'tr');
  const isWide = rows.some(({ children }) => children.filter(isElement).length > 1);
  const hasHeads = rows.some(({ children }) =>
    children.some((c) => isElement(c) && c.tagName === 'th'),
  );
  if (!isWide && !hasHeads) return true;
  const holds = (...names: readonly string[]) =>
    descendants(element, ({ tagName }) => names.includes(tagName)).length > 0;
  return holds('table', 'h1', 'h2') || (!hasHeads && hasParagraphs(rows));
}

/** Cells with several paragraphs are no values. */
function hasParagraphs(rows: readonly Element[]): boolean {
  return rows.some((row) =>
    row.children.some(
      (cell) => isElement(cell) && descendants(cell, ({ tagName }) => tagName === 'p').length > 1,
    ),
  );
}

/** Cells in rows and columns; one that spans several stands in each. */
function gridOf(state: State, element: Element): Cell[][] {
  const rows: Cell[][] = [];
  const hanging = new Map<number, { cell: Cell; rows: number }>();
  for (const row of descendants(element, ({ tagName }) => tagName === 'tr')) {
    const cells: Cell[] = [];
    const hang = (): void => {
      for (let from = hanging.get(cells.length); from !== undefined;) {
        if (from.rows > 1) hanging.set(cells.length, { ...from, rows: from.rows - 1 });
        else hanging.delete(cells.length);
        cells.push(from.cell);
        from = hanging.get(cells.length);
      }
    };
    for (const child of row.children.filter(isElement)) {
      hang();
      const cell = cellOf(state, child);
      const { colSpan, rowSpan } = propertiesOf(child);
      const down = spanned(rowSpan);
      for (let left = spanned(colSpan); left > 0 && cells.length < MOST_COLUMNS; left--) {
        if (down > 1) hanging.set(cells.length, { cell, rows: down - 1 });
        cells.push(cell);
      }
    }
    hang();
    if (cells.length > 0) rows.push(cells);
  }
  return rows;
}

function spanned(value: string | undefined): number {
  const count = Number.parseInt(value ?? '', 10);
  return count > 1 ? Math.min(count, MOST_COLUMNS) : 1;
}

function cellOf(state: State, element: Element): Cell {
  const children = phrasingOf(state.all(element));
  const bold = children.every((child) => child.type === 'strong' || wordsOf([child]) === '');
  return { children, text: wordsOf(children), heads: element.tagName === 'th', bold };
}

function tableOf(rows: readonly Cell[][]): Table {
  const headers = countHeaders(rows);
  return {
    type: 'table',
    data: { headers },
    children: rows.map((row, index) => ({
      type: 'tableRow',
      children: row.map((cell, column): TableCell => {
        // Among names of columns each keeps its own; elsewhere words are written once.
        const isAgain = index >= headers && cell === row[column - 1];
        return { type: 'tableCell', children: isAgain ? [] : structuredClone(cell.children) };
      }),
    })),
  };
}
