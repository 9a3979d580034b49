import { candidatesOf, type Candidate } from '../answering/evidence.js';
import { messageKind } from '../answering/kind.js';
import { askedFor } from '../answering/question.js';
import { isStopWord } from '../text/stop-words.js';
import { indexText, type TextIndex } from '../retrieval/text-index.js';
import { wordsOf, type Word } from '../text/words.js';
import type { Exchange } from './exchange.js';
import type { Pronoun, PronounKind } from './pronoun.js';

/** Articles were asked about as a whole: there is nothing in the question to take over. */
export function isOfWhole({ understood }: Exchange): boolean {
  return messageKind(understood) === 'gist';
}

/** What a pronoun stands for, in the words of the exchange that it refers to; latest exchange last. */
export function referent(
  { kind, ordinal }: Pick<Pronoun, 'kind' | 'ordinal'>,
  spoken: readonly Exchange[],
): string | undefined {
  const exchanges = spoken.filter((each) => !isOfWhole(each));
  switch (kind) {
    case 'he':
    case 'she':
      return personIn(exchanges, kind);
    case 'there':
      return firstOf(exchanges, placeOf) ?? thingIn(exchanges);
    case 'ordinal':
      return firstOf(exchanges, (exchange) => listed(exchange).at(placeIn(ordinal ?? 1)));
    case 'one':
      return wordsOf(thingIn(exchanges) ?? '').at(-1)?.text;
    case 'they':
      return firstOf(exchanges.slice(-1), manyIn) ?? thingIn(exchanges);
    case 'it':
      return thingIn(exchanges);
  }
}

function placeIn(ordinal: number): number {
  return ordinal > 0 ? ordinal - 1 : ordinal;
}

