import type { Span } from '../text/span.js';
import type { AnswerText, AnswerUnit } from './answer.js';
import { partAround } from './shown-part.js';

/** An answer as it is shown, wherever that is: text of its own, with spans that point into it. */
export interface ShownAnswer {
  /** The headings above it, joined; empty if there are none. */
  readonly heading: string;
  readonly text: string;
  readonly bold: readonly Span[];
  /** The words that answer. */
  readonly marked: readonly Span[];
  /** An article's headings, which tell what it is about. */
  readonly outline: string;
  /** Each line is code, to be shown as it is. */
  readonly isCode: boolean;
  /** What of the article is shown. */
  readonly part: Span;
}

const CELL = ' · ';

/**
 * Prose and lists are shown in their passage, with nested items indented; rows by themselves, each
 * cell with its column's name; code by itself. Of prose only so many sentences on each side are
 * shown, where `neighbours` says how many (at least 1).
 */
export function shownAnswer(answer: AnswerText, neighbours?: number): ShownAnswer {
  const heading = answer.path.join(' › ');
  const outline = (answer.outline ?? []).join(CELL);
  const units = answer.units.filter(({ kind }) => kind !== 'sentence');
  if (units.length > 0 && units.every(({ kind }) => kind === 'row')) {
    return { heading, outline, isCode: false, part: answer, ...rows(answer, units) };
  }
  const { start: from, end: to } =
    neighbours === undefined
      ? { start: 0, end: answer.passage.length }
      : partAround(answer, neighbours);
  const base = answer.passageStart + from;
  const moved = ({ start, end }: Span): Span => ({ start: start - base, end: end - base });
  const isCode = units.length > 0 && units.every(({ kind }) => kind === 'code');
  return {
    heading,
    outline,
    text: indented(answer.passage.slice(from, to)),
    bold: answer.sentences.map(moved),
    marked: answer.highlights.map(moved),
    isCode,
    part: isCode ? answer : { start: base, end: answer.passageStart + to },
  };
}

/** Spaces at a line's beginning are dropped where messages are shown; these, as wide, are not. */
function indented(text: string): string {
  return text.replace(/^ {1,40}/gm, (spaces) => '\u2002'.repeat(spaces.length));
}

/** `Rank: Gold · Price: 10 €`, a row a line. */
function rows(
  answer: AnswerText,
  units: readonly AnswerUnit[],
): Pick<ShownAnswer, 'text' | 'bold' | 'marked'> {
  let text = '';
  const bold: Span[] = [];
  const marked: Span[] = [];
  const words = ({ start, end }: Span): string =>
    answer.passage
      .slice(start - answer.passageStart, end - answer.passageStart)
      .replace(/\s+/g, ' ')
      .trim();
  for (const { start, end, cells = [{ start, end }] } of units) {
    if (text !== '') text += '\n';
    const from = text.length;
    for (const cell of cells) {
      const value = words(cell);
      if (value === '') continue;
      if (text.length > from) text += CELL;
      if (cell.column !== undefined) text += `${cell.column}: `;
      const isMarked = answer.highlights.some(
        (highlight) => highlight.start >= cell.start && highlight.end <= cell.end,
      );
      if (isMarked) marked.push({ start: text.length, end: text.length + value.length });
      text += value;
    }
    bold.push({ start: from, end: text.length });
  }
  return { text, bold, marked };
}
