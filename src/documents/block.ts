import type { Span } from '../text/span.js';

/**
 * What a stretch of an article's stored text is. Blocks are leaves in reading order: they do not
 * overlap, and together they hold every word of the text but list markers and cell separators.
 * Spans are positions in the stored text, so that `text.slice(start, end)` is the block.
 */
export type Block =
  | HeadingBlock
  | QuestionBlock
  | ParagraphBlock
  | ItemBlock
  | RowBlock
  | CodeBlock
  | QuoteBlock
  | TurnBlock;

/** A line that heads what follows it, down to the next heading of the same or a higher rank. */
export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  /** 1 to 6, as in HTML. */
  readonly level: number;
}

/** A question that the document itself answers below: a heading for what follows, up to the next one. */
export interface QuestionBlock extends Span {
  readonly kind: 'question';
  /** 1 to 6; one below the heading it stands under, if the source gives no level. */
  readonly level: number;
}

export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
  /** The list item that it continues, as a position in the article's blocks. */
  readonly within?: number | undefined;
}

/** An item's own text, without its marker; what is nested in it follows in blocks of its own. */
export interface ItemBlock extends Span {
  readonly kind: 'item';
  /** Which list of the article, from 0; nested lists have numbers of their own. */
  readonly list: number;
  /** Levels of lists around this one, from 0. */
  readonly depth: number;
  /** As in the source: `-`, `3.`, `b)`. A definition list's items have none. */
  readonly marker: string;
  /** Items of a numbered or lettered list. */
  readonly ordered: boolean;
  /** What a definition list's item defines: its first words, as a span inside the item. */
  readonly term?: Span | undefined;
}

export interface RowBlock extends Span {
  readonly kind: 'row';
  /** Which table of the article, from 0. */
  readonly table: number;
  /** The row that names the columns. */
  readonly header: boolean;
  /** In column order; an empty cell is an empty span and keeps its place. */
  readonly cells: readonly Span[];
}

export interface CodeBlock extends Span {
  readonly kind: 'code';
}

export interface QuoteBlock extends Span {
  readonly kind: 'quote';
}

/** What one speaker says at a stretch, without the name before it. */
export interface TurnBlock extends Span {
  readonly kind: 'turn';
  readonly speaker: Span;
}

/** An article's text as it is stored and quoted, with what its reader knew of its structure. */
export interface DocumentText {
  readonly text: string;
  readonly blocks: readonly Block[];
}
