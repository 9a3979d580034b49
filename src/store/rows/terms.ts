import type { PassageSpan } from '../../passages/passage.js';
import { passageReading } from '../../passages/reading.js';
import { words } from '../../text/index-words.js';
import type { KnownWord } from '../store.js';

/** In how many of an article's passages each word occurs; the title counts with the first. */
export function countTerms(
  { title, text }: { readonly title: string; readonly text: string },
  passages: readonly PassageSpan[],
): Map<string, number> {
  const counts = new Map<string, number>();
  passages.forEach((passage, ordinal) => {
    const searched = searchedText(text, passage);
    for (const word of new Set(words(ordinal === 0 ? `${title}\n${searched}` : searched))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  });
  return counts;
}

/** Those of `minLength` to `maxLength` letters. */
export function ofLength(
  known: readonly KnownWord[],
  minLength: number,
  maxLength: number,
): KnownWord[] {
  return known.filter(({ word }) => word.length >= minLength && word.length <= maxLength);
}

/** The words that a passage is found by: its headings', and what it is read as. */
function searchedText(text: string, passage: PassageSpan): string {
  return [...passage.path, passageReading(text, passage)].join('\n');
}
