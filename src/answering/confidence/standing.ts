import { hasRivalCode } from './codes.js';
import type { Query } from '../../retrieval/query.js';
import { presence, type Term } from '../../retrieval/terms.js';
import {
  indexOfPassage,
  indexOfSentence,
  indexOfTitle,
  indexText,
  type TextIndex,
} from '../../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import { rankOf } from '../../text/common-words.js';
import { isStopWord } from '../../text/stop-words.js';
import { isWeekday } from '../../text/calendar.js';
import { isNumber, type Word } from '../../text/words.js';
import type { Bold } from '../bold.js';
import { hasClock, saysClosed } from '../asked/clock.js';
import { candidatesOf } from './evidence.js';
import type { AskedFor } from '../asked/question.js';
import { lackingFeatures, type LackingFeature } from './lacking.js';
import { hasRivalDoer, hasRivalName, hasRivalOwner } from './rivals.js';
import { asksPrice, tellsPrice } from '../asked/price.js';

/**
 * Where what a question names stands: with the answer (in what is bold), around it (in the
 * neighbouring sentences, the title and headings), elsewhere in the passage, or nowhere there.
 */
export type Place = 'with' | 'around' | 'elsewhere' | 'nowhere';

export interface Standing {
  readonly term: Term;
  readonly kind: 'name' | 'number' | 'rare' | 'plain';
  readonly place: Place;
}

export type StandingFeature =
  | 'namesAround'
  | 'namesElsewhere'
  | 'namesNowhere'
  | 'numbersAround'
  | 'numbersElsewhere'
  | 'numbersNowhere'
  | 'rareElsewhere'
  | 'rareNowhere'
  | 'plainNowhere'
  | 'heaviestNowhere'
  | 'headNowhere'
  | 'rivalName'
  | 'rivalDoer'
  | 'rivalOwner'
  | 'rivalNumber'
  | 'rivalCode'
  | 'uncounted'
  | 'lacksKind'
  | 'lacksPrice'
  | 'lacksReason'
  | 'yesNo'
  | LackingFeature;

/** The terms of a question with where each stands; numbers and codes as they are, never by likeness. */
export function standings(query: Query, passage: PassageRecord, bold: Bold): Standing[] {
  const shown = bold.sentences.map(({ sentence }) => indexOfSentence(sentence));
  const around = neighbours(passage, bold).map(indexOfSentence);
  const title = indexOfTitle(passage.context);
  const all = indexOfPassage(passage);
  return query.terms.map((term) => {
    const isIn = (text: TextIndex): boolean => presence(term, text) > 0;
    const place = shown.some(isIn)
      ? 'with'
      : around.some(isIn) || isIn(title)
        ? 'around'
        : isIn(all)
          ? 'elsewhere'
          : 'nowhere';
    return { term, kind: kindOf(term, query), place };
  });
}

function neighbours({ sentences }: PassageRecord, bold: Bold): SentenceRecord[] {
  const shown = new Set(bold.sentences.map(({ at }) => at));
  return sentences.filter((_, at) => !shown.has(at) && (shown.has(at + 1) || shown.has(at - 1)));
}

function kindOf({ text, position }: Term, { words }: Query): Standing['kind'] {
  if (isNumber(text)) return 'number';
  const word = words[position];
  if (word?.capitalised === true && !word.opens) return 'name';
  // Who writes in small letters writes names so too; a common word is none.
  return rankOf(text) === undefined ? 'rare' : 'plain';
}

