import type { TextIndex } from '../../retrieval/text-index.js';
import { isMonth, isWeekday } from '../../text/calendar.js';
import { isStopWord } from '../../text/stop-words.js';
import { isNumber, type Word } from '../../text/words.js';

/** What a cause, or an aim, may stand behind; "by" and "with" have what did it. */
const CAUSAL = new Set(
  `because since due owing so therefore hence thus for to as after cause caused causes causing reason
  reasons led leading leads result resulted thanks following by with without when if while unless until
  lest from through lack too not no never cannot`.split(/\s+/u),
);
/** New words of a sentence that only tells that it happened, and where: days and numbers are none. */
const MOST_NEW = 2;
/** Of the question's words, such as tell what happened. */
const LEAST_TOLD = 0.6;

/**
 * Whether a question asks why something happened, and all that is said is that it did: "Why was the
 * brewery sold?" of "The brewery beside it was sold in 2015".
 */
export function lacksCause(asked: readonly Word[], shown: readonly TextIndex[]): boolean {
  if (asked[0]?.text !== 'why') return false;
  const own = new Set(
    asked
      .slice(1)
      .filter(isContent)
      .map(({ stem }) => stem),
  );
  if (own.size < 2) return false;
  const telling = shown.filter((sentence) => onlyTells(sentence, own));
  const until = Math.max(...telling.flatMap(yearsIn));
  return (
    telling.length > 0 && shown.every((each) => telling.includes(each) || isLater(each, until))
  );
}

const YEAR = /^(?:1\d|20)\d\d$/u;

function yearsIn({ words }: TextIndex): number[] {
  return words.flatMap(({ text }) => (YEAR.test(text) ? [Number(text)] : []));
}

/** What came years after it is no cause of it. */
function isLater(sentence: TextIndex, year: number): boolean {
  const years = yearsIn(sentence);
  return years.length > 0 && Number.isFinite(year) && years.every((each) => each > year);
}

function onlyTells({ words, positions }: TextIndex, own: ReadonlySet<string>): boolean {
  if (words.some(({ text }) => CAUSAL.has(text) || text.endsWith("n't"))) return false;
  const told = [...own].filter((stem) => positions.has(stem)).length;
  if (told < LEAST_TOLD * own.size) return false;
  const added = words.filter((word) => isContent(word) && !own.has(word.stem) && !isTime(word));
  return added.length <= MOST_NEW;
}

function isContent({ text }: Word): boolean {
  return !isStopWord(text);
}

function isTime({ text, stem }: Word): boolean {
  return isNumber(text) || isWeekday(stem) || isMonth(stem);
}
