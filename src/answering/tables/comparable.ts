import type { Block, RowBlock } from '../../documents/block.js';
import { headerOf } from '../../passages/places.js';
import type { Span } from '../../text/span.js';
import type { AnswerUnit } from '../answer.js';
import { unitOf } from '../answer-text.js';
import { headingAndFirst, type HeadedSection } from '../sections/headed-sections.js';
import { labelOf } from './cells.js';

/** A row, or an item or a heading with a label, "Dot-grid journal: €12.75", as one of two cells. */
export interface Entry {
  /** Of the first block of it, among the article's. */
  readonly at: number;
  readonly cells: readonly Span[];
  /** What is shown of it. */
  readonly units: readonly AnswerUnit[];
}

export interface Table {
  readonly header: RowBlock | undefined;
  readonly rows: readonly Entry[];
}

/** All of an article whose entries can be compared: tables, and lists and headings with labels. */
export function comparable(
  text: string,
  blocks: readonly Block[],
  sections: readonly HeadedSection[],
): Table[] {
  return [...tablesOf(text, blocks), ...labelled(text, blocks, sections)];
}

function tablesOf(text: string, blocks: readonly Block[]): Table[] {
  const tables = new Map<number, { header: RowBlock | undefined; rows: Entry[] }>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'row' || block.header) return;
    const table = tables.get(block.table) ?? { header: headerOf(blocks, at), rows: [] };
    const { start, end, cells } = block;
    const units = [unitOf(text, blocks, { start, end, kind: 'row', block: at })];
    table.rows.push({ at, cells, units });
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
  const lists = new Map<string, { header: undefined; rows: Entry[] }>();
  const add = (list: string, { start, end }: Span, entry: Omit<Entry, 'cells'>): void => {
    const label = labelOf({ kind: 'item', text: text.slice(start, end) });
    if (label === undefined || entry.units.length === 0) return;
    const cells = [
      { start, end: start + label.length },
      { start: start + label.length + 1, end },
    ];
    const of = lists.get(list) ?? { header: undefined, rows: [] };
    of.rows.push({ ...entry, cells });
    lists.set(list, of);
  };
  blocks.forEach((block, at) => {
    if (block.kind !== 'item') return;
    const { start, end } = block;
    const units = [unitOf(text, blocks, { start, end, kind: 'item', block: at })];
    add(`list ${block.list}`, block, { at, units });
  });
  for (const section of sections) {
    const { at, start, words, under = '', level } = section;
    const units = headingAndFirst(text, blocks, section);
    add(`under ${under} ${level}`, { start, end: start + words.length }, { at, units });
  }
  return [...lists.values()].filter(({ rows }) => rows.length > 1);
}
