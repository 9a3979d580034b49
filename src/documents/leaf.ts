import type { Block } from './block.js';
import type { Span } from '../text/span.js';

/**
 * A block on its way from a reader to the stored text: its words and what the reader knew of them,
 * not yet laid out. Spans are counted from the beginning of `text`.
 */
export interface Leaf {
  readonly kind: Block['kind'];
  /** One line, but for code and paragraphs that were wrapped. */
  readonly text: string;
  /** What of it is set in bold. */
  readonly bold?: readonly Span[] | undefined;
  /** Letters at its beginning that are no part of the block: `Q:`, a speaker's name. */
  readonly label?: number | undefined;
  /** Belongs to what is before it: a line end instead of a blank line stands between them. */
  readonly follows?: boolean | undefined;
  /** Of a heading or a question; one below what it stands under, if it is not said. */
  readonly level?: number | undefined;
  /** Where the text begins in a stored text that is kept as its source has it. */
  readonly at?: number | undefined;
  /** Where an item stands. */
  readonly item?: ItemPlace | undefined;
  /** The item that it stands in, after the item's own words. */
  readonly inside?: ItemPlace | undefined;
  readonly row?: RowPlace | undefined;
  /** Of a turn; none if it goes on with the turn before it. */
  readonly speaker?: Span | undefined;
  /** A line of the page around the article: stored, but no block. */
  readonly isAside?: boolean | undefined;
}

export interface ItemPlace {
  readonly list: number;
  readonly depth: number;
  /** Also part of the text, as its label, if the leaf has one. */
  readonly marker: string;
  readonly ordered: boolean;
  /** Letters at the item's beginning that name what the rest defines. */
  readonly term?: number | undefined;
}

export interface RowPlace {
  readonly table: number;
  readonly header: boolean;
  readonly cells: readonly Span[];
}
