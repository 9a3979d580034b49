import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import '../../documents/tree.js';
import { countHeaders } from '../../documents/table-headers.js';
import { wordsOf } from '../../documents/html/phrasing.js';

/** Nodes of Markdown's tree, as readers of other markup make them. */

export function heading(depth: number, children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: ([1, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 6, children };
}

/** A heading one below what it stands under. */
export function headingBelow(children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: 6, data: { below: true }, children };
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function code(lines: readonly string[]): Code {
  return { type: 'code', value: lines.join('\n') };
}

export function quote(children: RootContent[]): Blockquote {
  return { type: 'blockquote', children: contentOf(children) };
}

export function list(items: readonly RootContent[][], start?: number): List {
  return {
    type: 'list',
    ordered: start !== undefined,
    start: start ?? null,
    children: items.map((children) => ({ type: 'listItem', children: contentOf(children) })),
  };
}

/** Terms, each with what is said of it, on one line if that is a paragraph. */
export function definitions(
  entries: readonly { readonly term: PhrasingContent[]; readonly body: RootContent[] }[],
): List {
  return {
    type: 'list',
    ordered: false,
    data: { defines: true },
    children: entries.map(({ term, body }): ListItem => {
      const [first, ...rest] = body;
      const said = first?.type === 'paragraph' ? first.children : [];
      const line: PhrasingContent[] =
        said.length === 0 ? term : [...term, { type: 'text', value: ': ' }, ...said];
      return {
        type: 'listItem',
        data: { term: term.length },
        children: contentOf([paragraph(line), ...(said.length === 0 ? body : rest)]),
      };
    }),
  };
}

/** A table, whose first rows may be known to name the columns. */
export function table(rows: readonly PhrasingContent[][][], headers?: number): Table {
  const guessed = countHeaders(
    rows.map((row) =>
      row.map((cell) => ({
        text: wordsOf(cell),
        heads: false,
        bold: cell.length > 0 && cell.every(({ type }) => type === 'strong'),
      })),
    ),
  );
  return {
    type: 'table',
    data: { headers: headers ?? guessed },
    children: rows.map((row): TableRow => ({
      type: 'tableRow',
      children: row.map((children): TableCell => ({ type: 'tableCell', children })),
    })),
  };
}

function contentOf(nodes: readonly RootContent[]): (BlockContent | DefinitionContent)[] {
  return nodes as (BlockContent | DefinitionContent)[];
}

/** How far a line is indented; tabs go to the next column that eight divides. */
export function indentOf(line: string): number {
  let width = 0;
  for (const letter of line) {
    if (letter === ' ') width++;
    else if (letter === '\t') width += 8 - (width % 8);
    else break;
  }
  return width;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Lines without the margin that all of them have, and without blank lines at their ends. */
export function dedented(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => !isBlank(line));
  const margin = filled.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return first === -1
    ? []
    : lines.slice(first, last + 1).map((line) => line.replaceAll('\t', '        ').slice(margin));
}

/** How many lines from one on, without a break, are as asked for. */
export function runLength(
  lines: readonly string[],
  from: number,
  is: (line: string) => boolean,
): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && is(line); line = lines[at]) at++;
  return at - from;
}