/** What speaks against an answer: parts of the question that do not stand with it. */
export function standingFeatures(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  bold: Bold,
): Record<StandingFeature, number> {
  const stands = standings(query, passage, bold);
  const total = query.terms.reduce((sum, { weight }) => sum + weight, 0);
  const share = (kind: Standing['kind'], place: Place): number =>
    total === 0
      ? 0
      : stands.reduce(
          (sum, each) =>
            each.kind === kind && each.place === place ? sum + each.term.weight : sum,
          0,
        ) / total;
  const shown = bold.sentences.map(({ sentence }) => indexOfSentence(sentence));
  const heaviest = stands.reduce(
    (most, { place, term }) => (place === 'nowhere' ? Math.max(most, term.weight) : most),
    0,
  );
  const head = stands.find(({ term }) => term.position === asked.headAt);
  return {
    namesAround: share('name', 'around'),
    namesElsewhere: share('name', 'elsewhere'),
    namesNowhere: share('name', 'nowhere'),
    numbersAround: share('number', 'around'),
    numbersElsewhere: share('number', 'elsewhere'),
    numbersNowhere: share('number', 'nowhere'),
    rareElsewhere: share('rare', 'elsewhere'),
    rareNowhere: share('rare', 'nowhere'),
    plainNowhere: share('plain', 'nowhere'),
    heaviestNowhere: heaviest / 6,
    headNowhere: head?.place === 'nowhere' ? 1 : 0,
    rivalName: flag(shown.length > 0 && hasRivalName(query, asked, shown)),
    rivalDoer: flag(hasRivalDoer(query, asked, shown)),
    rivalOwner: flag(hasRivalOwner(query, asked, shown)),
    rivalNumber: flag(hasRivalNumber(stands, shown, query)),
    rivalCode: flag(
      hasRivalCode(
        query.text,
        // A heading that is a code heads nothing of another.
        [...bold.sentences.map(({ sentence }) => sentence.reading), passage.path.at(-1)].join('\n'),
        passage.context,
      ),
    ),
    uncounted: flag(isUncounted(query, asked, shown)),
    lacksKind: flag(lacksKind(asked, bold.sentences.map(withoutColumns), query)),
    lacksPrice: flag(
      asksPrice(query) &&
        !bold.sentences.some(({ sentence }) => tellsPrice(sentence, passage.context)),
    ),
    lacksReason: flag(asked.kind === 'reason' && !shown.some(givesReason)),
    yesNo: flag(asksYesNo(query.words)),
    ...lackingFeatures(
      query,
      asked,
      bold.sentences.map(({ sentence }) => sentence),
      indexOfTitle(passage.context),
    ),
  };
}

/** "Junior barber" over a price is nobody, and no place. */
function withoutColumns({ sentence }: Bold['sentences'][number]): TextIndex {
  return sentence.kind === 'row' ? indexText(sentence.text) : indexOfSentence(sentence);
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

const AUXILIARY = new Set(
  `is are was were am do does did has have had can could will would shall should may might must
  isn aren wasn weren don doesn didn hasn haven hadn couldn won wouldn shouldn`.split(/\s+/u),
);

/** A question that is answered by yes or no, and so by a sentence that may say the opposite. */
export function asksYesNo([first, second]: readonly Word[]): boolean {
  if (first === undefined || second === undefined) return false;
  return AUXILIARY.has(first.text);
}

/** The year or number that is asked about is not in the answer, and another is. */
function hasRivalNumber(
  stands: readonly Standing[],
  shown: readonly TextIndex[],
  query: Query,
): boolean {
  const missing = stands.filter(({ kind, place }) => kind === 'number' && place !== 'with');
  if (missing.length === 0) return false;
  return shown.some(({ words }) =>
    words.some(
      ({ text, stem }) =>
        isNumber(text) &&
        !query.stems.has(stem) &&
        missing.some(({ term }) => looksLike(term.text, text)),
    ),
  );
}

const YEAR = /^(?:1\d{3}|20\d{2})s?$/u;

function looksLike(one: string, other: string): boolean {
  return YEAR.test(one) ? YEAR.test(other) : !YEAR.test(other);
}

/** "How many litres" is asked, and no number of the answer counts anything of the sort. */
function isUncounted(
  query: Query,
  { kind, head, headAt }: AskedFor,
  shown: readonly TextIndex[],
): boolean {
  if (kind !== 'number' || head === undefined || headAt === undefined) return false;
  const counted = query.words[headAt];
  if (counted === undefined || isStopWord(counted.text)) return false;
  return !shown.some((text) => text.positions.has(head));
}

/** No person, place, date or number that could be new to the asker is in any bold sentence. */
export function lacksKind({ kind }: AskedFor, shown: readonly TextIndex[], query: Query): boolean {
  if (kind !== 'person' && kind !== 'place' && kind !== 'date' && kind !== 'number') return false;
  const fits = new Set(
    kind === 'person' ? ['person', 'name'] : kind === 'place' ? ['place', 'name'] : [kind],
  );
  if (
    kind === 'date' &&
    shown.some((text) => hasClock(text) || saysClosed(query, text) || meansOtherDay(query, text))
  ) {
    return false;
  }
  return !shown.some((text) =>
    candidatesOf(text).some(
      ({ kind: found, first, last }) =>
        fits.has(found) &&
        text.words.slice(first, last + 1).some(({ stem }) => !query.stems.has(stem)),
    ),
  );
}

/** "Tue–Thu", of whichever days are asked about. */
function meansOtherDay({ stems }: Query, { implied }: TextIndex): boolean {
  return [...implied].some((stem) => isWeekday(stem) && !stems.has(stem));
}

const REASONS = new Set(
  'because since due owing so therefore hence for to as after cause caused causes reason led result'.split(
    ' ',
  ),
);

function givesReason({ words }: TextIndex): boolean {
  return words.some(({ text }) => REASONS.has(text));
}
