import { isBoilerplate } from '../text/boilerplate.js';
import { trimSpan } from '../text/sentences.js';
import type { Span } from '../text/span.js';

const HEADLINE_WORDS = 16;
const HEADLINE_CHARACTERS = 120;
/** Lines at least this full are taken as wrapped by an editor, lines longer as whole paragraphs. */
const WRAP = { least: 40, most: 110 };

/**
 * The prose of an article in runs of paragraphs. A run ends where something else stands between:
 * boilerplate, a heading, a headline of another article. Text that is all short lines is prose.
 */
export function proseRuns(text: string): Span[][] {
  const paragraphs = splitParagraphs(text).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  const kinds = paragraphs.map((span) => kindOf(text.slice(span.start, span.end)));
  const runs: Span[][] = [];
  let run: Span[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  paragraphs.forEach((span, index) => {
    if (kinds[index] === 'boilerplate' || isHeading(kinds, index)) close();
    else run.push(span);
  });
  close();
  return runs;
}

type Kind = 'prose' | 'short' | 'boilerplate';

function kindOf(paragraph: string): Kind {
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
function isHeading(kinds: readonly Kind[], index: number): boolean {
  if (kinds[index] !== 'short') return false;
  const before = kinds[index - 1];
  const after = kinds[index + 1];
  if (after === 'short') return kinds[index + 2] === 'prose' && before !== 'short';
  if (before === 'short') return after === 'prose' && kinds[index - 2] !== 'short';
  // Alone in the whole text it is all that the article says.
  return before === 'prose' || after === 'prose';
}

/** Blocks between blank lines, and in a block each line, unless its lines were wrapped by width. */
function splitParagraphs(text: string): Span[] {
  return blocks(text).flatMap((lines) => {
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return [];
    return isWrapped(text, lines) ? [{ start: first.start, end: last.end }] : lines;
  });
}

function blocks(text: string): Span[][] {
  const all: Span[][] = [];
  let block: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) block.push(line);
    else if (block.length > 0) {
      all.push(block);
      block = [];
    }
    start = end + 1;
  }
  if (block.length > 0) all.push(block);
  return all;
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  const inner = lines.slice(0, -1);
  const full = inner.every(({ start, end }) => {
    const length = end - start;
    return length >= WRAP.least && length <= WRAP.most;
  });
  const flowing = inner.filter(({ start, end }) => !/[.!?:]["”’')]*$/.test(text.slice(start, end)));
  return (
    full &&
    flowing.length * 2 >= inner.length &&
    !/^(?:[-*•]|\d+[.)])\s/m.test(text.slice(lines[0]?.start, lines.at(-1)?.end))
  );
}
