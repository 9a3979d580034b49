import type { Word } from '../../text/words.js';
import { stemOf } from '../../text/words.js';

/** What an answer is expected to be. */
export type Asked = 'person' | 'date' | 'number' | 'place' | 'reason' | 'name' | 'thing';

export interface AskedFor {
  readonly kind: Asked;
  /** Stem of what is asked for: `newspaper` of "which newspaper", `people` of "how many people". */
  readonly head?: string | undefined;
  /** Its place among the question's words. */
  readonly headAt?: number | undefined;
  /** The place of the question word among the question's words; none if it has none. */
  readonly at?: number | undefined;
}

const DATE_HEADS = new Set(
  'year date day month centuri decad season era time period age'.split(' '),
);
const NUMBER_HEADS = new Set(
  'percentag percent number amount popul rate ratio size height width depth weight length speed temperatur price cost distanc score ag'.split(
    ' ',
  ),
);
const PLACE_HEADS = new Set(
  `citi countri state place locat town continent region island river lake mountain street nation
  area villag counti capit provinc district build stadium venu coloni neighborhood neighbourhood
  suburb borough port territori republ kingdom empir airport hospit hotel prison`.split(/\s+/u),
);
const PERSON_HEADS = new Set(
  `person man woman presid minist leader king queen emperor actor actress singer player author writer
  director scientist general artist explor politician coach quarterback governor pope poet chemist
  physicist historian philosoph astronaut professor teacher musician compos founder candid
  mayor senat judg lawyer journalist economist architect inventor defend winner
  ambassador spokesman spokeswoman`.split(/\s+/u),
);
const HOW_NUMBER = new Set(
  'many much long old tall far big large often high deep wide fast heavy hot cold'.split(' '),
);
/** What stands between "what" and the noun that is meant: "what type of", "what is the name of the". */
const TRANSPARENT = new Set(
  'type kind sort name term word form be is was were are the a an of did do does other famous'.split(
    ' ',
  ),
);

/** Reads what is asked for from the question word and what follows it. */
export function askedFor(words: readonly Word[]): AskedFor {
  for (const [index, { text }] of words.entries()) {
    if (index === 0 ? isClause(words) : isSubordinate(words, index)) continue;
    const asked = byQuestionWord(text, words.slice(index + 1));
    if (asked === undefined) continue;
    const { head } = asked;
    const headAt = head === undefined ? -1 : words.findIndex(({ stem }) => stem === head);
    return { ...asked, at: index, headAt: headAt < 0 ? undefined : headAt };
  }
  return { kind: 'thing' };
}

function byQuestionWord(word: string, after: readonly Word[]): AskedFor | undefined {
  switch (word) {
    case 'who':
    case 'whom':
    case 'whose':
      return { kind: 'person' };
    case 'when':
      return { kind: 'date' };
    case 'where':
      return { kind: 'place' };
    case 'why':
      return { kind: 'reason' };
    case 'how':
      return howMuch(after);
    case 'what':
    case 'which':
      return whichThing(after);
    default:
      return undefined;
  }
}

const CLAUSE = new Set(['when', 'where', 'how', 'why']);
const ASKS = new Set(['what', 'which', 'who', 'whom', 'whose']);

/** "When the hatch was closed, what happened?" does not ask for a date. */
function isClause([first, ...rest]: readonly Word[]): boolean {
  return first !== undefined && CLAUSE.has(first.text) && rest.some(({ text }) => ASKS.has(text));
}

const OPENS_YES_NO = new Set(
  `is are was were am do does did has have had can could will would shall should may might must
  don isn aren doesn didn hasn haven couldn wouldn shouldn won`.split(/\s+/u),
);
/** What is asked for behind these is a question of its own: "Can you tell me when it opens?" */
const ASKS_INDIRECTLY = new Set(
  'know knows tell tells told say says said explain see remember find show guess idea clear known'.split(
    ' ',
  ),
);

/** "Do I have to tell them when I am ill?" asks for no date. */
function isSubordinate(words: readonly Word[], at: number): boolean {
  if (!CLAUSE.has(words[at]?.text ?? '') || !OPENS_YES_NO.has(words[0]?.text ?? '')) return false;
  const told = words[at - 1]?.text === 'me' || words[at - 1]?.text === 'us' ? at - 2 : at - 1;
  return !ASKS_INDIRECTLY.has(words[told]?.text ?? '');
}

function howMuch(after: readonly Word[]): AskedFor {
  const [first, second] = after;
  if (first === undefined || !HOW_NUMBER.has(first.text)) return { kind: 'thing' };
  return { kind: 'number', head: second?.stem };
}

/** What may stand between a question word and who does something. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did has have had can could will would should may might must'.split(' '),
);

function whichThing(after: readonly Word[]): AskedFor {
  // What follows in "what did the queen open" is who did it, not what is asked for.
  if (AUXILIARIES.has(after[0]?.text ?? '')) return { kind: 'thing' };
  const head = after.find(({ text }) => !TRANSPARENT.has(text))?.stem;
  if (head === undefined) return { kind: 'thing' };
  const first = after.slice(0, 3).map(({ stem }) => stem);
  const has = (heads: ReadonlySet<string>): boolean => first.some((stem) => heads.has(stem));
  if (has(DATE_HEADS)) return { kind: 'date', head };
  if (has(NUMBER_HEADS)) return { kind: 'number', head };
  if (has(PLACE_HEADS)) return { kind: 'place', head };
  if (has(PERSON_HEADS)) return { kind: 'person', head };
  return { kind: first.includes(stemOf('name')) ? 'name' : 'thing', head };
}