function firstOf(
  exchanges: readonly Exchange[],
  find: (exchange: Exchange) => string | undefined,
): string | undefined {
  for (const exchange of exchanges.toReversed()) {
    const found = find(exchange);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whoever was "he" is not "she". */
function personIn(exchanges: readonly Exchange[], kind: PronounKind): string | undefined {
  const others = new Set(
    exchanges
      .filter(({ pronoun }) => (pronoun === 'he' || pronoun === 'she') && pronoun !== kind)
      .map(({ about }) => about),
  );
  return firstOf(exchanges, (exchange) =>
    [exchange.about, personOf(exchange)].find(
      // "HARROWAY, 12 November": a dateline is nobody.
      (person) =>
        person !== undefined && isName(person) && /\p{Ll}/u.test(person) && !others.has(person),
    ),
  );
}

/** Whether a text begins as a name does. */
export function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

const PERSONAL = new Set(['person', 'name']);

/** The person who was asked for, or asked about, or named in the answer. */
function personOf({ understood, answer }: Exchange): string | undefined {
  const question = indexText(understood);
  const asked = personsFirst(understood, question);
  const askedForPerson = askedFor(question.words).kind === 'person';
  const answered = answeredNames(answer, question);
  const isWhoIs = /^\s*who(?:'s|’s| is| was)\b/iu.test(understood);
  if (askedForPerson && !(isWhoIs && asked.length > 0 && isAbout(understood, asked[0]))) {
    return answered[0] ?? asked[0];
  }
  return asked[0] ?? answered[0];
}

/**
 * The names of a question, likeliest meant by "he" first: those that can only be a person's, then
 * whoever does something before what it is done to (centering: Grosz, Joshi and Weinstein 1995).
 */
function personsFirst(text: string, index: TextIndex): string[] {
  const persons = namesIn(text, index, new Set(['person']));
  return [...persons, ...namesIn(text, index, PERSONAL).filter((name) => !persons.includes(name))];
}

/** "Who is Bastien Oyelaran?" names the person; "who is the mayor of Lisbon?" asks for one. */
function isAbout(question: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const before = question.slice(0, question.indexOf(name));
  return !/\b(?:of|in|for|at|by|to|from|with)\b/iu.test(before);
}

/** The marked names of an answer, else those of its sentences that the question does not say. */
function answeredNames(answer: Exchange['answer'], question: TextIndex): string[] {
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

function namesIn(text: string, index: TextIndex, kinds: ReadonlySet<string>): string[] {
  return candidatesOf(index)
    .filter(({ kind }) => kinds.has(kind))
    .map((candidate) => textOf(text, index, candidate))
    .filter((name) => name !== 'I');
}

/** The words of a text that a candidate stands for. */
export function textOf(text: string, { words }: TextIndex, { first, last }: Candidate): string {
  return text.slice(words[first]?.start ?? 0, words[last]?.end ?? text.length);
}

const PLACES = new Set(['place']);

function placeOf({ understood, answer }: Exchange): string | undefined {
  const inQuestion = namesIn(understood, indexText(understood), PLACES).at(-1);
  if (inQuestion !== undefined || answer === null) return inQuestion;
  return namesIn(answer.text, indexText(answer.text), PLACES)[0];
}

/** Words with which a noun phrase begins. */
const OPENS_PHRASE = new Set('the a an my your our this that'.split(' '));
const DOES = new Set('do does did'.split(' '));
const IS = new Set('is are was were'.split(' '));

/** What the latest question that names a thing is about. */
export function thingIn(spoken: readonly Exchange[]): string | undefined {
  const exchanges = spoken.filter((each) => !isOfWhole(each));
  return (
    firstOf(exchanges, (exchange) => namedThing(exchange) ?? exchange.about) ??
    firstOf(exchanges, ({ understood }) => {
      const runs = contentRuns(wordsOf(understood)).filter((run) => !isPredicate(run));
      return runText(understood, runs[0]);
    })
  );
}

/** A name that is no place, or the words after "the", or those after "is" or "does". */
function namedThing({ understood }: Exchange): string | undefined {
  const index = indexText(understood);
  const { words } = index;
  const name = namesIn(understood, index, PERSONAL).find(
    (each) =>
      !IN.has(
        beforeWord(
          words,
          words.find(({ start }) => start === understood.indexOf(each)),
        ),
      ),
  );
  if (name !== undefined) return name;
  const runs = contentRuns(words);
  const after = (set: ReadonlySet<string>): Word[] | undefined =>
    runs.find(([first]) => first !== undefined && set.has(beforeWord(words, first)));
  const run = after(OPENS_PHRASE) ?? after(IS) ?? after(DOES);
  if (run !== undefined && isPredicate(run)) return undefined;
  // "When does the quiz start": the verb comes last, but not in "how do I make the quiz start".
  const opensWith = words[words.findIndex((word) => word === run?.[0]) - 1];
  const asksOf = opensWith !== undefined && OPENS_PHRASE.has(opensWith.text) ? opensWith : run?.[0];
  const endsWithVerb =
    run !== undefined &&
    run.length > 1 &&
    run.at(-1) === words.at(-1) &&
    DOES.has(beforeWord(words, asksOf));
  return runText(understood, endsWithVerb ? run.slice(0, -1) : run);
}

const PREDICATES = new Set(
  `new different included available allowed forbidden special wrong right good bad open closed free
  happening going changed planned important possible left`.split(/\s+/u),
);

/** "What's new in Tidemark?" is about Tidemark. */
function isPredicate(run: readonly Word[]): boolean {
  return run.length === 1 && run.every(({ text }) => PREDICATES.has(text));
}

/** A plural, as far as its letters say. */
export function isMany(word: string): boolean {
  return word.length > 3 && /[^siu]s$/u.test(word);
}

const DOERS = new Set('it he she that who which'.split(' '));

/** What the question names that is more than one: "can I freeze them?" after "the knots". */
function manyIn({ understood }: Exchange): string | undefined {
  const words = wordsOf(understood);
  // "It rains" is a verb.
  const runs = contentRuns(words).filter(
    (run) => isMany(run.at(-1)?.text ?? '') && !DOERS.has(beforeWord(words, run[0])),
  );
  return runText(understood, runs[0]);
}

function runText(text: string, run: readonly Word[] | undefined): string | undefined {
  return run === undefined ? undefined : text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
}

/** Where something is asked of, and not what. */
const IN = new Set('in at from to on'.split(' '));

function beforeWord(words: readonly Word[], word: Word | undefined): string {
  if (word === undefined) return '';
  return words[words.indexOf(word) - 1]?.text ?? '';
}

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

/** What an answer lists: its marked words, or the names in it. */
function listed({ answer, understood }: Exchange): string[] {
  if (answer === null) return [];
  if (answer.highlights.length > 1) {
    return answer.highlights.map(({ start, end }) =>
      answer.text.slice(start - answer.start, end - answer.start),
    );
  }
  const names = answeredNames({ ...answer, highlights: [] }, indexText(understood));
  if (names.length > 1) return names;
  return answer.sentences.length > 1
    ? answer.sentences.map(({ start, end }) =>
        answer.text.slice(start - answer.start, end - answer.start),
      )
    : names;
}
