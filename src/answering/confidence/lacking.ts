import { alignedByAny, alignTerms } from '../../retrieval/align.js';
import type { Query } from '../../retrieval/query.js';
import { presence } from '../../retrieval/terms.js';
import { indexOfSentence, type TextIndex } from '../../retrieval/text-index.js';
import type { SentenceRecord } from '../../store/store.js';
import { isStopWord } from '../../text/stop-words.js';
import { isNumber, stemOf, type Word } from '../../text/words.js';
import { lacksAgent } from './agent.js';
import { lacksCause } from './cause.js';
import { hasRivalDeed } from './deed.js';
import { CARDINAL } from './evidence.js';
import { IS, nounFrom } from '../asked/noun.js';
import { pricedAsked } from '../asked/price.js';
import type { AskedFor } from '../asked/question.js';
import { lacksHolder } from './holder.js';
import { lacksLifeEvent } from './life-event.js';
import { lacksMeasure } from './measured.js';
import { lacksName, lacksSecond } from './named-as.js';
import { lacksSpeech } from './speech.js';
import { hasNamesake } from './namesake.js';
import { lacksPast } from './past.js';
import { hasRivalKind, hasRivalLabel, hasRivalMeasured, hasRivalYears } from './rival-kinds.js';

/** What is weighed by hand against an answer: the very thing that the question is after is not in it. */
export type LackingFeature =
  | 'lacksRole'
  | 'lacksAgent'
  | 'lacksCounted'
  | 'lacksPriced'
  | 'lacksAge'
  | 'lacksPast'
  | 'lacksOrder'
  | 'lacksCause'
  | 'lacksSecond'
  | 'lacksName'
  | 'lacksLifeEvent'
  | 'lacksSpeech'
  | 'lacksHolder'
  | 'lacksMeasure'
  | 'rivalDeed'
  | 'rivalKind'
  | 'namesake'
  | 'rivalLabel'
  | 'rivalMeasured'
  | 'rivalYears';

/** @param about the title and the headings above what is bold */
export function lackingFeatures(
  query: Query,
  asked: AskedFor,
  bold: readonly SentenceRecord[],
  about: TextIndex,
): Record<LackingFeature, number> {
  const shown = bold.map(indexOfSentence);
  const flag = (is: boolean): number => (is && shown.length > 0 ? 1 : 0);
  return {
    lacksRole: flag(
      isFar(query, bold, about, roleAsked(query, asked), FAR.role) ||
        isFar(query, bold, about, doneAsked(query, asked), FAR.done),
    ),
    lacksAgent: flag(lacksAgent(query.words, shown)),
    lacksCounted: flag(isFar(query, bold, about, countedAsked(query, asked), FAR.counted)),
    lacksPriced: flag(isPricedFar(query, bold, about)),
    lacksAge: flag(asksAge(query) && !shown.some(tellsAge)),
    lacksPast: flag(lacksPast(query.words, shown)),
    lacksOrder: flag(asksOrder(query, asked) && !shown.some(tellsOrder)),
    lacksCause: flag(lacksCause(query.words, shown)),
    lacksSecond: flag(lacksSecond(query.words, shown, about)),
    lacksName: flag(lacksName(query.words, shown)),
    lacksLifeEvent: flag(lacksLifeEvent(query.words, shown, about)),
    lacksSpeech: flag(lacksSpeech(query.words, bold)),
    lacksHolder: flag(lacksHolder(query.words, shown)),
    lacksMeasure: flag(lacksMeasure(query.words, bold, about)),
    rivalDeed: flag(hasRivalDeed(query.words, shown, about)),
    rivalKind: flag(hasRivalKind(query.words, shown, about)),
    namesake: flag(hasNamesake(query.words, shown, about)),
    rivalLabel: flag(hasRivalLabel(query.words, shown, about)),
    rivalYears: flag(hasRivalYears(query.words, shown, about)),
    rivalMeasured: flag(hasRivalMeasured(query.words, shown, about)),
  };
}

/** Below this no word of the answer means anything like a role, what is counted or what has a price. */
const FAR = { role: 0.35, done: 0.3, counted: 0.45, priced: 0.35, pricedKind: 0.42 } as const;

/** Whether the word at a place is neither in what is bold or above it, nor like any word there. */
function isFar(
  query: Query,
  bold: readonly SentenceRecord[],
  about: TextIndex,
  position: number | undefined,
  far: number,
): boolean {
  const at = query.terms.findIndex((term) => term.position === position);
  const term = query.terms[at];
  if (term === undefined || term.specific) return false;
  const texts = [about, ...bold.map(indexOfSentence)];
  if (texts.some((text) => presence(term, text) > 0 || hasCompound(text, term.text))) return false;
  const nearest = alignedByAny(...bold.map((sentence) => alignTerms(query, sentence)));
  return (nearest[at] ?? 0) < far;
}

