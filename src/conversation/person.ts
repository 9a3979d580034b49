import { candidatesOf, type Candidate } from '../answering/confidence/evidence.js';
import { askedFor } from '../answering/asked/question.js';
import { indexText, type TextIndex } from '../retrieval/text-index.js';
import type { PassageRecord } from '../store/store.js';
import { wordsOf, type Word } from '../text/words.js';
import { rankOf } from '../text/common-words.js';
import { latestWith, type Exchange } from './exchange.js';
import { calledBy } from './gender.js';

/** Whoever was "he" is not "she", nor is anybody whom the article calls so. */
export function personIn(
  exchanges: readonly Exchange[],
  kind: 'he' | 'she',
  passages: readonly PassageRecord[],
): string | undefined {
  const others = new Set(
    exchanges
      .filter(({ pronoun }) => (pronoun === 'he' || pronoun === 'she') && pronoun !== kind)
      .map(({ about }) => about),
  );
  // Nobody is whatever "there" or "it" stood for.
  const things = exchanges.flatMap(({ about, pronoun }) =>
    about !== undefined && pronoun !== undefined && THINGS.has(pronoun) ? [about] : [],
  );
  const other = kind === 'he' ? 'she' : 'he';
  const isPlaceHere = (person: string): boolean => passages.some(({ text }) => isIn(person, text));
  const find = (isLikely: (person: string, exchange: Exchange) => boolean): string | undefined =>
    latestWith(exchanges, (exchange) =>
      personsOf(exchange, passages).find((person) => {
        // "HARROWAY, 12 November": a dateline is nobody.
        if (!isName(person) || !/\p{Ll}/u.test(person) || isPlace(person)) return false;
        if (onlyOpens(person, passages) || QUOTED.test(person)) return false;
        if (things.some((thing) => thing.startsWith(person)) || isPlaceHere(person)) return false;
        return !others.has(person) && isLikely(person, exchange);
      }),
    );
  const called = (person: string): ReturnType<typeof calledBy> => calledBy(person, passages);
  // A single word may be the name of a thing, which nobody has called so.
  return (
    find(
      (person, { about, pronoun }) =>
        (about === person && pronoun === kind) ||
        called(person)[kind] > 0 ||
        (WHOLE_NAME.test(person) && called(person)[other] === 0),
    ) ??
    find((person) => called(person)[other] === 0) ??
    whomTitled(passages, kind)
  );
}

