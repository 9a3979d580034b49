import { presence } from '../../retrieval/terms.js';
import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { Span } from '../../text/span.js';
import type { AnswerUnit } from '../answer.js';
import { isBlank } from './cells.js';
import { candidatesOf } from '../confidence/evidence.js';
import { isSaid } from './named-cell.js';
import type { AskedFor } from '../asked/question.js';
import { asksPrice, hasPrice } from '../asked/price.js';

/**
 * The cell of a row that is asked for: the one whose column the question names, by its name or by what
 * another row has in it, else the only one with a price or of the kind that is asked for. None if that
 * is not clear.
 */
export function askedCell(
  query: Query,
  asked: AskedFor,
  text: (span: Span) => string,
  { cells = [] }: AnswerUnit,
  others: readonly AnswerUnit[] = [],
): Span | undefined {
  const columnOf = (cell: Span): readonly Span[] => {
    const at = cells.findIndex(({ start }) => start === cell.start);
    return at < 1 ? [] : others.flatMap((other) => other.cells?.[at] ?? []);
  };
  const namedBeside = (cell: Span): number =>
    columnOf(cell).some((other) => isSaid(query, text(other))) ? OF_OTHER_ROW : 0;
  const filled = cells.filter((cell) => text(cell).trim() !== '');
  const news = filled.filter((cell) => shareNamed(query, text(cell)) < 0.5);
  const [best, next] = news
    .map((cell) => ({
      cell,
      named: Math.max(
        cell.column === undefined ? 0 : shareNamed(query, cell.column),
        namedBeside(cell),
      ),
    }))
    .sort((a, b) => b.named - a.named);
  if (best !== undefined && best.named >= 0.5 && best.named > (next?.named ?? 0)) {
    return { start: best.cell.start, end: best.cell.end };
  }
  if (asksPrice(query)) {
    const sums = news.filter((cell) => hasPrice(text(cell)));
    return onlyOf(sums.length > 0 ? sums : news.filter((cell) => /^\d/u.test(text(cell))));
  }
  const kind =
    asked.kind === 'number' || asked.kind === 'date' || asked.kind === 'person'
      ? asked.kind
      : undefined;
  if (kind === undefined) {
    const isWhich = asked.at !== undefined && asked.headAt === asked.at + 1;
    return asked.kind === 'thing' && isWhich
      ? onlyOf(news.filter(({ column }) => column !== undefined && NAMES.test(column.trim())))
      : undefined;
  }
  const ofKind = (wanted: string) =>
    news.filter((cell) =>
      candidatesOf(indexText(text(cell))).some((candidate) => candidate.kind === wanted),
    );
  const fitting = ofKind(kind);
  // Names whose first names are rare are not known for people's.
  return onlyOf(fitting.length === 0 && kind === 'person' ? ofKind('name') : fitting);
}

/** Columns of what the whole table is about: "which film" of a row with a title. */
const NAMES = /^(?:titles?|names?)$/iu;

/** A column's own name says more than what is in it. */
const OF_OTHER_ROW = 0.9;

/**
 * In a table that is asked for by a column, the cells of that column: "what does a Warden get?" None
 * if no column is named by all of its words, or several are.
 */
export function askedColumn(
  query: Query,
  text: (span: Span) => string,
  rows: readonly AnswerUnit[],
): Span[] {
  const [first] = rows;
  const columns = (first?.cells ?? []).flatMap(({ column }, at) =>
    at > 0 && column !== undefined && shareNamed(query, column) === 1 ? [at] : [],
  );
  const [only, other] = columns;
  if (only === undefined || other !== undefined) return [];
  return rows.flatMap(({ cells = [] }) => {
    const cell = cells[only];
    return cell === undefined || isBlank(text(cell)) ? [] : [{ start: cell.start, end: cell.end }];
  });
}

function onlyOf([only, other]: readonly Span[]): Span | undefined {
  if (only === undefined || other !== undefined) return undefined;
  return { start: only.start, end: only.end };
}

/** How much of some words the question says: 0 to 1. */
function shareNamed(query: Query, words: string): number {
  const index = indexText(words);
  const stems = [...index.positions.keys()];
  if (stems.length === 0) return 0;
  // "High season (April–October)", asked for in July.
  if (query.terms.some(({ stem }) => index.implied.has(stem))) return 1;
  const met = new Set(
    query.terms.filter((term) => presence(term, index) >= 0.9).map(({ stem }) => stem),
  );
  return Math.min(1, met.size / stems.length);
}
