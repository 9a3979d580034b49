import { messageKind } from '../answering/asked/kind.js';
import { askedFor } from '../answering/asked/question.js';
import type { PassageRecord } from '../store/store.js';
import { indexText } from '../retrieval/text-index.js';
import { wordsOf, type Word } from '../text/words.js';
import { beforeWord, contentRuns, runText, withoutVerb } from './content-runs.js';
import { latestWith, type Exchange } from './exchange.js';
import { calledBy } from './gender.js';
import { answeredNames, namesIn, PERSONAL, personIn } from './person.js';
import type { Pronoun } from './pronoun.js';

/** Articles were asked about as a whole: there is nothing in the question to take over. */
export function isOfWhole({ understood }: Exchange): boolean {
  return messageKind(understood) === 'gist';
}

/** What a pronoun stands for, in the words of the exchange that it refers to; latest exchange last. */
export function referent(
  { kind, ordinal }: Pick<Pronoun, 'kind' | 'ordinal'>,
  spoken: readonly Exchange[],
  passages: readonly PassageRecord[] = [],
): string | undefined {
  const exchanges = spoken.filter((each) => !isOfWhole(each));
  switch (kind) {
    case 'he':
    case 'she':
      return personIn(exchanges, kind, passages);
    case 'there':
      return latestWith(exchanges, placeOf) ?? thingIn(exchanges);
    case 'ordinal':
      return latestWith(exchanges, (exchange) => listed(exchange).at(placeIn(ordinal ?? 1)));
    case 'one':
      return wordsOf(thingIn(exchanges) ?? '').at(-1)?.text;
    case 'they':
      return (
        latestWith(exchanges.slice(-1), manyAnswered) ??
        latestWith(exchanges.slice(-1), manyIn) ??
        thingIn(exchanges)
      );
    case 'it':
      return placeAnswered(exchanges.at(-1), passages) ?? noPerson(thingIn(exchanges), passages);
  }
}

/** "Is it open?" after "any kids?" asks of nobody. */
function noPerson(
  about: string | undefined,
  passages: readonly PassageRecord[],
): string | undefined {
  if (about === undefined || wordsOf(about).length < 2) return about;
  const { he, she } = calledBy(about, passages);
  return he + she > 0 ? undefined : about;
}

/** To "Where does Odile work?" the answer's place is what "it" can be: she is not. */
function placeAnswered(
  last: Exchange | undefined,
  passages: readonly PassageRecord[],
): string | undefined {
  const [marked, ...others] = last?.answer?.highlights ?? [];
  if (!last?.answer || marked === undefined || others.length > 0) return undefined;
  const question = indexText(last.understood);
  if (askedFor(question.words).kind !== 'place') return undefined;
  const subject = namesIn(last.understood, question, PERSONAL)[0];
  if (subject === undefined) return undefined;
  const { he, she } = calledBy(subject, passages);
  if (he + she === 0) return undefined;
  return last.answer.text.slice(marked.start - last.answer.start, marked.end - last.answer.start);
}

function placeIn(ordinal: number): number {
  return ordinal > 0 ? ordinal - 1 : ordinal;
}

const PLACES = new Set(['place']);

function placeOf({ understood, answer }: Exchange): string | undefined {
  const inQuestion = namesIn(understood, indexText(understood), PLACES).at(-1);
  if (inQuestion !== undefined || answer === null) return inQuestion;
  const [marked, ...others] = answer.highlights;
  // To "where will he stay?" the answer is the place, not the first that it names.
  if (askedFor(wordsOf(understood)).kind === 'place' && marked && others.length === 0) {
    return answer.text.slice(marked.start - answer.start, marked.end - answer.start);
  }
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
    latestWith(exchanges, (exchange) => namedOrAbout(exchange)) ??
    latestWith(exchanges, ({ understood }) => {
      const words = wordsOf(understood);
      const runs = contentRuns(words)
        .map((run) => (ACTS.has(beforeWord(words, run[0])) ? run.slice(1) : run))
        .filter((run) => run.length > 0 && !isPredicate(run));
      return runText(understood, runs[0]);
    })
  );
}

/** "The full day of rowing boat" is about the rowing boat that its row is of. */
function namedOrAbout(exchange: Exchange): string | undefined {
  const named = namedThing(exchange);
  const { about, understood } = exchange;
  if (named === undefined || about === undefined || !understood.includes(about)) {
    return named ?? about;
  }
  const stems = new Set(wordsOf(named).map(({ stem }) => stem));
  const isCut = !named.includes(about) && wordsOf(about).some(({ stem }) => stems.has(stem));
  return isCut ? about : named;
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
  return runText(understood, run && withoutVerb(words, run));
}

/** Behind them stands what somebody does: "can I pay by card?" is about the card. */
const ACTS = new Set('i you we they he she to'.split(' '));

const PREDICATES = new Set(
  `new different included available allowed forbidden special wrong right good bad open closed free
  happening going changed planned important possible left`.split(/\s+/u),
);

const ANYBODY = new Set(
  'anyone anybody someone somebody everyone everybody nobody anything something everything'.split(
    ' ',
  ),
);

/** "What's new in Tidemark?" is about Tidemark, and "was anyone hurt?" about what was before. */
function isPredicate(run: readonly Word[]): boolean {
  if (ANYBODY.has(run[0]?.text ?? '')) return true;
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

/** Those who were asked for, if there are several: "Ines and Olav". */
function manyAnswered({ understood, answer }: Exchange): string | undefined {
  if (answer === null || askedFor(wordsOf(understood)).kind !== 'person') return undefined;
  const marked = answer.highlights.map(({ start, end }) =>
    answer.text.slice(start - answer.start, end - answer.start),
  );
  const said = marked.join(' and ');
  return /^\p{Lu}.* and \p{Lu}/u.test(said) ? said : undefined;
}

/** Where something is asked of, and not what. */
const IN = new Set('in at from to on'.split(' '));

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
