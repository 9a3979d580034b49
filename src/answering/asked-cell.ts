import { presence } from '../retrieval/terms.js';
import type { Query } from '../retrieval/query.js';
import { indexText } from '../retrieval/text-index.js';
import type { Span } from '../text/span.js';
import type { AnswerUnit } from './answer.js';
import { candidatesOf } from './evidence.js';
import type { AskedFor } from './question.js';
import { asksPrice, hasPrice } from './price.js';

/**
 * The cell of a row that is asked for: the one whose column the question names, else the only one
 * with a price or of the kind that is asked for. None if that is not clear.
 */
export function askedCell(
  query: Query,
  asked: AskedFor,
  text: (span: Span) => string,
  { cells = [] }: AnswerUnit,
): Span | undefined {
  const filled = cells.filter((cell) => text(cell).trim() !== '');
  const news = filled.filter((cell) => shareNamed(query, text(cell)) < 0.5);
  const [best, next] = news
    .map((cell) => ({
      cell,
      named: cell.column === undefined ? 0 : shareNamed(query, cell.column),
    }))
    .sort((a, b) => b.named - a.named);
  if (best !== undefined && best.named >= 0.5 && best.named > (next?.named ?? 0)) {
    return { start: best.cell.start, end: best.cell.end };
  }
  if (asksPrice(query)) return onlyOf(news.filter((cell) => hasPrice(text(cell))));
  const kind =
    asked.kind === 'number' || asked.kind === 'date' || asked.kind === 'person'
      ? asked.kind
      : undefined;
  if (kind === undefined) return undefined;
  return onlyOf(
    news.filter((cell) =>
      candidatesOf(indexText(text(cell))).some((candidate) => candidate.kind === kind),
    ),
  );
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
