import type { Span } from '../../text/span.js';
import { graphemes } from '../../text/graphemes.js';
import { clean } from './clean.js';
import { escape } from './escape.js';
import { ELLIPSIS } from './truncate.js';

export interface QuoteMarks {
  /** The answering sentences, as positions in the quoted text. */
  readonly bold?: readonly Span[] | undefined;
  /** The words that answer. */
  readonly underlined?: readonly Span[] | undefined;
}

interface Style {
  readonly bold: boolean;
  readonly underlined: boolean;
}

/** A grapheme, or a longer part that need not be taken apart. */
interface Unit extends Style {
  readonly text: string;
}

const PREFIX = '> ';

/** What a line break may add besides itself: the quote's mark, and emphasis that is closed and opened. */
const LINE_COST = 1 + PREFIX.length + '**__'.length * 2;

/** Graphemes that escaping makes longer, at least at the beginning of a line. */
const ESCAPED = /^[\\`*_~|<>[\]@#+.-]/;

/** How far a cut is moved to fall between words, in characters. */
const WORD_REACH = 24;

/**
 * Quotes foreign text so that nothing in it leaves the quote or means anything but itself. If it
 * is longer than `max` once it is escaped, what is bold is kept and the rest is cut off around it.
 */
export function quote(text: string, marks: QuoteMarks, max: number): string {
  // Most passages fit: only what does not is taken apart, which is a hundred times slower.
  if (text.length <= max * 4) {
    const runs = trim(toRuns(text, marks));
    if (runs.length === 0) return PREFIX + ELLIPSIS;
    const whole = write(runs, { from: 0, to: runs.length });
    if (whole.length <= max) return whole;
  }
  const units = trim(toRuns(...around(text, marks, max)).flatMap(toUnits));
  for (let budget = max; budget > 0;) {
    const quoted = write(units, windowOf(units, budget));
    if (quoted.length <= max) return quoted;
    budget -= quoted.length - max;
  }
  return PREFIX + ELLIPSIS;
}

/**
 * The part of a long text that may be shown: around the beginning of what is bold. A "sentence"
 * without a single space may have millions of characters.
 */
function around(
  text: string,
  { bold = [], underlined = [] }: QuoteMarks,
  reach: number,
): [string, QuoteMarks] {
  const middle = bold[0]?.start ?? 0;
  const from = Math.max(0, middle - reach);
  const shift = ({ start, end }: Span): Span => ({ start: start - from, end: end - from });
  const part = text.slice(from, middle + reach);
  return [part, { bold: bold.map(shift), underlined: underlined.map(shift) }];
}

function toUnits(run: Unit): Unit[] {
  return Array.from(graphemes(run.text), (text) => ({ ...run, text }));
}

/** Parts of one style each; line breaks are parts of their own. */
function toRuns(text: string, { bold = [], underlined = [] }: QuoteMarks): Unit[] {
  const edges = [...bold, ...underlined].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, text.length, ...edges])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.flatMap((start, index) => {
    const style = { bold: covers(bold, start), underlined: covers(underlined, start) };
    return clean(text.slice(start, cuts[index + 1]))
      .split(/(\n)/)
      .filter((part) => part !== '')
      .map((part) => ({ ...style, text: part }));
  });
}

function covers(spans: readonly Span[], position: number): boolean {
  return spans.some(({ start, end }) => start <= position && position < end);
}

function trim(units: readonly Unit[]): Unit[] {
  const visible = ({ text }: Unit) => text.trim() !== '';
  const first = units.findIndex(visible);
  return first < 0 ? [] : units.slice(first, units.findLastIndex(visible) + 1);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** As many units around the bold ones as the budget allows, before and after by turns. */
function windowOf(units: readonly Unit[], budget: number): Range {
  let left = budget - PREFIX.length - '**__'.length * 4 - ELLIPSIS.length * 2;
  const first = Math.max(
    units.findIndex(({ bold }) => bold),
    0,
  );
  const last = units.findLastIndex(({ bold }) => bold);
  const take = (index: number): boolean => {
    const unit = units[index];
    if (unit === undefined) return false;
    const cost = costOf(unit);
    if (cost > left) return false;
    left -= cost;
    return true;
  };

  let from = first;
  let to = first;
  while (to <= last && take(to)) to++;
  let growing = to > last;
  while (growing) {
    const before = take(from - 1);
    if (before) from--;
    const after = take(to);
    if (after) to++;
    growing = before || after;
  }
  return betweenWords(units, { from, to });
}

function costOf({ text }: Unit): number {
  if (text === '\n') return LINE_COST;
  return ESCAPED.test(text) ? text.length + 1 : text.length;
}

function betweenWords(units: readonly Unit[], { from, to }: Range): Range {
  const movable = (index: number): boolean => units[index]?.bold === false;
  const isSpace = (index: number): boolean => units[index]?.text.trim() === '';
  let start = from;
  if (from > 0) {
    while (movable(start) && !isSpace(start - 1) && start - from < WORD_REACH) start++;
    if (!isSpace(start - 1)) start = from;
  }
  let end = to;
  if (to < units.length) {
    while (movable(end - 1) && !isSpace(end) && to - end < WORD_REACH) end--;
    if (!isSpace(end)) end = to;
  }
  return start < end ? { from: start, to: end } : { from, to };
}

function write(units: readonly Unit[], { from, to }: Range): string {
  const kept = trim(units.slice(from, to));
  const before = from > 0 ? ELLIPSIS : '';
  const after = to < units.length ? ELLIPSIS : '';
  const lines = splitBy(kept, ({ text }) => text === '\n').map(writeLine);
  return PREFIX + before + lines.join(`\n${PREFIX}`) + after;
}

/** Emphasis is closed at the end of each line, so that no line depends on another. */
function writeLine(line: readonly Unit[]): string {
  return groupBy(line, ({ bold }) => bold)
    .map((group) => {
      const text = groupBy(group, ({ underlined }) => underlined)
        .map((part) =>
          mark(escape(part.map((unit) => unit.text).join('')), '__', part[0]?.underlined),
        )
        .join('');
      return mark(text, '**', group[0]?.bold);
    })
    .join('');
}

function mark(text: string, sign: string, wanted: boolean | undefined): string {
  if (wanted !== true || text.trim() === '') return text;
  const inner = text.trim();
  const [before = '', after = ''] = text.split(inner);
  return before + sign + inner + sign + after;
}

function splitBy(units: readonly Unit[], isBreak: (unit: Unit) => boolean): Unit[][] {
  const lines: Unit[][] = [[]];
  for (const unit of units) {
    if (isBreak(unit)) lines.push([]);
    else lines.at(-1)?.push(unit);
  }
  return lines;
}

function groupBy(units: readonly Unit[], key: (unit: Unit) => boolean): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && key(group[0]) === key(unit)) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}
