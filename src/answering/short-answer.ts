import { isStopWord } from '../text/stop-words.js';
import { isNumber, wordsOf } from '../text/words.js';
import type { ShownAnswer } from './shown-answer.js';

/** The words that answer, each once; none if none are marked. */
export function shortAnswer({ text, marked }: Pick<ShownAnswer, 'text' | 'marked'>): string[] {
  const words = marked.map(({ start, end }) => text.slice(start, end)).filter(saysSomething);
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

/** "He" answers only beside the sentence before. */
function saysSomething(text: string): boolean {
  return wordsOf(text).some((word) => !isStopWord(word.text) || isNumber(word.text));
}
