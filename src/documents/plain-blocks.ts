import { isBoilerplate } from '../text/boilerplate.js';
import { trimSpan } from '../text/sentences.js';
import type { Block, DocumentText } from './block.js';
import { blocksOf } from './lay-out.js';
import type { Leaf } from './leaf.js';
import { asks } from './questions.js';
import { refine } from './refine.js';
import { areWrapped } from './wrapped.js';
import type { Span } from '../text/span.js';

const HEADLINE_WORDS = 16;
const HEADLINE_CHARACTERS = 120;

/** A text that has no markup, kept as it is, with its blocks. */
export function plainDocument(text: string): DocumentText {
  return { text, blocks: plainBlocks(text) };
}

/** The blocks of a text that has no markup: told by blank lines and the shape of its lines. */
export function plainBlocks(text: string): Block[] {
  const spans = splitParagraphs(text).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  const shapes = spans.map(({ start, end }) => shapeOf(text.slice(start, end)));
  const markers = spans.map(({ start, end }) => MARKER.exec(text.slice(start, end)));
  let list = -1;
  const leaves = spans.map(({ start, end }, index): Leaf => {
    const leaf = { text: text.slice(start, end), at: start };
    const [label = '', marker = ''] = markers[index] ?? [];
    const isAfter = Boolean(markers[index - 1]);
    if (label !== '' && (isAfter || markers[index + 1])) {
      if (!isAfter) list++;
      const ordered = /[\p{L}\p{N}]/u.test(marker);
      const item = { list, depth: 0, marker, ordered };
      return { ...leaf, kind: 'item', label: label.length, item };
    }
    if (shapes[index] === 'boilerplate') return { ...leaf, kind: 'paragraph', isAside: true };
    return isHeading(shapes, index)
      ? { ...leaf, kind: asks(leaf.text) ? 'question' : 'heading', level: 2 }
      : { ...leaf, kind: 'paragraph' };
  });
  const told = refine(leaves);
  return blocksOf(
    told,
    told.map(({ at = 0 }) => at),
  );
}

/** How an item of a list begins; one alone may be a sentence that begins with a number. */
const MARKER = /^([-*•◦▪‣·–]|\d{1,3}[.)]|[a-z]\)|\([a-z\d]{1,4}\))[ \t]{1,9}(?=\S)/;

type Shape = 'prose' | 'short' | 'boilerplate';

function shapeOf(paragraph: string): Shape {
  if (isBoilerplate(paragraph)) return 'boilerplate';
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
  if (shapes[index] !== 'short') return false;
  const before = shapes[index - 1];
  const after = shapes[index + 1];
  if (after === 'short') return shapes[index + 2] === 'prose' && before !== 'short';
  if (before === 'short') return after === 'prose' && shapes[index - 2] !== 'short';
  // Alone in the whole text it is all that the article says.
  return before === 'prose' || after === 'prose';
}

/** Blocks between blank lines, and in a block each line, unless its lines were wrapped by width. */
function splitParagraphs(text: string): Span[] {
  return groups(text).flatMap((lines) => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    const wrapped = areWrapped(lines.map(({ start, end }) => text.slice(start, end)));
    return wrapped ? [{ start: first.start, end: last.end }] : lines;
  });
}

function groups(text: string): Span[][] {
  const all: Span[][] = [];
  let group: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) group.push(line);
    else if (group.length > 0) {
      all.push(group);
      group = [];
    }
    start = end + 1;
  }
  if (group.length > 0) all.push(group);
  return all;
}
