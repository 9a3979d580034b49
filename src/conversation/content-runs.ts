import { isStopWord } from '../text/stop-words.js';
import type { Word } from '../text/words.js';

/** Stretches of words that say something, with nothing but a space or a hyphen in between. */
export function contentRuns(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const [at, word] of words.entries()) {
    if (isStopWord(word.text) || isAmount(words, at)) continue;
    const current = runs.at(-1);
    const previous = words[at - 1];
    const goesOn =
      current !== undefined &&
      current.at(-1) === previous &&
      /^(?:['’]s)?[\s'’-]*$/u.test(word.before);
    if (goesOn) current.push(word);
    else runs.push([word]);
  }
  return runs;
}

const AMOUNTS = new Set('many much'.split(' '));

/** "How many plums" is about plums. */
function isAmount(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.text === 'how' && AMOUNTS.has(words[at]?.text ?? '');
}

/** The words of a text that a stretch is. */
export function runText(text: string, run: readonly Word[] | undefined): string | undefined {
  return run === undefined ? undefined : text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
}

/** The word after one; empty if there is none. */
export function nextWord(words: readonly Word[], word: Word | undefined): string {
  return word === undefined ? '' : (words[words.indexOf(word) + 1]?.text ?? '');
}

/** The word before one; empty if there is none. */
export function beforeWord(words: readonly Word[], word: Word | undefined): string {
  if (word === undefined) return '';
  return words[words.indexOf(word) - 1]?.text ?? '';
}

const IS = new Set('is are was were'.split(' '));
const DOES = new Set('do does did'.split(' '));
const THE = new Set('the a an my your our this that'.split(' '));
/** They stand behind the verb: "what did kim say about russia?" */
const AFTER_VERB = new Set('about when if after before to with because'.split(' '));
/** Places and times stand behind it, too, but also behind a noun: "does the shop in Belm open?" */
const BEHIND = new Set('in on at for from by during until per off out up'.split(' '));
/** What is often asked of things, which is seldom a noun. */
const VERBS = new Set(
  `take takes cost costs last open close begin end stop run weigh need have mean come go happen start
  get serve stay keep`.split(/\s+/u),
);
const PARTICIPLE = /\p{L}{2}[^e\P{L}]ed$/u;
const PARTICIPLES = new Set(
  `built made held kept sold sent paid put set cut shut done taken given shown written broken chosen
  found won lost born bought brought caught drawn driven eaten known left led met run read said seen
  spent stolen taught thrown told worn`.split(/\s+/u),
);
const ASKS_HOW = new Set('when where why how by whom'.split(' '));

/**
 * A stretch without the verb that it ends with: "when does the quiz start", but not "how do I make
 * the quiz start"; "when was the bridge built", but not "who is the man found".
 */
export function withoutVerb(words: readonly Word[], run: readonly Word[]): readonly Word[] {
  const last = run.at(-1);
  if (last === undefined || run.length < 2) return run;
  const opens = words[words.findIndex((word) => word === run[0]) - 1];
  const from = opens !== undefined && THE.has(opens.text) ? opens : run[0];
  const auxiliary = words[words.findIndex((word) => word === from) - 1];
  if (auxiliary === undefined) return run;
  const next = nextWord(words, last);
  const endsWithVerb = DOES.has(auxiliary.text)
    ? next === '' || AFTER_VERB.has(next) || (VERBS.has(last.text) && BEHIND.has(next))
    : IS.has(auxiliary.text) &&
      ASKS_HOW.has(beforeWord(words, auxiliary)) &&
      (PARTICIPLE.test(last.text) || PARTICIPLES.has(last.text));
  return endsWithVerb ? run.slice(0, -1) : run;
}
