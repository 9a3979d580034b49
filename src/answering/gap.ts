import type { Query } from '../retrieval/query.js';
import { presence, type Term } from '../retrieval/terms.js';
import { indexOfPassage, indexOfTitle } from '../retrieval/text-index.js';
import { isNumber } from '../text/words.js';
import type { PassageRecord } from '../store/store.js';

/** Why a question is refused: what of it the articles mention, and what not together with that. */
export interface Gap {
  /** As the question has it: names and numbers that the nearest passage has. */
  readonly mentioned: readonly string[];
  /** ... and what it asks for that the passage has not. */
  readonly missing: readonly string[];
}

/**
 * Tells apart what of a question its nearest passage, title included, mentions and what it lacks.
 * Undefined if it has all or nothing of it: then there is no more to say than that it is not said.
 */
export function gapOf(query: Query, passage: PassageRecord): Gap | undefined {
  const text = indexOfPassage(passage);
  const title = indexOfTitle(passage.context);
  const isThere = (term: Term): boolean => presence(term, text) > 0 || presence(term, title) > 0;
  const missing = phrases(
    query,
    query.terms.filter((term) => !isThere(term)),
  );
  const mentioned = phrases(
    query,
    query.terms.filter((term) => term.specific && isThere(term)),
  );
  return missing.length === 0 || mentioned.length === 0 ? undefined : { mentioned, missing };
}

/** Terms that follow one another are one: "Carlos Moedas". Each once, as it is written. */
function phrases({ text, words }: Query, terms: readonly Term[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const { position, specific, text: term } of [...terms].sort(
    (a, b) => a.position - b.position,
  )) {
    const run = runs.at(-1);
    const before = run === undefined ? undefined : words[run.last];
    const goesOn =
      run?.last === position - 1 &&
      specific &&
      !isNumber(term) &&
      before?.capitalised === true &&
      words[position]?.before === ' ';
    if (run !== undefined && goesOn) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs.map(({ first, last }) => text.slice(words[first]?.start, words[last]?.end));
}
