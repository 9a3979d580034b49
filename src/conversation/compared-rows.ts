import type { AnswerText } from '../answering/answer.js';
import { answerTextOf } from '../answering/answer-text.js';
import { extremesOf, measureOf } from '../answering/tables/cell-measures.js';
import { superlativeOf, type Superlative } from '../answering/tables/superlative.js';
import type { PassageRecord } from '../store/store.js';
import type { Span } from '../text/span.js';
import type { Word } from '../text/words.js';
import type { Reading } from './reading.js';
import { besideOneAnother, CELL, latestRow, stemsOf, type Row } from './structure.js';
import type { Topic } from './topic.js';

interface Comparison extends Superlative {
  /** Of the two things that were spoken of, and not of all. */
  readonly ofTwo: boolean;
}

const COMPARATIVES: ReadonlyMap<string, Pick<Comparison, 'most' | 'of'>> = new Map([
  ['cheaper', { most: false, of: 'price' }],
  ['dearer', { most: true, of: 'price' }],
  ['pricier', { most: true, of: 'price' }],
  ['longer', { most: true, of: 'duration' }],
  ['shorter', { most: false, of: 'duration' }],
  ['quicker', { most: false, of: 'duration' }],
  ['earlier', { most: false, of: 'clock' }],
  ['later', { most: true, of: 'clock' }],
  ['bigger', { most: true }],
  ['larger', { most: true }],
  ['smaller', { most: false }],
  ['higher', { most: true }],
  ['lower', { most: false }],
]);

/** They say what is compared, or stand for whatever is. */
const SAYS_NO_MORE = new Set('one ones cost costs price two them of expensive costly'.split(' '));
const ASKS = new Set('which what who whats'.split(' '));
const MOST_ROWS = 3;

/**
 * After answers from a table "which is the cheapest?" is the row of it that is, and "which is
 * cheaper?" that of the two rows spoken of. Undefined if another kind of thing is named, or if it is
 * not clear by which column they are compared.
 */
export function comparedRows(
  { form, words, content }: Reading,
  topic: Topic,
): { readonly passage: PassageRecord; readonly answer: AnswerText } | undefined {
  const latest = latestRow(topic);
  const [unit, ...others] = latest?.units ?? [];
  if (latest === null || unit?.kind !== 'row' || others.length > 0) return undefined;
  const comparison = comparisonIn(words);
  const asksWhich = ASKS.has(words[0]?.text ?? '') || form === 'instead';
  if (comparison === undefined || !asksWhich) return undefined;
  const beside = besideOneAnother(topic.passages, unit.start, 'row');
  const names = namesOf(beside, topic);
  const said = content.filter(({ text }) => !comparison.words.has(text) && !SAYS_NO_MORE.has(text));
  const known = names.map(stemsOf);
  if (said.some(({ stem }) => !known.some((stems) => stems.has(stem)))) return undefined;
  const rows = comparison.ofTwo ? spokenOf(beside, topic) : beside;
  if (rows === undefined || rows.length < 2) return undefined;
  const column = columnOf(comparison, rows, names, topic, said);
  const found = column === undefined ? [] : extremes(comparison, rows, names, column);
  const [first] = found;
  if (first === undefined || found.length > MOST_ROWS || found.length === rows.length) {
    return undefined;
  }
  // Those that are alike may stand in two passages.
  if (found.some(({ passage }) => passage !== first.passage)) return undefined;
  const highlights = found.flatMap(({ row }) => cellsOf(row)[0] ?? []);
  const units = found.map(({ row }) => row);
  const answer = answerTextOf(first.passage, units, highlights);
  return { passage: first.passage, answer: { ...answer, units: withCells(units, names) } };
}

/** The names of a table's columns, from whichever of its rows was an answer. */
function namesOf(rows: readonly Row[], { exchanges }: Topic): string[] {
  const known = exchanges.findLast(({ answer }) =>
    answer?.units.some(
      ({ start, cells }) => cells !== undefined && rows.some(({ row }) => row.start === start),
    ),
  );
  return (known?.answer?.units[0]?.cells ?? []).map(({ column = '' }) => column);
}

