import type { Query } from '../../retrieval/query.js';
import { contentWords, presence } from '../../retrieval/terms.js';
import { indexText } from '../../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import { isNumber, wordsOf } from '../../text/words.js';
import type { Bold } from '../bold.js';
import { columnsOf, isBlank, namedCellsOf, type NamedCell } from './cells.js';
import { candidatesOf, mayTell, PERSON_TITLE } from '../confidence/evidence.js';
import { tellsHours } from './hours.js';
import { isKeyed } from './keyed-row.js';
import { asksPrice } from '../asked/price.js';
import type { AskedFor } from '../asked/question.js';

/**
 * Whether the row that is bold is headed by what the question names, and one of its columns is named
 * too: "How much is a beard trim with a senior barber?", "when is Mrs Wirth's office hour?" of a table
 * with a column a teacher. Where row and column meet, there is no other answer, whatever else is said.
 */
export function isNamedCell(
  query: Query,
  asked: AskedFor,
  { sentences }: PassageRecord,
  bold: Bold,
): boolean {
  const [row, ...others] = bold.sentences.map(({ sentence }) => sentence);
  if (row?.kind !== 'row' || others.length > 0) return false;
  const [key, ...cells] = namedCellsOf(row);
  if (key === undefined) return false;
  const rows = sentences.filter((one) => one !== row && hasSameColumns(one, row));
  const named = cells.filter((cell) => !isBlank(cell.value) && isColumnNamed(query, cell, rows));
  const [cell] = named;
  if (cell === undefined || named.length > 1 || !fits(asked, query, cell.value)) return false;
  return isKeyed(query, row) || isOfOnlyKind(query, asked, key, cell);
}

function hasSameColumns(one: SentenceRecord, other: SentenceRecord): boolean {
  return one.kind === 'row' && columnsOf(one).join('\n') === columnsOf(other).join('\n');
}

/** By its name, or by what another row has in it: the teacher whose office hour is asked for. */
function isColumnNamed(
  query: Query,
  { column }: NamedCell,
  rows: readonly SentenceRecord[],
): boolean {
  if (column === undefined) return false;
  if (isSaid(query, column)) return true;
  return rows.some((row) =>
    namedCellsOf(row).some(
      (cell) => cell.column === column && isName(cell.value) && isSaid(query, cell.value),
    ),
  );
}

function isName(value: string): boolean {
  // "Mon 11:40" has a capital letter, too.
  if (/\d/u.test(value)) return false;
  return candidatesOf(indexText(value)).some(({ kind }) => kind === 'person' || kind === 'name');
}

/** Whether the question has all words of a name, but for "Mr" or "Dr". */
export function isSaid(query: Query, name: string): boolean {
  const words = contentWords(wordsOf(name)).filter(({ text }) => !PERSON_TITLE.has(text));
  if (!words.some(({ text }) => !isNumber(text))) return false;
  return words.every(({ text }) => {
    const index = indexText(text);
    return query.terms.some((term) => presence(term, index) >= 0.9);
  });
}

function fits(asked: AskedFor, query: Query, value: string): boolean {
  const index = indexText(value);
  if (asksPrice(query)) return /\d|free/iu.test(value);
  if (asked.kind === 'person') return isName(value);
  return asked.kind !== 'reason' && (mayTell(asked, [index]) || tellsHours([value]));
}

/** "Who teaches physics?" of a column a subject, whose only name is the teacher's. */
function isOfOnlyKind(query: Query, { kind }: AskedFor, key: NamedCell, cell: NamedCell): boolean {
  return (
    kind === 'person' &&
    /^(?:names?|who|teachers?|coach|contact|person)$/iu.test(key.value.trim()) &&
    cell.column !== undefined &&
    isSaid(query, cell.column)
  );
}
