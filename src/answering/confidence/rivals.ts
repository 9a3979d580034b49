import type { Query } from '../../retrieval/query.js';
import type { TextIndex } from '../../retrieval/text-index.js';
import { isStopWord } from '../../text/stop-words.js';
import { isNumber, stemOf, type Word } from '../../text/words.js';
import { candidatesOf, type Candidate } from './evidence.js';
import type { AskedFor } from '../asked/question.js';

/** Names of the words from an index on: `the`, `both` and the like may stand before them. */
function namesFrom(words: readonly Word[], from: number): Word[] {
  const names: Word[] = [];
  for (const word of words.slice(from)) {
    const isName = word.capitalised && !word.opens && !isStopWord(word.text);
    if (isName && !isNumber(word.text)) names.push(word);
    else if (names.length > 0) break;
    else if (!isStopWord(word.text)) return [];
  }
  return names;
}

function shares(text: TextIndex, { first, last }: Candidate, stems: ReadonlySet<string>): boolean {
  return text.words.slice(first, last + 1).some(({ stem }) => stems.has(stem));
}

function namesOf(text: TextIndex): readonly Candidate[] {
  return candidatesOf(text).filter(({ kind }) => kind !== 'date' && kind !== 'number');
}

/** Of these the thing may be said to do what is done to it: "the bridge opens", "she opens the bridge". */
const HAPPENS = new Set(
  'open close start begin end finish stop move change break launch reopen'.split(' ').map(stemOf),
);

/** Whether the verb at a place is one of those, and what it is done to is the subject asked about. */
function happensTo({ words }: TextIndex, place: number, stems: ReadonlySet<string>): boolean {
  if (!HAPPENS.has(words[place]?.stem ?? '')) return false;
  const object = words.slice(place + 1).find(({ text }) => !isStopWord(text));
  return object !== undefined && stems.has(object.stem);
}

/**
 * Someone else does in the answer what the question asks of somebody: "Where will Xi stay?" of
 * "Putin will stay at the guesthouse where Xi stayed".
 */
export function hasRivalName(query: Query, { at }: AskedFor, shown: readonly TextIndex[]): boolean {
  const subject = namesFrom(query.words, (at ?? -1) + 1);
  const last = subject.at(-1);
  if (last === undefined) return false;
  const after = query.terms.find(({ position }) => query.words.indexOf(last) < position);
  if (after === undefined) return false;
  const stems = new Set(subject.map(({ stem }) => stem));
  return shown.some((text) => {
    const verbs = text.positions.get(after.stem) ?? [];
    return verbs.some((verb) => {
      if (happensTo(text, verb, stems)) return false;
      const before = namesOf(text).filter(
        ({ first, last: end }) => end < verb && verb - first <= 8,
      );
      return before.length > 0 && !before.some((name) => shares(text, name, stems));
    });
  });
}

/** What may stand between a question word and who does it; forms of "be" make a passive too. */
const DOES = new Set(
  'do does did have has had can could will would shall should may must'.split(' '),
);
const ADVERBS = new Set('not also then now later first once still'.split(' '));

/**
 * As `hasRivalName`, word for word: "will Xi stay" is asked, and "Putin will stay" is said. Both have
 * the verb in the same form behind the same auxiliary, so that no passive turns them around.
 */
export function hasRivalDoer(query: Query, { at }: AskedFor, shown: readonly TextIndex[]): boolean {
  const auxiliary = query.words[(at ?? -1) + 1];
  if (auxiliary === undefined || !DOES.has(auxiliary.text)) return false;
  const subject = namesFrom(query.words, (at ?? -1) + 2);
  const last = subject.at(-1);
  const verb = last === undefined ? undefined : query.words[query.words.indexOf(last) + 1];
  if (verb === undefined || verb.capitalised || isStopWord(verb.text)) return false;
  const stems = new Set(subject.map(({ stem }) => stem));
  const doers = shown.flatMap((text) =>
    (text.positions.get(verb.stem) ?? []).filter(isFormOf(verb, text)).map((place) => {
      if (happensTo(text, place, stems)) return true;
      let before = place - 1;
      // After a comma, the verb may be anybody's.
      const isApart = (at: number): boolean => text.words[at]?.before !== ' ';
      while (!isApart(before + 1) && isBetween(text.words[before])) before -= 1;
      if (isApart(before + 1)) return undefined;
      const name = namesOf(text).find(({ last: end }) => end === before);
      return name === undefined ? undefined : shares(text, name, stems);
    }),
  );
  return doers.includes(false) && !doers.includes(true) && !doers.includes(undefined);
}

