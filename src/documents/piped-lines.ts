import type { Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import { inlineOf } from './inline.js';
import { partsBetween, sourceLines } from './source-lines.js';
import { countHeaders } from './table-headers.js';
import './tree.js';

const FEWEST = 2;
/** Cells of a table hold words, and no sentences beside each other. */
const LONGEST_CELL = 80;
/** A line above the rows says what they are of. */
const LONGEST_ABOVE = 200;

/**
 * A paragraph of lines that pipes part alike, "Espresso | 2.20", is a table without the rule that
 * Markdown asks for under its first row. One line above them may say what they are of.
 */
export function pipedLines(paragraph: Paragraph): RootContent[] {
  const [first = [], ...rest] = sourceLines(paragraph.children.map(withoutBreak));
  const isAbove = !inlineOf(first).text.includes('|');
  if (isAbove && inlineOf(first).text.length > LONGEST_ABOVE) return [paragraph];
  const rows = (isAbove ? rest : [first, ...rest]).map(cellsOfLine);
  const columns = rows[0]?.length ?? 0;
  const isTable =
    rows.length >= FEWEST &&
    columns >= 2 &&
    rows.every((cells) => cells.length === columns && cells.every(isCell));
  if (!isTable) return [paragraph];
  const texts = rows.map((cells) =>
    cells.map((children) => {
      const bold = children.length > 0 && children.every(({ type }) => type === 'strong');
      return { text: inlineOf(children).text, heads: false, bold };
    }),
  );
  const above: RootContent[] = isAbove ? [{ ...paragraph, children: first }] : [];
  return [
    ...above,
    {
      type: 'table',
      data: { headers: countHeaders(texts) },
      children: rows.map((cells): TableRow => {
        return {
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        };
      }),
    },
  ];
}

function withoutBreak(node: PhrasingContent): PhrasingContent {
  return node.type === 'break' ? { type: 'text', value: '\n' } : node;
}

function isCell(children: readonly PhrasingContent[]): boolean {
  const { length } = inlineOf(children).text;
  return length > 0 && length <= LONGEST_CELL;
}

/** What stands between the pipes of a line; those at its ends part nothing. */
function cellsOfLine(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells = partsBetween(line, '|').map((cell) =>
    cell.flatMap((node): PhrasingContent[] => {
      if (node.type !== 'text') return [node];
      const value = node.value.trim();
      return value === '' ? [] : [{ type: 'text', value }];
    }),
  );
  if (cells[0]?.length === 0) cells.shift();
  if (cells.at(-1)?.length === 0) cells.pop();
  return cells;
}
