import { isStopWord } from '../../text/stop-words.js';
import type { Word } from '../../text/words.js';

/** They stand between a question word and the noun that is asked about. */
export const IS: ReadonlySet<string> = new Set('is was are were s'.split(' '));

const OPENS_NOUN = new Set('the a an your our their its my'.split(' '));
const NONE: ReadonlySet<string> = new Set();

/** Places of words in a question, both included: of a noun with what describes it. */
export interface Noun {
  readonly first: number;
  readonly last: number;
}

/** The noun that begins at a place, behind its article, up to the next word that is none or ends it. */
export function nounFrom(
  words: readonly Word[],
  from: number,
  ends: ReadonlySet<string> = NONE,
): Noun | undefined {
  const first = OPENS_NOUN.has(words[from]?.text ?? '') ? from + 1 : from;
  let next = first;
  const goesOn = (one: Word | undefined): boolean =>
    one !== undefined && !isStopWord(one.text) && !ends.has(one.text);
  while (goesOn(words[next])) next += 1;
  return next === first ? undefined : { first, last: next - 1 };
}
