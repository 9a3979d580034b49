import type { Word } from '../../text/words.js';

/** Which part of a document is asked for, beside what kind of thing. */
export interface Wanted {
  /** Several things at once, or how something is done: a list as a whole may answer. */
  readonly whole: boolean;
  /** One item by its number: 3 of "rule 3" and of "the third rule". */
  readonly ordinal?: number | undefined;
}

const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
/** What items of a numbered list are called. */
const NUMBERED = new Set(
  'rule step point item number no question section part stage phase tip article paragraph level place position rank'.split(
    ' ',
  ),
);
const ASKS_FOR_LIST = new Set('list name enumerate give show'.split(' '));
/** What is done with all things of a list: included, planned, forbidden. */
const IS_DONE = /^(?:\p{L}{3,12}[^e]ed|forbidden)$/u;
const ENDS_LIKE_PLURAL = /[^s]s$/u;

/** Reads from a question's words whether a whole list, or one item by its number, is asked for. */
export function wantedOf(words: readonly Word[]): Wanted {
  return { whole: wantsWhole(words), ordinal: ordinalOf(words) };
}

function wantsWhole(words: readonly Word[]): boolean {
  const texts = words.map(({ text }) => text);
  const [first = '', second = '', third = ''] = texts;
  if (ASKS_FOR_LIST.has(first) || texts.includes('all') || texts.includes('everything'))
    return true;
  if (asksForbidden(words)) return true;
  if (first === 'how' && /^(?:do|does|can|should|to|would|must)$/u.test(second)) return true;
  if (first === 'what' && /^(?:do|does|should|must|can)$/u.test(second)) {
    return /\b(?:need|bring|do|have|take|pack|include|buy|eat|know)$/u.test(
      texts.slice(2).join(' '),
    );
  }
  if (first === 'who') return second === 'are' || second === 'were';
  if (first !== 'what' && first !== 'which') return false;
  if (/^(?:goes|go|belongs|comes|is|s)$/u.test(second) && /^in(?:to|side)?$/u.test(third))
    return true;
  // "What's on on Sunday?", "what isn't covered?"
  const [next = '', last = ''] = texts.slice(1).filter((text) => !/^(?:is|isn|t|not)$/u.test(text));
  const isOfAll = next === 'on' ? last !== 'earth' : IS_DONE.test(next) && texts.at(-1) !== 'in';
  if (first === 'what' && isOfAll) return true;
  if (second === 'are' || second === 'were') return third !== 'you';
  return ENDS_LIKE_PLURAL.test(second) && !/^(?:is|was|does|has)$/u.test(second);
}

function ordinalOf(words: readonly Word[]): number | undefined {
  for (const [at, { text, before }] of words.entries()) {
    const next = words[at + 1]?.text ?? '';
    if (NUMBERED.has(text) && /^\d{1,3}$/u.test(next)) return Number(next);
    if (/^\d{1,3}$/u.test(text) && before.trimEnd().endsWith('§')) return Number(text);
    const ordinal = ORDINALS.get(text);
    if (ordinal !== undefined && NUMBERED.has(next)) return ordinal;
  }
  return undefined;
}

/** They say that a list is asked for, not of what. */
const REQUESTS = new Set([...ASKS_FOR_LIST, 'goes', 'go', 'belongs', 'comes']);

export function isRequest(word: string): boolean {
  return REQUESTS.has(word);
}

/** Whether a word asks what a text says, and not what about: "what does § 2 say?" */
export function isSaying(word: string): boolean {
  return /^(?:say|says|state|states|mean|means|regulate|regulates|about)$/u.test(word);
}

/** Whether a word says which of several: `third`, `3`. */
export function isOrdinal(word: string): boolean {
  return ORDINALS.has(word) || /^\p{N}{1,3}$/u.test(word);
}

/** The number that a word says as one of several: 3 of `3`, `3rd` and `third`. */
export function ordinalWord(word: string): number | undefined {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/u.exec(word)?.[1];
  return digits === undefined ? ORDINALS.get(word) : Number(digits);
}

/** Whether a word is what numbered items are called: `rule`, `step`. */
export function isNumbered(word: string): boolean {
  return NUMBERED.has(word);
}

/** Whether something is said not to be so: "what isn't included?", "Not planned". */
export function isNegated(words: readonly Word[]): boolean {
  return words.some(({ text }) => /^(?:not|no|t|never|cannot|without)$/u.test(text));
}

const OPENS_FORBIDDEN =
  /^(?:is|isn|s|are|aren|am|can|cannot|may|must|mustn|should|shouldn|things)$/u;
const FORBIDDEN = /^(?:forbidden|prohibited|banned|disallowed)$/u;
const PERMITTED = /^(?:allowed|permitted|can|cannot|may|must|mustn|should|shouldn)$/u;
const SAYS_FORBIDDEN =
  /\b(?:may|must|can|should|shall) ?(?:not|n['’]t)\b|\bnot (?:allowed|permitted)\b|\b(?:forbidden|prohibited|banned)\b|^(?:please )?(?:do not|don['’]t)s?\b/iu;

/** "What is forbidden?", "what am I not allowed to do?", "what can't I bring?" */
export function asksForbidden(words: readonly Word[]): boolean {
  const [first, second] = words.map(({ text }) => text);
  if (first !== 'what' || second === undefined || !OPENS_FORBIDDEN.test(second)) return false;
  const has = (pattern: RegExp): boolean => words.some(({ text }) => pattern.test(text));
  return has(FORBIDDEN) || (isNegated(words) && has(PERMITTED));
}

/** Whether a heading, or the line before a list, says that what follows is not to be done. */
export function saysForbidden(text: string): boolean {
  return SAYS_FORBIDDEN.test(text);
}

/** Whether a word asks whether something may be done, and not what. */
export function isPermission(word: string): boolean {
  return FORBIDDEN.test(word) || PERMITTED.test(word);
}
