import { isStopWord } from '../text/stop-words.js';
import type { Word } from '../text/words.js';

export type PronounKind = 'he' | 'she' | 'they' | 'it' | 'there' | 'ordinal' | 'one';

/** A word that stands for something said before. */
export interface Pronoun {
  readonly kind: PronounKind;
  /** Of `Reading.text`. */
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  /** Takes the noun alone: "the old one". */
  readonly bare?: boolean | undefined;
  /** For "the second one": 2, and -1 for the last. */
  readonly ordinal?: number | undefined;
}

export const AUXILIARY: ReadonlySet<string> = new Set(
  `is are was were am be been do does did can could will would shall should may might must has have
  had isn aren wasn weren don doesn didn won`.split(/\s+/u),
);

/** The word of a question that stands for something said before it. */
export function pronounOf(text: string, words: readonly Word[]): Pronoun | undefined {
  return ordinalIn(text) ?? oneIn(words) ?? pronounIn(text, words);
}

const ORDINALS = [
  ['first', 1],
  ['former', 1],
  ['second', 2],
  ['latter', -1],
  ['other', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['last', -1],
] as const;
const ORDINAL =
  /\bthe (first|former|second|latter|other|third|fourth|fifth|last)(?: (?:one|of (?:them|these|those)|person|man|woman|name))?(?=['’]s\b|\s*[?.!,]|\s+(?:is|was|do|does|did|has|had|will|say|said)\b|$)/iu;

function ordinalIn(text: string): Pronoun | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const ordinal = ORDINALS.find(([name]) => name === match[1]?.toLowerCase())?.[1];
  return {
    kind: 'ordinal',
    start: match.index,
    end: match.index + match[0].length,
    possessive: false,
    ordinal,
  };
}

/** "The old one", "another one": a noun that was said before. */
function oneIn(words: readonly Word[]): Pronoun | undefined {
  const at = words.findIndex(({ text }) => text === 'one' || text === 'ones');
  const word = words[at];
  const next = words[at + 1];
  if (
    word === undefined ||
    (next !== undefined && !isStopWord(next.text) && !AUXILIARY.has(next.text))
  ) {
    // "When was the old one built?": the verb that its auxiliary belongs to follows.
    if (word === undefined || !words.slice(0, at).some(({ text }) => AUXILIARY.has(text))) {
      return undefined;
    }
  }
  if (next === undefined && isObject(words, at)) {
    return { kind: 'one', start: word.start, end: word.end, possessive: false };
  }
  const before = words.slice(Math.max(0, at - 3), at);
  const opens = before.some(({ text }) => OPENS_ONE.has(text));
  if (!opens || ['no', 'any', 'every', 'some'].includes(words[at - 1]?.text ?? ''))
    return undefined;
  if (next?.text === 'of') return undefined;
  return { kind: 'one', start: word.start, end: word.end, possessive: false, bare: true };
}

/** "How do I book one?", "how much is one?", and no "what is rule one?" */
function isObject(words: readonly Word[], at: number): boolean {
  const [doer, verb] = words.slice(Math.max(0, at - 2), at);
  if (doer === undefined || verb === undefined) return false;
  return DOERS.has(doer.text) || (doer.text === 'much' && AUXILIARY.has(verb.text));
}

const DOERS = new Set('i you we they people to'.split(' '));
const OPENS_ONE = new Set('the this that another which a an'.split(' '));

const PRONOUNS: ReadonlyMap<string, { kind: PronounKind; possessive?: boolean }> = new Map([
  ['he', { kind: 'he' }],
  ['him', { kind: 'he' }],
  ['himself', { kind: 'he' }],
  ['his', { kind: 'he', possessive: true }],
  ['she', { kind: 'she' }],
  ['her', { kind: 'she' }],
  ['hers', { kind: 'she', possessive: true }],
  ['herself', { kind: 'she' }],
  ['they', { kind: 'they' }],
  ['them', { kind: 'they' }],
  ['their', { kind: 'they', possessive: true }],
  ['theirs', { kind: 'they', possessive: true }],
  ['those', { kind: 'they' }],
  ['these', { kind: 'they' }],
  ['it', { kind: 'it' }],
  ['its', { kind: 'it', possessive: true }],
  ['this', { kind: 'it' }],
  ['that', { kind: 'it' }],
  ['there', { kind: 'there' }],
]);
const DETERMINERS = new Set('the a an my your our'.split(' '));
/** "How long does it take to" and "is it true that" refer to what follows. */
const EXPLETIVE =
  /\bit (?:\p{L}{1,30} )?(?:to|that|if)\b|\b(?:is|was) it (?:true|possible|ok|okay|allowed|legal|safe|worth|necessary|too late)\b/iu;

function pronounIn(text: string, words: readonly Word[]): Pronoun | undefined {
  for (const [at, word] of words.entries()) {
    const known = PRONOUNS.get(word.text);
    if (known === undefined || !refersBack(text, words, at)) continue;
    const before = words.slice(0, at);
    const hasOwn =
      before.some(({ capitalised, opens, text: each }) => capitalised && !opens && each !== 'i') ||
      before.some(
        ({ text: each }, place) =>
          DETERMINERS.has(each) && place + 1 < at && !isStopWord(before[place + 1]?.text ?? 'the'),
      );
    if (hasOwn) return undefined;
    const next = words[at + 1];
    const isHers =
      word.text === 'her' && next !== undefined && !isStopWord(next.text) && next.before === ' ';
    return {
      kind: known.kind,
      start: word.start,
      end: word.end,
      possessive: known.possessive === true || isHers,
    };
  }
  return undefined;
}

function refersBack(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]?.text;
  const previous = words[at - 1]?.text;
  const next = words[at + 1];
  switch (word) {
    case 'it':
      return !EXPLETIVE.test(text);
    case 'this':
    case 'these':
      return next === undefined || isStopWord(next.text);
    case 'that':
      // After a noun or a verb it joins a clause: "the man that", "said that".
      return (
        (next === undefined || previous === undefined || isStopWord(previous)) &&
        !(next !== undefined && (next.capitalised || DETERMINERS.has(next.text)))
      );
    case 'there':
      return !AUXILIARY.has(previous ?? '') && !AUXILIARY.has(next?.text ?? '');
    default:
      return true;
  }
}
