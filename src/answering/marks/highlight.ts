import {
  logistic,
  softmax,
  weigh,
  type Features,
  type LinearModel,
} from '../../retrieval/linear.js';
import type { Query } from '../../retrieval/query.js';
import { indexOfSentence, type TextIndex } from '../../retrieval/text-index.js';
import { logOdds, type Bold } from '../bold.js';
import type { AskedFor } from '../asked/question.js';
import { asksFeatures, type AsksFeature } from './asks-features.js';
import { spanCandidates, type SpanCandidate, type Stretch } from './span-candidates.js';
import { qualifiedMark } from './qualified.js';
import { readMark, type ReadMark, type ReadMarkModel } from './read-mark.js';
import type { Readings } from '../reading.js';
import type { SpanFeature } from './span-feature-names.js';
import { spanFeatures } from './span-features.js';
import type { Span } from '../../text/span.js';
import { isStopWord } from '../../text/stop-words.js';

/** Finds the words of an answer that are what was asked for. */
export interface SpanReader {
  /** As positions in the article; none if it is not clear. */
  read(query: Query, asked: AskedFor, answer: SureBold, readings?: Readings): Span[];
}

export interface SureBold {
  readonly bold: Bold;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a candidate is, which tells how far it can be trusted as well as which to choose. */
export const CARRIED = [
  'fits',
  'chunk',
  'personFits',
  'placeFits',
  'placeNameFits',
  'dateFits',
  'numberFits',
  'nameFits',
  'chunkFits',
  'holdsName',
  'askedAlignment',
  'headAlignment',
] as const satisfies readonly SpanFeature[];

export type ClearFeature =
  | (typeof CARRIED)[number]
  | AsksFeature
  | 'choiceOdds'
  | 'sentenceOdds'
  | 'confidenceOdds'
  | 'noQuestionWord'
  | 'two';

export interface HighlightModel {
  /** Which of the sentence's candidates it is, if it is one of them. */
  readonly span: LinearModel<SpanFeature>;
  /** Whether it is. */
  readonly clear: LinearModel<ClearFeature>;
  /** How likely it must be for the words to be marked. */
  readonly least: number;
  /** The same of words that a model has read, which then come before those chosen here. */
  readonly read?: ReadMarkModel | undefined;
}

/** Chooses among names, dates, numbers and chunks of words, and marks what is likely enough. */
export function linearReader(model: HighlightModel): SpanReader {
  return {
    read: (query, asked, answer, readings) => marks(query, asked, answer, model, readings),
  };
}

/** The words to mark, as positions in the article. */
export function marks(
  query: Query,
  asked: AskedFor,
  answer: SureBold,
  model: HighlightModel,
  readings?: Readings,
  measure = measureSpans,
): Span[] {
  const choice = chooseSpan(query, asked, answer.bold, model.span, measure);
  if (model.read !== undefined && readings !== undefined) {
    const mark = readMarkOf(asked, answer, choice, readings);
    if (mark === undefined) return [];
    const { clear, least } = model.read;
    return logistic(weigh(clear, mark.features)) >= least
      ? asQualified(query, answer.bold, ofList(query, answer.bold, mark.span))
      : [];
  }
  if (choice === undefined || !isClear(asked, answer, choice, model)) return [];
  return asQualified(query, answer.bold, chosenSpans(answer.bold, choice));
}

/** Of several amounts in the sentence the one that the question's words stand behind. */
function asQualified({ terms }: Query, { best: { sentence } }: Bold, spans: Span[]): Span[] {
  const [span, ...more] = spans;
  if (span === undefined || more.length > 0 || sentence.kind === 'row') return spans;
  if (span.start < sentence.start || span.end > sentence.end) return spans;
  const asked = new Set(terms.map(({ stem }) => stem));
  const own = { start: span.start - sentence.start, end: span.end - sentence.start };
  const { start, end } = qualifiedMark(asked, sentence.text, own);
  return [{ start: sentence.start + start, end: sentence.start + end }];
}

/** So many words right before a name say at most which one of a list it is: "his new defense minister, Ann Lee". */
const TITLE_WORDS = 4;

/**
 * Of a list of which one name was read all are marked, since they all answer "who is in the
 * delegation"; if words of the question stand beside a name, as in "who is the foreign minister",
 * that name alone.
 */
function ofList({ stems, terms }: Query, { best: { sentence } }: Bold, read: Span): Span[] {
  const before = sentence.reading.length - sentence.text.length;
  if (!sentence.reading.endsWith(sentence.text)) return [read];
  const text = indexOfSentence(sentence);
  const isRead = ({ start, end }: Span): boolean => start < read.end && end > read.start;
  for (const candidate of spanCandidates(text, stems)) {
    const spans = spansOf(candidate, sentence.start - before, text);
    if (spans.length < 2 || spans.filter(isRead).length !== 1) continue;
    const asked = candidate.stretches.map(({ first, last }, at) => {
      const least = Math.max(first - TITLE_WORDS, (candidate.stretches[at - 1]?.last ?? -1) + 1);
      let from = first;
      while (from > least && !isStopWord(text.words[from - 1]?.text ?? '')) from -= 1;
      const words = text.words.slice(from, last + 1);
      return terms.filter(({ stem }) => words.some((word) => word.stem === stem)).length;
    });
    const most = Math.max(...asked);
    if (most === 0) return spans;
    const named = spans.filter((_, at) => asked[at] === most);
    return named.length === 1 && !named.some(isRead) ? named : [read];
  }
  return [read];
}

export function readMarkOf(
  asked: AskedFor,
  answer: SureBold,
  choice: SpanChoice | undefined,
  readings: Readings,
): ReadMark | undefined {
  const spans = choice && { spans: chosenSpans(answer.bold, choice), share: choice.share };
  return readMark(asked, answer, readings.get(answer.bold.best.passage), spans);
}

function chosenSpans({ best: { sentence } }: Bold, { candidate }: SpanChoice): Span[] {
  // What is read before a unit is not among its own words; a row is read in another order.
  const before = sentence.reading.length - sentence.text.length;
  if (!sentence.reading.endsWith(sentence.text)) return [];
  return spansOf(candidate, sentence.start - before, indexOfSentence(sentence)).filter(
    ({ start }) => start >= sentence.start,
  );
}

/** Other kinds of words only show how likely the right kind is to be none of it. */
export function isClear(
  asked: AskedFor,
  answer: SureBold,
  choice: SpanChoice,
  { clear, least }: HighlightModel,
): boolean {
  if (choice.features.fits === 0) return false;
  return logistic(weigh(clear, clearFeatures(asked, answer, choice))) >= least;
}

export interface MeasuredSpan {
  readonly candidate: SpanCandidate;
  readonly features: Features<SpanFeature>;
}

export interface SpanChoice extends MeasuredSpan {
  /** Probability among the sentence's candidates. */
  readonly share: number;
}

export function measureSpans(query: Query, asked: AskedFor, { best }: Bold): MeasuredSpan[] {
  const candidates = spanCandidates(indexOfSentence(best.sentence), query.stems);
  const measured = spanFeatures(query, asked, best.sentence, candidates);
  return candidates.flatMap((candidate, index) => {
    const features = measured[index];
    return features === undefined ? [] : [{ candidate, features }];
  });
}

/**
 * In a sentence that is less likely than not to be the answering one nothing is marked. From 0.35 on
 * words are marked for 0.263 instead of 0.255 of the questions of XQuAD's development half and for
 * 0.168 instead of 0.139 of documents', but rightly for 0.652 instead of 0.789 of the latter; from
 * 0.65 on for 0.243 and 0.139, no more of them rightly.
 */
const LEAST_SHARE = 0.5;

export function chooseSpan(
  query: Query,
  asked: AskedFor,
  bold: Bold,
  model: LinearModel<SpanFeature>,
  measure = measureSpans,
): SpanChoice | undefined {
  if (bold.best.share < LEAST_SHARE) return undefined;
  const spans = measure(query, asked, bold);
  const shares = softmax(spans.map(({ features }) => weigh(model, features)));
  const at = shares.indexOf(Math.max(...shares));
  const span = spans[at];
  return span === undefined ? undefined : { ...span, share: shares[at] ?? 0 };
}

export function clearFeatures(
  { kind, at }: AskedFor,
  { bold, confidence }: SureBold,
  { features, share }: SpanChoice,
): Features<ClearFeature> {
  const carried = Object.fromEntries(CARRIED.map((name) => [name, features[name]]));
  return {
    ...(carried as Record<(typeof CARRIED)[number], number>),
    ...asksFeatures(kind),
    choiceOdds: logOdds(share),
    sentenceOdds: logOdds(bold.best.share),
    confidenceOdds: logOdds(confidence),
    noQuestionWord: at === undefined ? 1 : 0,
    two: bold.sentences.length - 1,
  };
}

/** Positions in the article, for a sentence that begins at `offset` there. */
export function spansOf(
  { stretches }: SpanCandidate,
  offset: number,
  { words }: TextIndex,
): Span[] {
  return stretches.flatMap(({ first, last }: Stretch) => {
    const from = words[first];
    const to = words[last];
    if (from === undefined || to === undefined) return [];
    return [{ start: offset + from.start, end: offset + to.end }];
  });
}
