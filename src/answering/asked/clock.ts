import type { TextIndex } from '../../retrieval/text-index.js';
import { isNumber, stemOf, type Word } from '../../text/words.js';

const HALF_OF_DAY = new Set(['am', 'pm', 'noon', 'midnight']);

/** Whether a text says a time of day, which tells when: "16:05", "7 pm", "8 o'clock", "noon". */
export function hasClock({ words }: TextIndex): boolean {
  return words.some((word, at) => isClock(word, words[at + 1], words[at + 2]));
}

const OPENS = new Set(['open', 'close', 'shut', 'closed'].map(stemOf));
const IS_CLOSED = new Set(['closed', 'shut']);

/** Whether a text says that something is closed which is asked when it opens: that tells when, too. */
export function saysClosed(
  { stems }: { readonly stems: ReadonlySet<string> },
  { words }: TextIndex,
): boolean {
  return (
    [...OPENS].some((stem) => stems.has(stem)) && words.some(({ text }) => IS_CLOSED.has(text))
  );
}

function isClock({ text }: Word, next: Word | undefined, second: Word | undefined): boolean {
  if (text === 'noon' || text === 'midnight') return true;
  if (/^(?:[01]?\d|2[0-3]):[0-5]\d(?:am|pm|h)?$/u.test(text)) return true;
  if (/^(?:0?\d|1[0-2])(?:am|pm)$/u.test(text)) return true;
  if (!isNumber(text) || next === undefined) return false;
  return next.text === 'o' ? second?.text === 'clock' : HALF_OF_DAY.has(next.text);
}