/** No noun that is made from it: "translates", not "translation". */
function isFormOf(verb: Word, { words }: TextIndex): (place: number) => boolean {
  return (place) =>
    words[place]?.text === verb.text || /(?:ed|es|[^s]s)$/u.test(words[place]?.text ?? '');
}

function isBetween(word: Word | undefined): boolean {
  return word !== undefined && (DOES.has(word.text) || ADVERBS.has(word.text));
}

const POSSESSIVE = /^['’]s?\s/u;
/** Words between an owner and what is owned: "Peru's former deputy foreign minister". */
const DESCRIBING = 3;

/**
 * The answer tells who somebody is to another than the question asks about: "the minister of Peru" is
 * asked for, and "Chile's minister" or "the minister of Chile" is said. Whose "his minister" is, is not
 * known: who asks for Russia's may well mean Putin's.
 */
export function hasRivalOwner(
  query: Query,
  { kind, at }: AskedFor,
  shown: readonly TextIndex[],
): boolean {
  const asked = kind === 'person' ? ownedBy(query.words, at ?? -1) : undefined;
  if (asked === undefined) return false;
  const { role, owner } = asked;
  if (shown.some((text) => [...owner].some((stem) => text.positions.has(stem)))) return false;
  return shown.some((text) =>
    (text.positions.get(role) ?? []).some((place) => hasOwner(text, place)),
  );
}

/** Whose what is asked for, as stems: "who is the mayor of Porto", "who was Porto's deputy mayor". */
function ownedBy(
  words: readonly Word[],
  at: number,
): { readonly role: string; readonly owner: ReadonlySet<string> } | undefined {
  if (!IS.has(words[at + 1]?.text ?? '')) return undefined;
  let next = at + 2;
  if (words[next]?.text === 'the') next += 1;
  const owner = ownerAt(words, next);
  next += owner.length;
  const start = next;
  while (isDescribing(words[next])) next += 1;
  const role = words[next - 1];
  if (role === undefined || next === start) return undefined;
  if (owner.length > 0) return { role: role.stem, owner: stemsOf(owner) };
  const names = words[next]?.text === 'of' ? namesFrom(words, next + 1) : [];
  return names.length > 0 ? { role: role.stem, owner: stemsOf(names) } : undefined;
}

/** The names up to one that a possessive's `'s` follows. */
function ownerAt(words: readonly Word[], from: number): readonly Word[] {
  let end = from;
  while (words[end]?.capitalised === true) {
    end += 1;
    if (POSSESSIVE.test(words[end]?.before ?? '')) return words.slice(from, end);
  }
  return [];
}

const IS = new Set('is was are were'.split(' '));

function isDescribing(word: Word | undefined): boolean {
  return word !== undefined && !word.capitalised && !isStopWord(word.text);
}

function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.map(({ stem }) => stem));
}

function hasOwner(text: TextIndex, role: number): boolean {
  const { words } = text;
  for (let at = role; at >= role - DESCRIBING; at -= 1) {
    const word = words[at];
    if (word === undefined || (at < role && isStopWord(word.text))) break;
    if (POSSESSIVE.test(word.before) && words[at - 1]?.capitalised === true) return true;
  }
  const of = words[role + 1]?.text === 'of';
  return of && namesFrom(words, role + 2).length > 0;
}
