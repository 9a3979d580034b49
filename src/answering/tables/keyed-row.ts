import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { contentWords, presence } from '../../retrieval/terms.js';
import { indexOfSentence, indexOfTitle, indexText } from '../../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import { isWeekday } from '../../text/calendar.js';
import { wordsOf } from '../../text/words.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { cellsOf, columnsOf, labelOf } from './cells.js';
import { mayTell } from '../confidence/evidence.js';
import { nameTheSame } from '../confidence/rival-kinds.js';
import { isHoursLine, tellsHours, withoutHours } from './hours.js';
import { IS } from '../asked/noun.js';
import { asksPrice, tellsPrice } from '../asked/price.js';
import type { AskedFor } from '../asked/question.js';
import { withUnits } from '../sections/structure.js';
import { asksYesNo } from '../confidence/standing.js';
import { ordinalWord } from '../asked/wanted.js';

/**
 * Whether an entry is headed by what the question names: its first cell or its label, or one of
 * several things in that, "Germany, France", or the day that it means, "Mon–Fri".
 */
export function isKeyed(query: Query, entry: SentenceRecord): boolean {
  if (isNumberedAs(query, entry)) return true;
  // "Mon" alone may be a name; not before hours.
  const { implied } = indexOfSentence(entry);
  const isOfDay = isHoursLine(entry);
  if (isOfDay && query.terms.some(({ stem }) => isWeekday(stem) && implied.has(stem))) return true;
  return headOf(entry)
    .split(/[,;/&]| and | or /u)
    .some((part) => {
      const index = indexText(part);
      const words = contentWords(wordsOf(part)).filter(({ text }) => /\p{L}/u.test(text));
      if (words.length === 0) return false;
      if (query.terms.some(({ stem }) => index.implied.has(stem))) return true;
      return words.every((word) => {
        const own = indexText(word.text);
        return query.terms.some(
          (term) => presence(term, own) >= 0.9 || nameTheSame(term.text, word.text),
        );
      });
    });
}

function headOf(entry: SentenceRecord): string {
  return (entry.kind === 'row' ? cellsOf(entry)[0] : labelOf(entry)) ?? '';
}

const NUMBERED_ROW = /^(\p{L}{2,20}): \(?(\d{1,3})[.):]?,/u;

/** Whether a row counts itself under a name, and the question says both: "Period: 4", "4th period". */
export function isNumberedAs({ words }: Query, { kind, reading }: SentenceRecord): boolean {
  const [, name = '', number = ''] = (kind === 'row' && NUMBERED_ROW.exec(reading)) || [];
  if (name === '') return false;
  const [column] = wordsOf(name);
  return words.some(
    (word, at) =>
      word.stem === column?.stem &&
      [words[at - 1], words[at + 1]].some(
        (near) => near !== undefined && ordinalWord(near.text) === Number(number),
      ),
  );
}

/** So much less of the question than the best may an entry have that is headed by a word it lacks. */
const SLACK = 0.15;

/**
 * The row of a passage, or the item or short sentence with a label, "Lamp: 95 €", that is headed by
 * what the question names, if what would be bold is not, and has hardly more of the question. Undefined
 * if there is none, or it can't tell what is asked for.
 */
export function keyedEntry(
  query: Query,
  asked: AskedFor,
  { sentences, context }: PassageRecord,
  bold: Bold,
): SentenceRecord | undefined {
  const units = bold.sentences.map(({ sentence }) => sentence);
  if (units.some((unit) => isKeyed(query, unit))) return undefined;
  const rows = sentences.filter(
    (row) => isKeyed(query, row) && canTell(query, asked, row, context),
  );
  if (rows.length === 0) return undefined;
  const ofKind = rows.find((row) => isOfKind(query, headOf(row)));
  const isBeside = (unit: SentenceRecord): boolean =>
    unit.kind === ofKind?.kind && sentences.includes(unit);
  if (ofKind !== undefined && units.every(isBeside)) return ofKind;
  const terms = rows.every((row) => tellsHours(cellsOf(row))) ? withoutHours(query) : query.terms;
  const metBy = (around: string, ...each: readonly SentenceRecord[]): number =>
    coverage(terms, ...each.map(indexOfSentence), indexOfTitle(around));
  const best = metBy(bold.best.passage.context, ...units);
  const shown = units.map(indexOfSentence);
  // "Weekend" means Saturday, too, but "Saturday" says it.
  const said = (row: SentenceRecord): number => {
    const head = indexText(headOf(row));
    return query.terms.filter(({ stem }) => head.positions.has(stem)).length;
  };
  const [likeliest] = rows
    .map((row) => ({ row, met: metBy(context, row) }))
    .sort((a, b) => b.met - a.met || said(b.row) - said(a.row));
  if (likeliest === undefined) return undefined;
  const key = indexText(headOf(likeliest.row));
  const lacksKey = query.terms.some(
    (term) => presence(term, key) > 0 && shown.every((each) => presence(term, each) === 0),
  );
  const lacksPrice = asksPrice(query) && !units.some((unit) => tellsPrice(unit, context));
  const least = best - (lacksPrice ? 2 * SLACK : lacksKey ? SLACK : 0.001);
  return likeliest.met >= least ? likeliest.row : undefined;
}

/** "Child (3–15)" of a question about kids. */
function isOfKind({ terms }: Query, head: string): boolean {
  return wordsOf(head).some((word) =>
    terms.some(({ text }) => text !== word.text && nameTheSame(text, word.text)),
  );
}

/** A programme may have more of one day than can be shown. */
const MOST_ROWS = 6;

/** Rows that the question's words head and that have as much of it as the best: all of Friday's. */
export function keyedAlike(
  query: Query,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): Bold | undefined {
  const metBy = ({ sentence }: WeighedSentence): number =>
    coverage(query.terms, indexOfSentence(sentence));
  const met = metBy(bold.best) - 0.001;
  const alike = weighed.filter((unit) => isKeyed(query, unit.sentence) && metBy(unit) >= met);
  return alike.length > 1 && alike.length <= MOST_ROWS ? withUnits(bold, alike) : undefined;
}

/** "Who is the raid lead?" of "Raid lead: Dunmorrow". */
function asksWho({ words }: Query): boolean {
  return words[0]?.text === 'who' && IS.has(words[1]?.text ?? '');
}

function canTell(query: Query, asked: AskedFor, row: SentenceRecord, context: string): boolean {
  if (asked.kind === 'reason') return false;
  if (asksPrice(query)) return tellsPrice(row, context);
  // "May I paddle alone in a kayak?" asks for more than what the row of the kayak tells.
  if (asksYesNo(query.words) && !tellsHours(cellsOf(row))) return false;
  if (row.kind !== 'row' && asked.kind !== 'date' && !asksWho(query)) return false;
  return mayTell(asked, [indexOfSentence(row)]) || tellsHours(cellsOf(row));
}

/**
 * A row of the table of which a whole column is asked for, "what does a Warden get": the question
 * names the column, and nothing in the cells of any row.
 */
export function asksForColumn(
  query: Query,
  asked: AskedFor,
  weighed: readonly WeighedSentence[],
  { best }: Bold,
): boolean {
  if (best.sentence.kind !== 'row' || asked.kind !== 'thing') return false;
  const rows = weighed.filter(({ sentence }) => sentence.kind === 'row');
  const meets = (text: string): boolean => {
    const index = indexText(text);
    return query.terms.some((term) => presence(term, index) > 0);
  };
  const names = columnsOf(best.sentence).filter(meets);
  return (
    names.length === 1 && rows.length > 1 && !rows.some(({ sentence }) => meets(sentence.text))
  );
}
