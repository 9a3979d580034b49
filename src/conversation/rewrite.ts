import { isStopWord } from '../text/stop-words.js';
import { contentWords } from '../retrieval/terms.js';
import { isNumber, wordsOf, type Word } from '../text/words.js';
import { contentRuns } from './content-runs.js';
import { withoutEnd } from './ending.js';
import type { Exchange } from './exchange.js';
import type { Reading } from './reading.js';

/** A question with what it leaves out. */
export interface Rewritten {
  readonly text: string;
  /** Stems of the words that were taken over; those of the question itself weigh more. */
  readonly carried: ReadonlySet<string>;
}

/** The question with what its pronoun stands for in place of it. */
export function inPlaceOfPronoun({ text, pronoun, words }: Reading, about: string): Rewritten {
  if (pronoun === undefined) return { text, carried: new Set() };
  // "How often does the tram go?": a common noun keeps its article.
  const the = /^\p{Ll}/u.test(about) && pronoun.kind !== 'ordinal' && !pronoun.bare ? 'the ' : '';
  const possessive = pronoun.possessive && !/['’]s?$/u.test(about) ? '’s' : '';
  return {
    text: `${text.slice(0, pronoun.start)}${the}${about}${possessive}${text.slice(pronoun.end)}`,
    carried: stemsBeyond(wordsOf(about), words),
  };
}

/** The question, and after it the words of the one before that it does not say itself. */
export function withWordsOf(rewritten: Rewritten, { understood }: Exchange): Rewritten {
  const own = wordsOf(rewritten.text);
  const stems = new Set(own.map(({ stem }) => stem));
  const hasDate = own.some(isDay);
  const taken = contentWords(wordsOf(understood)).filter(
    (word) => !stems.has(word.stem) && !(hasDate && isDay(word)),
  );
  const words = taken.map(({ start, end }) => understood.slice(start, end)).join(' ');
  return {
    text: words === '' ? rewritten.text : `${withoutEnd(rewritten.text)} ${words}?`,
    carried: new Set([...rewritten.carried, ...taken.map(({ stem }) => stem)]),
  };
}

const ASKS = new Set('who whom whose what which when where why how'.split(' '));
const HOW_MUCH = new Set(
  'much many long old tall far big hot cold often high deep wide fast'.split(' '),
);

/** The question with the subject of those before it behind it. */
export function withSubject({ text, words }: Reading, about: string): Rewritten {
  return {
    text: `${withoutEnd(text)} (${about})?`,
    carried: stemsBeyond(wordsOf(about), words),
  };
}

/** A bare question word asks of what was asked before: "when?" after "Did she marry?". */
export function askedOf({ text }: Reading, exchange: Exchange): Rewritten {
  const word = withoutEnd(text);
  const understood = withoutSubject(exchange);
  const words = wordsOf(understood);
  const from =
    words.find(
      ({ text: each }, at) =>
        !ASKS.has(each) && !(words[at - 1]?.text === 'how' && HOW_MUCH.has(each)),
    )?.start ?? 0;
  const rest = understood.slice(from);
  return { text: `${word} ${rest}`, carried: stemsBeyond(wordsOf(rest), wordsOf(word)) };
}

/** A question without the subject that was put behind it, if it says something by itself. */
function withoutSubject({ question, understood, about }: Exchange): string {
  const added = ` (${about ?? ''})?`;
  const isAdded = about !== undefined && understood.endsWith(added);
  const says = contentWords(wordsOf(question)).some((word) => !isStopWord(word.text));
  return isAdded && says ? `${understood.slice(0, -added.length)}?` : understood;
}

const ADDS = new Set('if unless with without during while before after once'.split(' '));

/** "And if it rains?" stands in place of nothing: it is a condition of what was asked before. */
export function isCondition({ form, words }: Reading): boolean {
  return form === 'instead' && ADDS.has(words[0]?.text ?? '');
}

/** The question before with a condition behind it. */
export function under(reading: Reading, { understood }: Exchange): Rewritten {
  return {
    text: `${withoutEnd(understood)} ${withoutEnd(reading.text)}?`,
    carried: stemsBeyond(wordsOf(understood), reading.words),
  };
}

const LEADS = new Set(
  'to in on at for from with by during about of into per a an the any'.split(' '),
);

const PARTICLES = new Set('in out on off up down back over away'.split(' '));

/** The question before, with another thing in place of a stretch of its words. */
export function inPlaceOf(stretch: readonly Word[], reading: Reading, before: Exchange): Rewritten {
  const { understood } = before;
  const words = wordsOf(understood);
  const first = stretch[0];
  const last = stretch.at(-1);
  const said = withoutEnd(reading.text);
  if (first === undefined || last === undefined) {
    return withWordsOf({ text: said, carried: new Set() }, before);
  }
  let start = first.start;
  let at = words.findIndex((word) => word.start === first.start);
  // "to France" takes the place of "in Ireland", "the attic" of "the family room".
  const opens = reading.words[0]?.text ?? '';
  while (LEADS.has(opens) && LEADS.has(words[at - 1]?.text ?? '')) {
    at -= 1;
    start = words[at]?.start ?? start;
  }
  // "Check out" takes the place of "check in".
  const closes = words[words.findIndex((word) => word.start === last.start) + 1];
  const isParticle = PARTICLES.has(reading.words.at(-1)?.text ?? '') && closes !== undefined;
  const end = isParticle && PARTICLES.has(closes.text) ? closes.end : last.end;
  const text = `${understood.slice(0, start)}${said}${understood.slice(end)}`;
  return { text, carried: stemsBeyond(words, reading.words) };
}

const DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
  fridays saturdays sundays today tomorrow yesterday weekend weekends weekdays`.split(/\s+/u),
);

/** One day takes the place of another. */
export function isDay({ text }: Word): boolean {
  return DAYS.has(text);
}

/** Stretches of a question that another thing may stand in place of. */
export function replaceable(question: string): Word[][] {
  return contentRuns(wordsOf(question));
}

function stemsBeyond(words: readonly Word[], own: readonly Word[]): Set<string> {
  const said = new Set(own.map(({ stem }) => stem));
  return new Set(
    words
      .filter(({ text, stem }) => (!isStopWord(text) || isNumber(text)) && !said.has(stem))
      .map(({ stem }) => stem),
  );
}
