import { isStopWord } from '../text/stop-words.js';
import { isNumber, wordsOf } from '../text/words.js';
import type { ShownAnswer } from './shown-answer.js';

/** More cells of a table say nothing without the rows that they stand in. */
const MOST = 4;

/** The words that answer, each once; none if none are marked, or too many to be read alone. */
export function shortAnswer({ text, marked }: Pick<ShownAnswer, 'text' | 'marked'>): string[] {
  const words = marked.map(({ start, end }) => text.slice(start, end)).filter(saysSomething);
  const once = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  return once.length > MOST ? [] : once;
}

/** "He" answers only beside the sentence before. */
function saysSomething(text: string): boolean {
  return wordsOf(text).some((word) => !isStopWord(word.text) || isNumber(word.text));
}
