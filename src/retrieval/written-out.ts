import type { Word } from '../text/words.js';

/** What is said of things that one may ask after in two words: "pets allowed?", "breakfast included". */
const SAID = new Set(
  `allowed permitted forbidden banned welcome okay ok fine possible available included needed required
  necessary mandatory optional free paid open closed planned refundable accessible vegan vegetarian
  safe legal compatible supported`.split(/\s+/u),
);

/** With one of these the question is a whole one, a request, or asks for something else. */
const ASKS_ALREADY = new Set(
  `who whom whose what which when where why how is are was were am be been do does did has have had
  can could will would shall should may might must tell show list give name summarise summarize
  explain find search number amount maximum minimum max min if and or not no thanks`.split(/\s+/u),
);

const LONGEST = 9;

/** What may follow what is said: "dogs allowed on the bus?"; "free" of "free tickets" says nothing yet. */
const AFTER = new Set('at on in for with to from during after before by inside yet now'.split(' '));

function isClosed(next: Word | undefined): boolean {
  return next === undefined || AFTER.has(next.text);
}

/**
 * A question that leaves out its verb, with it: "cheques ok?" is "are cheques ok?". Any other as it
 * stands.
 * @param words those of the text
 */
export function writtenOut(text: string, words: readonly Word[]): string {
  const at = words.findIndex((word, index) => SAID.has(word.text) && isClosed(words[index + 1]));
  const subject = words[at - 1];
  if (subject === undefined || words.length > LONGEST) return text;
  if (words.some((word) => ASKS_ALREADY.has(word.text))) return text;
  return `${/[^s]s$/u.test(subject.text) ? 'are' : 'is'} ${text}`;
}