/** "The Salt Path" is what is read, and nobody. */
const QUOTED = /["“”„«»]/u;

/** "Born in Larvik, he went to sea": an everyday word that stands first alone is nobody's name. */
function onlyOpens(person: string, passages: readonly PassageRecord[]): boolean {
  if (/\s/u.test(person) || rankOf(person.toLowerCase()) === undefined) return false;
  return !passages.some(({ text }) => text.includes(` ${person}`) && !text.includes(`. ${person}`));
}

/** Whom the article is called after, and calls so: "Elsbeth Varga" of whom nothing was asked lately. */
function whomTitled(
  [passage, ...others]: readonly PassageRecord[],
  kind: 'he' | 'she',
): string | undefined {
  const title = passage?.title ?? '';
  if (passage === undefined || !WHOLE_NAME.test(title) || isPlace(title)) return undefined;
  const words = [passage, ...others].flatMap(({ text }) => wordsOf(text));
  const says = (one: 'he' | 'she'): number => words.filter(({ text }) => text === one).length;
  const isMostly = says(kind) > 0 && says(kind) > 2 * says(kind === 'he' ? 'she' : 'he');
  return isMostly && passage.text.includes(title) ? title : undefined;
}

const PLACES =
  /\s(?:square|street|road|lane|avenue|bridge|footbridge|church|cathedral|castle|palace|park|house|hall|station|guesthouse|hostel|inn|harbou?r|river|lake|island|airport|hotel|school|university|stadium|library|museum|town|city)$/iu;

/** "Ines Lind" and "Jan van Eyck", but not "Power flow". */
const WHOLE_NAME =
  /^\p{Lu}\S*(?:\s(?:\p{Lu}\S*|de|del|der|den|di|da|du|la|le|van|von|zu|al|bin|ibn|ten|ter))+$/u;

/** "Kim Il Sung Square" is called after somebody, and is nobody. */
function isPlace(name: string): boolean {
  return PLACES.test(name);
}

/** Nobody is what something is in: "the cathedral in Maribor", but "in Odile's crew". */
function isIn(name: string, text: string): boolean {
  for (const before of [' in ', ' near ', 'In ', 'Near ']) {
    const at = text.indexOf(`${before}${name}`);
    if (at >= 0 && !/^[\p{L}’'-]/u.test(text.slice(at + before.length + name.length))) return true;
  }
  return false;
}

/** Whether a text begins as a name does. */
export function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Kinds of candidates that may be a person. */
export const PERSONAL = new Set(['person', 'name']);

const THINGS = new Set(['it', 'there', 'one']);

/** What "it" stood for is no person. */
function aboutPerson({ about, pronoun }: Exchange): string | undefined {
  return pronoun !== undefined && THINGS.has(pronoun) ? undefined : about;
}

/** Who was asked for, or asked about, or is named in the answer; likeliest first. */
function personsOf(exchange: Exchange, passages: readonly PassageRecord[]): string[] {
  const { understood, answer } = exchange;
  const question = indexText(understood);
  // Whoever was taken over from before is spoken of less than who is named now.
  const own = personsAsked(exchange.question, exchange, passages);
  const asked = own.length > 0 ? own : personsAsked(understood, exchange, passages);
  const askedForPerson = askedFor(question.words).kind === 'person';
  // To "where does he live?" the answer is nobody.
  const isPlaceAsked = askedFor(question.words).kind === 'place';
  const answered = isPlaceAsked ? [] : answeredNames(answer, question);
  const isAsked = askedForPerson && !asksWhoIs(understood, asked[0]);
  // "Who is in Odile's crew?": which of several is spoken of, nobody can tell.
  const isOne = answered.length === 1 || asked.length === 0;
  const persons = isAsked && isOne ? [...answered, ...asked] : [...asked, ...answered];
  const about = aboutPerson(exchange);
  if (about === undefined) return persons;
  return own.length > 0 ? [...persons, about] : [about, ...persons];
}

/** Whom a question names; if in small letters, as the answer or another part of the article writes it. */
function personsAsked(
  text: string,
  { answer }: Exchange,
  passages: readonly PassageRecord[],
): string[] {
  const question = indexText(text);
  const asked = personsFirst(text, question);
  const texts = [...(answer === null ? [] : [answer]), ...passages].map((each) => each.text);
  while (asked.length === 0 && texts.length > 0) {
    asked.push(...namesSaid(texts.shift() ?? '', question));
  }
  return asked;
}

/** The names of a text of which the question says the last word, as a surname is. */
function namesSaid(text: string, question: TextIndex): string[] {
  const index = indexText(text);
  const isSaid = (word: Word | undefined): boolean => question.positions.has(word?.stem ?? '');
  return candidatesOf(index)
    .filter(({ kind }) => PERSONAL.has(kind))
    .filter(({ last }) => isSaid(index.words[last]))
    .map(({ first, last }) => {
      const said = index.words.findIndex((word, at) => at >= first && isSaid(word));
      // "Foreign Minister Aldo Brisk" is asked for as "brisk": a title is no part of his name.
      const from = Math.max(first, Math.min(said, last - 1));
      return text.slice(index.words[from]?.start, index.words[last]?.end);
    });
}

/** "Who is Bastien Oyelaran?" names the person; "who is the mayor of Lisbon?" asks for one. */
export function asksWhoIs(question: string, name: string | undefined): boolean {
  if (name === undefined || !/^\s*who(?:'s|’s| is| was)\b/iu.test(question)) return false;
  const at = question.toLowerCase().indexOf(name.toLowerCase());
  const before = question.slice(0, Math.max(0, at));
  return !/\b(?:of|in|for|at|by|to|from|with)\b/iu.test(before);
}

/**
 * The names of a question, likeliest meant by "he" first: those that can only be a person's, then
 * whoever does something before what it is done to (centering: Grosz, Joshi and Weinstein 1995).
 */
function personsFirst(text: string, index: TextIndex): string[] {
  const persons = namesIn(text, index, new Set(['person']));
  const names = [...namesIn(text, index, PERSONAL), ...ownersIn(text, index)];
  return [...persons, ...names.filter((name) => !persons.includes(name))];
}

/** "In Odile's crew" nobody is a place, though it may be that "in Lunden's port". */
function ownersIn(text: string, index: TextIndex): string[] {
  return candidatesOf(index)
    .filter(({ kind, last }) => kind === 'place' && isOwner(index.words[last + 1]))
    .map((candidate) => textOf(text, index, candidate));
}

function isOwner(next: Word | undefined): boolean {
  return /^['’]s?\s/u.test(next?.before ?? '');
}

/** The marked names of an answer, else those of its sentences that the question does not say. */
export function answeredNames(answer: Exchange['answer'], question: TextIndex): string[] {
  if (answer === null) return [];
  const marked = answer.highlights
    .map(({ start, end }) => answer.text.slice(start - answer.start, end - answer.start))
    .filter((text) => /^\p{Lu}/u.test(text));
  const index = indexText(answer.text);
  if (marked.length > 0) return marked.map((name) => withoutOpening(name, answer, index));
  const stems = new Set(question.words.map(({ stem }) => stem));
  return candidatesOf(index)
    .filter(({ kind }) => PERSONAL.has(kind))
    .sort((a, b) => Number(b.kind === 'person') - Number(a.kind === 'person'))
    .filter(({ first, last }) =>
      index.words.slice(first, last + 1).every(({ stem }) => !stems.has(stem)),
    )
    .map((candidate) => withoutOpening(textOf(answer.text, index, candidate), answer, index));
}

/** "Substitute Bex Halloran scored": a word that only opens the sentence is no part of the name. */
function withoutOpening(
  name: string,
  { text }: { readonly text: string },
  index: TextIndex,
): string {
  const words = wordsOf(name);
  const at = index.words.find(({ start }) => start === text.indexOf(name));
  const second = words[1];
  return words.length >= 3 && at?.opens === true && second !== undefined
    ? name.slice(second.start)
    : name;
}

/** The names in a text that are of some kinds, in reading order. */
export function namesIn(text: string, index: TextIndex, kinds: ReadonlySet<string>): string[] {
  return candidatesOf(index)
    .filter(({ kind }) => kinds.has(kind))
    .map((candidate) => textOf(text, index, candidate))
    .filter((name) => name !== 'I');
}

/** The words of a text that a candidate stands for. */
export function textOf(text: string, { words }: TextIndex, { first, last }: Candidate): string {
  return text.slice(words[first]?.start ?? 0, words[last]?.end ?? text.length);
}
