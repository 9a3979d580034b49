import type { Block, RowBlock } from '../../documents/block.js';
import { headerOf } from '../../passages/places.js';
import type { Span } from '../../text/span.js';
import { unitsUnder, type HeadedSection } from '../sections/headed-sections.js';
import { labelOf } from './cells.js';

/** A row, or an item with a label, "Dot-grid journal: €12.75", as one of two cells. */
export interface Entry extends Span {
  readonly kind: 'row' | 'item' | 'sentence';
  readonly cells: readonly Span[];
}

export interface Table {
  readonly header: RowBlock | undefined;
  readonly rows: readonly { readonly at: number; readonly block: Entry }[];
}

/** All of an article whose entries can be compared: tables, and lists and headings with labels. */
export function comparable(
  text: string,
  blocks: readonly Block[],
  sections: readonly HeadedSection[],
): Table[] {
  return [...tablesOf(blocks), ...labelled(text, blocks, sections)];
}

function tablesOf(blocks: readonly Block[]): Table[] {
  const tables = new Map<
    number,
    { header: RowBlock | undefined; rows: { at: number; block: Entry }[] }
  >();
  blocks.forEach((block, at) => {
    if (block.kind !== 'row' || block.header) return;
    const table = tables.get(block.table) ?? { header: headerOf(blocks, at), rows: [] };
    table.rows.push({ at, block });
    tables.set(block.table, table);
  });
  return [...tables.values()];
}

/** Of each list and each run of headings the entries that have labels. */
function labelled(
  text: string,
  blocks: readonly Block[],
  sections: readonly HeadedSection[],
): Table[] {
  const lists = new Map<string, { header: undefined; rows: { at: number; block: Entry }[] }>();
  const add = (
    list: string,
    at: number,
    heads: Span,
    { kind, end }: Pick<Entry, 'kind' | 'end'>,
  ): void => {
    const { start } = heads;
    const label = labelOf({ kind: 'item', text: text.slice(start, heads.end) });
    if (label === undefined) return;
    const cells = [
      { start, end: start + label.length },
      { start: start + label.length + 1, end: heads.end },
    ];
    const of = lists.get(list) ?? { header: undefined, rows: [] };
    of.rows.push({ at, block: { kind, start, end, cells } });
    lists.set(list, of);
  };
  blocks.forEach((block, at) => {
    if (block.kind === 'item') add(`list ${block.list}`, at, block, block);
  });
  for (const section of sections) {
    // With what is first said below it: a heading alone is no answer.
    const [first] = unitsUnder(text, blocks, section);
    const heads = { start: section.start, end: section.start + section.words.length };
    const end = first?.end ?? section.end;
    add(`under ${section.under ?? ''} ${section.level}`, section.at, heads, {
      kind: 'sentence',
      end,
    });
  }
  return [...lists.values()].filter(({ rows }) => rows.length > 1);
}
