import { isStopWord } from '../text/stop-words.js';
import { isNumber, type Word } from '../text/words.js';

/** Whether a word is compared with a question's: a stop word tells nothing, unless it is a number. */
export function tells({ text }: Pick<Word, 'text'>): boolean {
  return !isStopWord(text) || isNumber(text);
}

/** The places of the words of an embedded text that are kept: those that tell, or all if none does. */
export function keptWords(words: readonly Word[]): number[] {
  const places = [...words.keys()];
  const telling = places.filter((place) => words[place] !== undefined && tells(words[place]));
  return telling.length > 0 ? telling : places;
}
