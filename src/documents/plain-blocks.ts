import { isBoilerplate } from '../text/boilerplate.js';
import type { Block, DocumentText } from './block.js';
import { blocksOf } from './lay-out.js';
import type { ItemPlace, Leaf } from './leaf.js';
import { areLabelled } from './labelled-lines.js';
import { PlainLists } from './plain-items.js';
import { piecesOf, type Piece } from './plain-pieces.js';
import { asks } from './questions.js';
import { refine } from './refine.js';
import { boldLine } from './signs.js';

const HEADLINE_WORDS = 16;
const HEADLINE_CHARACTERS = 120;
/** The headings of an article's sections are shorter than the headline of another article. */
const TEASER_WORDS = 7;

/** A text that has no markup, kept as it is, with its blocks. */
export function plainDocument(text: string): DocumentText {
  return { text, blocks: plainBlocks(text) };
}

/**
 * The blocks of a text that has no markup: told by blank lines, the shape of its lines, their
 * markers, indentation and columns, and the rules drawn under them.
 */
export function plainBlocks(text: string): Block[] {
  const pieces = piecesOf(text).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  const isItem = itemsAmong(pieces);
  const isLabelled = areLabelled(
    pieces.map(({ start, end, is, apart }) => ({
      text: is === 'text' ? text.slice(start, end) : '',
      follows: !apart,
    })),
  );
  const shapes = pieces.map((piece, index) =>
    shapeOfPiece(text, piece, isItem[index] === true || isLabelled[index] === true),
  );
  const isBelow = belowDrawn(pieces, shapes);
  const said = shapes.slice(0, shapes.findLastIndex((shape) => shape !== 'boilerplate') + 1);
  const isHead = pieces.map(
    ({ is }, index) => is === 'heading' || (isHeading(said, index) && isBelow[index] !== true),
  );
  const teaser = teaserAmong(text, pieces, shapes, isHead);
  const lists = new PlainLists();
  let item: ItemPlace | undefined;
  let itemIndent = 0;
  let table = -1;
  const leaves = pieces.map((piece, index): Leaf => {
    const { start, end, indent } = piece;
    const leaf = { text: text.slice(start, end), at: start };
    if (piece.is === 'item' && isItem[index] === true) {
      item = lists.place(piece.marker, indent);
      itemIndent = indent;
      return { ...leaf, kind: 'item', label: piece.label, item };
    }
    // A paragraph of an item's own is indented as the item's words are.
    const isInside = item !== undefined && piece.is === 'text' && indent > itemIndent;
    if (isInside) return { ...leaf, kind: 'paragraph', inside: item };
    lists.close();
    item = undefined;
    if (piece.is === 'row') {
      if (piece.first) table++;
      const { header, cells } = piece.row;
      return { ...leaf, kind: 'row', row: { table, header, cells } };
    }
    const isAside = shapes[index] === 'boilerplate' || index === teaser;
    if (isAside) return { ...leaf, kind: 'paragraph', isAside };
    if (isHead[index] !== true) return { ...leaf, kind: 'paragraph' };
    const level = piece.is === 'heading' ? piece.level : 2;
    const bold = boldLine(leaf.text);
    const words = bold === undefined ? leaf.text : leaf.text.slice(bold.start, bold.end);
    const head = { text: words, at: start + (bold?.start ?? 0), level };
    return { ...head, kind: asks(words) ? 'question' : 'heading' };
  });
  const told = refine(leaves);
  return blocksOf(
    told,
    told.map(({ at = 0 }) => at),
  );
}

/** Short lines right below a heading that is drawn as one, with no blank line between, say something. */
function belowDrawn(pieces: readonly Piece[], shapes: readonly Shape[]): boolean[] {
  const isBelow: boolean[] = [];
  pieces.forEach(({ apart }, index) => {
    const follows = shapes[index - 1] === 'drawn' || isBelow[index - 1] === true;
    isBelow.push(!apart && follows && shapes[index] !== 'drawn');
  });
  return isBelow;
}

/**
 * The headline of another article that was copied along with the text: the one line of it that looks
 * like a heading, long, and between prose. One section alone, begun in the middle, has no such name.
 */
function teaserAmong(
  text: string,
  pieces: readonly Piece[],
  shapes: readonly Shape[],
  isHead: readonly boolean[],
): number | undefined {
  const at = isHead.indexOf(true);
  const piece = pieces[at];
  const isOnly = piece !== undefined && !isHead.includes(true, at + 1);
  if (!isOnly || piece.is === 'heading') return undefined;
  const isAmongProse = shapes[at - 1] === 'prose' && shapes[at + 1] === 'prose';
  if (shapes[at] !== 'short' || !isAmongProse) return undefined;
  const words = text.slice(piece.start, piece.end);
  return words.split(/\s+/).length >= TEASER_WORDS && !asks(words) ? at : undefined;
}

/** An item has another beside it; one alone may be a sentence that begins with a number. */
function itemsAmong(pieces: readonly Piece[]): boolean[] {
  let before = -1;
  const isItem = pieces.map(() => false);
  pieces.forEach((piece, index) => {
    const last = pieces[before];
    if (piece.is === 'item') {
      if (last !== undefined) isItem[before] = isItem[index] = true;
      before = index;
    } else if (last === undefined || piece.is !== 'text' || piece.indent <= last.indent) {
      before = -1;
    }
  });
  return isItem;
}

function shapeOfPiece(text: string, piece: Piece, isItem: boolean): Shape {
  if (isItem || piece.is === 'row') return 'prose';
  const words = text.slice(piece.start, piece.end);
  // What is drawn as a heading is none of the lines between which one is guessed.
  if (piece.is === 'heading') return 'drawn';
  if (isBoilerplate(words)) return 'boilerplate';
  return isUpperCase(words) || boldLine(words) !== undefined ? 'drawn' : shapeOf(words);
}

/** `BEFORE YOU START`, with or without a colon; one word of few letters may be a name. */
export function isUpperCase(line: string): boolean {
  if (line.length > 80 || line.includes('\n') || /\p{Ll}|[.!;,]$/u.test(line)) return false;
  const letters = line.replace(/\P{Lu}/gu, '').length;
  return letters >= 4 && letters * 2 >= line.length;
}

type Shape = 'prose' | 'short' | 'drawn' | 'boilerplate';

function shapeOf(paragraph: string): Shape {
  const oneLine = !paragraph.includes('\n');
  const short =
    oneLine &&
    paragraph.length <= HEADLINE_CHARACTERS &&
    paragraph.split(/\s+/).length <= HEADLINE_WORDS &&
    /^["“‘'([]*[\p{Lu}\p{N}]/u.test(paragraph) &&
    !/[.!?;:,…。！？]["”’')\]»]*$/u.test(paragraph);
  return short ? 'short' : 'prose';
}

/** A short line is a heading only between prose: in a list or a table it stands among its like. */
function isHeading(shapes: readonly Shape[], index: number): boolean {
  if (shapes[index] === 'drawn') return index + 1 < shapes.length;
  if (shapes[index] !== 'short') return false;
  const before = shapes[index - 1];
  const after = shapes[index + 1];
  if (after === 'short') return shapes[index + 2] === 'prose' && before !== 'short';
  if (before === 'short') return after === 'prose' && shapes[index - 2] !== 'short';
  // Alone in the whole text it is all that the article says, and at its end it heads nothing.
  return after !== undefined && (before === 'prose' || after === 'prose');
}
