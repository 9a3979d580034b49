import { indexOfSentence } from '../retrieval/text-index.js';
import type { PassageRecord } from '../store/store.js';

const CALLS: Readonly<Record<'he' | 'she', ReadonlySet<string>>> = {
  he: new Set('he him his himself mr sir'.split(' ')),
  she: new Set('she her hers herself ms mrs miss lady'.split(' ')),
};

/**
 * How an article speaks of somebody: in how many of the sentences that name the person "he" or "she"
 * follows. A pronoun before the name is another's: "she had married Casimir Vogt".
 */
export function calledBy(
  person: string,
  passages: readonly PassageRecord[],
): Readonly<Record<'he' | 'she', number>> {
  const called = { he: 0, she: 0 };
  for (const { sentences } of passages) {
    for (const sentence of sentences) {
      const at = sentence.text.indexOf(person);
      if (at < 0) continue;
      const { words } = indexOfSentence(sentence);
      // What is read before the text, as headings are, comes before its words.
      const from = sentence.reading.length - sentence.text.length + at;
      for (const each of ['he', 'she'] as const) {
        if (words.some(({ text, start }) => start > from && CALLS[each].has(text)))
          called[each] += 1;
      }
    }
  }
  return called;
}