/**
 * Whether what has the price is not there; of rows and items, whose names tell kinds of one thing
 * apart, also whether a word that describes it is not: "the wooden set" is not "the metal set".
 */
function isPricedFar(query: Query, bold: readonly SentenceRecord[], about: TextIndex): boolean {
  const noun = pricedAsked(query);
  if (noun === undefined) return false;
  const areKinds = bold.every(({ kind }) => kind === 'row' || kind === 'item');
  if (!areKinds) return noun.isNamed && isFar(query, bold, about, noun.last, FAR.priced);
  const { first } = noun;
  const places = Array.from({ length: noun.last - first + 1 }, (_, offset) => first + offset);
  return places.some((place) => isFar(query, bold, about, place, FAR.pricedKind));
}

/** "Footbridge" says that it is a bridge. */
function hasCompound({ words }: TextIndex, noun: string): boolean {
  return noun.length >= SHORTEST_NOUN && words.some(({ text }) => text.endsWith(noun));
}

const SHORTEST_NOUN = 4;

/** "Who is likely to", "who was responsible for" say what somebody is like, and "who is most at risk". */
const DESCRIBES = /(?:able|ible|ful|ed|ing|ly|ous|ive|al)$/u;

/** The place of the noun in "who is the chief engineer of the bridge". */
function roleAsked({ words }: Query, { kind, at }: AskedFor): number | undefined {
  if (kind !== 'person' || at === undefined || words[at]?.text !== 'who') return undefined;
  if (!IS.has(words[at + 1]?.text ?? '')) return undefined;
  const noun = nounFrom(words, at + 2);
  const role = words[noun?.last ?? -1];
  const isRole = role !== undefined && !role.capitalised && !DESCRIBES.test(role.text);
  return isRole ? noun?.last : undefined;
}

/**
 * One does them or not, and no text says so in words that are unlike; "who decides" is told in many
 * ways.
 */
const DEEDS = new Set(
  `owns owned founded wrote writes composed invented designed built painted translated published
  bought sold married teaches taught`
    .split(/\s+/u)
    .map(stemOf),
);

/** The place of the verb in "who owns the harbour", "who wrote it". */
function doneAsked({ words }: Query, { kind, at }: AskedFor): number | undefined {
  if (kind !== 'person' || at === undefined || words[at]?.text !== 'who') return undefined;
  const verb = words[at + 1];
  if (verb === undefined || words.length < at + 3) return undefined;
  return DEEDS.has(verb.stem) ? at + 1 : undefined;
}

/** They count what is told in other words: "twice", "€5", "half of them", "from 1948 to 1967", "64 of us". */
const MEASURES = new Set(
  'time times money percent percentage amount total share year years people ppl persons'.split(' '),
);

/** The place of the noun in "how many cars cross the bridge". */
function countedAsked({ words }: Query, { kind, head, headAt }: AskedFor): number | undefined {
  if (kind !== 'number' || head === undefined || headAt === undefined) return undefined;
  if (words[headAt - 1]?.text !== 'many' || MEASURES.has(words[headAt]?.text ?? '')) {
    return undefined;
  }
  return headAt;
}

function asksAge({ words }: Query): boolean {
  return words.some(({ text }, at) => text === 'how' && words[at + 1]?.text === 'old');
}

const TELLS_AGE = new Set('age aged ages old born birthday young adult adults'.split(' '));
/** "18,", "16 or over", "under 14", not "25 minutes". */
function tellsAge({ words }: TextIndex): boolean {
  return words.some((word, at) => {
    if (TELLS_AGE.has(word.text)) return true;
    if (!isAgeNumber(word)) return false;
    const next = words[at + 1];
    return (
      next === undefined || next.before !== ' ' || isStopWord(next.text) || next.stem === YEAR_STEM
    );
  });
}

const YEAR_STEM = stemOf('year');

const NO_AGE = new Set('half third quarter once twice single double'.split(' '));

function isAgeNumber({ text }: Word): boolean {
  return (CARDINAL.has(text) && !NO_AGE.has(text)) || /^\d{1,3}$/u.test(text);
}

/** "Who was mayor before Stroud?" */
function asksOrder({ words }: Query, { kind }: AskedFor): boolean {
  if (kind !== 'person') return false;
  return words.some(({ text }, at) => {
    const name = words.slice(at + 1);
    const isName =
      name.length > 0 &&
      name.length <= LONGEST_NAME &&
      name.every((word) => !isNumber(word.text) && !isStopWord(word.text));
    return (text === 'before' || text === 'after') && isName;
  });
}

const LONGEST_NAME = 3;

const TELLS_ORDER = new Set(
  `before after succeeded succeeds succeeding successor predecessor followed follows following replaced
  replaces former formerly previous previously earlier later until then since took`.split(/\s+/u),
);

function tellsOrder({ words }: TextIndex): boolean {
  return words.some(({ text }) => TELLS_ORDER.has(text));
}
