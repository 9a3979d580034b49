import { isStopWord } from '../text/stop-words.js';
import { wordsOf, type Word } from '../text/words.js';
import { withApostrophes } from './apostrophes.js';
import { withoutEnd } from './ending.js';
import { AUXILIARY, pronounOf, type Pronoun } from './pronoun.js';

/**
 * How a question of a conversation is built:
 * - `whole`: like one that stands alone;
 * - `bare`: a question word with nothing to ask of, "why?", "since when?", "who else?";
 * - `instead`: another thing in place of one of the question before, "what about Porto?";
 * - `next`, `more`, `sure`: of the last answer, "and then?", "tell me more", "are you sure?".
 */
export type Form = 'whole' | 'bare' | 'instead' | 'next' | 'more' | 'sure';

export interface Reading {
  readonly form: Form;
  /** Without what only joins it to the question before: "and", "what about", "ok". */
  readonly text: string;
  readonly words: readonly Word[];
  /** Began with "and", "but", "also", "or", or with "any". */
  readonly joined: boolean;
  /** "Something else", "by the way". */
  readonly changesTopic: boolean;
  /** Undefined if what it stands for is in the question itself. */
  readonly pronoun: Pronoun | undefined;
  /** Words that say what it asks, the first of a name included. */
  readonly content: readonly Word[];
}

const CHANGE =
  /\b(?:something else|another (?:question|topic|subject|thing)|(?:different|new) (?:question|topic|subject)|by the way|btw|chang(?:e|ing) (?:the )?(?:topic|subject)|moving on|forget (?:it|that|about that))\b/iu;
/** What a person says before coming to the point. */
const FILLER =
  /^(?:ok(?:ay)?|so|well|oh|ah|hm+|um+|right|sure|alright|great|thanks?|thank you|please|yes|yeah|no|and now|now|then)\b[\s,.!…–-]*/iu;
const JOINING = /^(?:and|but|also|or|plus|&)\b[\s,.!…–-]*/iu;
const INSTEAD = /^(?:what about|how about|what of|same for|the same for|what(?= if\b))\b\s*/iu;
const NEXT =
  /^(?:then(?: what)?|what then|(?:what(?:'s|’s| is| comes| happens| do i do| should i do)? )?(?:next|after that|afterwards|then)|after that|what (?:comes|happens) after(?: that)?|(?:the )?next (?:step|one))$/iu;
const MORE =
  /^(?:(?:can you |could you |please )?(?:tell me more|say more|more|go on|continue|keep going|elaborate|explain(?: (?:it|that|this))?)(?: (?:about|on) (?:it|that|this|him|her|them))?|(?:give me |any )?more (?:details?|info(?:rmation)?|context)|(?:is there )?anything else|what else(?: does (?:it|the article) say)?|details)(?: please)?$/iu;
const SURE =
  /^(?:are you (?:really |quite |very )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|how (?:sure|certain) are you|really|seriously|sure|is (?:that|this|it) (?:really )?(?:true|right|correct|so)|how do you know(?: that)?|where does it say (?:that|so)|says who|(?:what(?:'s|’s| is) )?(?:your|the) source)$/iu;

const QUESTION_WORDS = new Set('who whom whose what which when where why how'.split(' '));
/** Beside a question word they ask no more than it does. */
const LIGHT = new Set(
  `else exactly precisely again much many long far old often come time ever really about until since
  by for to from with in on at of kind sort not`.split(/\s+/u),
);

const WHICH = new Set('what which'.split(' '));
/** "Which day?" and "in what room?" ask no more than "when?" and "where?" */
const SORTS = new Set(
  'day days date time year month week hour hours room place channel'.split(' '),
);

/** "Til when can I cancel?" */
const TILL = /\btill?(?= (?:when|what)\b)/iu;

/** The question after "something else:"; the whole of it if nothing else is said. */
export function withoutChange(question: string): string {
  const match = CHANGE.exec(question);
  if (match === null) return question;
  const rest = question.slice(match.index + match[0].length).replace(/^[\s\p{P}]+/u, '');
  return wordsOf(rest).length > 1 ? rest : question;
}

/** Reads a question for what it leaves out; pure. */
export function readFollowUp(question: string): Reading {
  const trimmed = withApostrophes(question.trim().replace(/\s+/gu, ' ')).replace(TILL, 'until');
  const changesTopic = CHANGE.test(trimmed);
  let text = trimmed;
  let joined = false;
  for (let last = ''; last !== text;) {
    last = text;
    const rest = text.replace(FILLER, '');
    // "Then?" and "sure?" say something if they stand alone.
    if (wordsOf(rest).length > 0) text = rest;
    if (JOINING.test(text) && wordsOf(text).length > 1) {
      joined = true;
      text = text.replace(JOINING, '');
    }
  }
  const bare = withoutEnd(text);
  const whole = withoutEnd(trimmed).replace(JOINING, '');
  const base = { joined, changesTopic };
  for (const [form, pattern] of [
    ['next', NEXT],
    ['more', MORE],
    ['sure', SURE],
  ] as const) {
    if (pattern.test(bare) || pattern.test(whole)) {
      return { ...base, form, text: bare, words: wordsOf(bare), pronoun: undefined, content: [] };
    }
  }
  const without = text.replace(INSTEAD, '');
  const words = wordsOf(without);
  const content = words.filter(({ text: word }) => !isStopWord(word) && !LIGHT.has(word));
  // "Any kids?" asks whether what is spoken of has some: nothing stands in place of another.
  const asksAny = /^any\b/iu.test(without) && words.length <= MOST_INSTEAD;
  const form = formOf(words, content, {
    asksInstead: without !== text,
    asksAny,
    joined,
    asks: /\?\s*$/u.test(trimmed),
  });
  const pronoun = pronounOf(without, words);
  return { ...base, joined: joined || asksAny, form, text: without, words, content, pronoun };
}

const MOST_INSTEAD = 5;
const MOST_SHORT = 3;

interface Signs {
  /** "What about". */
  readonly asksInstead: boolean;
  readonly asksAny: boolean;
  readonly joined: boolean;
  readonly asks: boolean;
}

function formOf(
  words: readonly Word[],
  content: readonly Word[],
  { asksInstead, asksAny, joined, asks }: Signs,
): Form {
  const has = (set: ReadonlySet<string>): boolean => words.some(({ text }) => set.has(text));
  if (asksInstead) return 'instead';
  if (has(QUESTION_WORDS)) {
    const rest = words.filter(
      ({ text }, at) =>
        !QUESTION_WORDS.has(text) &&
        !LIGHT.has(text) &&
        !(WHICH.has(words[at - 1]?.text ?? '') && SORTS.has(text)),
    );
    return rest.length === 0 ? 'bare' : 'whole';
  }
  if (asksAny || has(AUXILIARY) || content.length === 0) return 'whole';
  const isShort = words.length <= (joined ? MOST_INSTEAD : MOST_SHORT);
  return isShort && (joined || asks) ? 'instead' : 'whole';
}