function withCells(units: readonly Row['row'][], names: readonly string[]): AnswerText['units'] {
  return units.map((unit) => ({
    start: unit.start,
    end: unit.end,
    kind: unit.kind,
    cells: cellsOf(unit).map((cell, at) => ({ ...cell, column: names[at] })),
  }));
}

function comparisonIn(words: readonly Word[]): Comparison | undefined {
  for (const [at, { text }] of words.entries()) {
    const found = COMPARATIVES.get(text);
    if (found !== undefined) return { ...found, words: new Set([text]), ofTwo: true };
    const next = words[at + 1]?.text ?? '';
    if ((text === 'more' || text === 'less') && /^(?:expensive|costly)$/u.test(next)) {
      return { most: text === 'more', of: 'price', words: new Set([text, next]), ofTwo: true };
    }
    if (/^costs?$/u.test(text) && (next === 'more' || next === 'less')) {
      return { most: next === 'more', of: 'price', words: new Set([text, next]), ofTwo: true };
    }
  }
  const superlative = superlativeOf(words);
  return superlative && { ...superlative, ofTwo: false };
}

/** The last two rows of a table that were answers. */
function spokenOf(rows: readonly Row[], { exchanges }: Topic): Row[] | undefined {
  const starts = exchanges.flatMap(({ answer }) =>
    answer?.units.length === 1 && answer.units[0]?.kind === 'row' ? [answer.units[0].start] : [],
  );
  const lastTwo = [...new Set(starts.reverse())].slice(0, 2);
  const found = rows.filter(({ row }) => lastTwo.includes(row.start));
  return found.length === 2 ? found : undefined;
}

/** The column that is named, or was asked of last; else the only one, or any where all have it alike. */
function columnOf(
  comparison: Comparison,
  rows: readonly Row[],
  names: readonly string[],
  { exchanges }: Topic,
  said: readonly Word[],
): number | undefined {
  const fitting = names.flatMap((_, column) => {
    const values = column === 0 ? [] : rows.map((row) => valueIn(comparison, row, names, column));
    const isMeasured = values.filter((value) => value !== undefined).length > rows.length / 2;
    return isMeasured ? [column] : [];
  });
  const named = fitting
    .map((column) => {
      const stems = stemsOf(names[column] ?? '');
      return { column, words: said.filter(({ stem }) => stems.has(stem)).length };
    })
    .toSorted((one, other) => other.words - one.words);
  const [best, next] = named;
  if (best !== undefined && best.words > 0) {
    return best.words === next?.words ? undefined : best.column;
  }
  for (const { answer } of exchanges.toReversed()) {
    const cells = answer?.units[0]?.cells ?? [];
    const marked = cells.flatMap(({ start, end }, column) =>
      answer?.highlights.some((each) => each.start >= start && each.end <= end) ? [column] : [],
    );
    const asked = marked.filter((column) => fitting.includes(column));
    if (asked.length === 1) return asked[0];
  }
  // "The biggest" of what, no word has said.
  if (comparison.of === undefined && fitting.length > 1) return undefined;
  const ways = new Set(
    fitting.map((column) =>
      extremes(comparison, rows, names, column)
        .map(({ row }) => row.start)
        .join(' '),
    ),
  );
  return ways.size === 1 ? fitting[0] : undefined;
}

function extremes(
  comparison: Comparison,
  rows: readonly Row[],
  names: readonly string[],
  column: number,
): Row[] {
  return extremesOf(rows, comparison.most, (row) => valueIn(comparison, row, names, column));
}

function valueIn(
  { of }: Comparison,
  { row }: Row,
  names: readonly string[],
  column: number,
): number | undefined {
  const cell = row.text.split(CELL)[column];
  return cell === undefined ? undefined : measureOf(cell, names[column] ?? '', of);
}

function cellsOf({ text, start }: Row['row']): Span[] {
  let from = start;
  return text.split(CELL).map((cell) => {
    const span = { start: from, end: from + cell.length };
    from = span.end + CELL.length;
    return span;
  });
}
