import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  RANKED,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
} from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { besideFirst } from './sections/beside.js';
import { isAnnounced } from './sections/below-heading.js';
import { chooseBold, weighSentences, type Bold, type WeighedSentence } from './bold.js';
import { coded } from './sections/coded.js';
import type { Models } from './coefficients.js';
import {
  asksForColumn,
  isKeyed,
  isNumberedAs,
  keyedAlike,
  keyedEntry,
} from './tables/keyed-row.js';
import { hoursAskedFor } from './tables/hours.js';
import { isNamedCell } from './tables/named-cell.js';
import { byNearestQuestion } from './sections/nearest-question.js';
import { isNamedWhole, namedList } from './sections/named-list.js';
import {
  confidenceEvidence,
  confidenceOf,
  type ConfidenceEvidence,
} from './confidence/confidence.js';
import { askedFor, type AskedFor } from './asked/question.js';
import { rerank, type Readings } from './reading.js';
import { isNamedEntry, entryAsAsked } from './tables/rows.js';
import { sentenceFeatures } from './sentence-features.js';
import {
  asksForWhole,
  nestedAsAsked,
  numbered,
  rowsAskedFor,
  wholeAnswer,
  withCode,
  withUnits,
} from './sections/structure.js';
import { wantedOf, type Wanted } from './asked/wanted.js';

/** What a question comes to, with each step that led there. */
export interface Judgement {
  readonly asked: AskedFor;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  /** The best passage's sentences, best first. */
  readonly weighed: readonly WeighedSentence[];
  readonly chosen?: Chosen | undefined;
  /** Undefined if nothing was read. */
  readonly readings?: Readings | undefined;
  /** That what is chosen answers, 0 to 1; 0 if nothing is. */
  readonly confidence: number;
}

/** What would be shown in bold, and what speaks for it. */
export interface Chosen {
  readonly bold: Bold;
  readonly evidence: ConfidenceEvidence;
  /** An item of the list that is asked for as a whole. */
  readonly listOf?: SentenceRecord | undefined;
  /** The question names the whole list or the entry with all of its words. */
  readonly named?: boolean | undefined;
}

/** How features are measured: a fit measures what it judges again and again only once. */
export interface Measures {
  readonly passages: (
    query: Query,
    records: readonly PassageRecord[],
  ) => readonly MeasuredPassage[];
  readonly sentences: typeof sentenceFeatures;
}

const MEASURES: Measures = { passages: measurePassages, sentences: sentenceFeatures };

/** The models that a judgement needs: all but the one that marks words. */
export type JudgingModels = Omit<Models, 'highlight'>;

/**
 * From the passages found to what would be shown and how sure that is: the one path that answering,
 * its evaluation and its fit go. Nothing but the arguments decides.
 */
export function judge(
  query: Query,
  records: readonly PassageRecord[],
  models: JudgingModels,
  measures = MEASURES,
): Judgement {
  const asked = askedFor(query.words);
  const ranked = byNearestQuestion(
    rankPassages(query, measures.passages(query, records), models, RANKED),
  );
  return judgeRanked(query, { asked, ranked }, models, measures.sentences);
}

/** The same again with what was read in the best passages, by the models for that. */
export function judgeRead(
  query: Query,
  { asked, ranked }: Pick<Judgement, 'asked' | 'ranked'>,
  readings: Readings,
  models: JudgingModels,
  measure = sentenceFeatures,
): Judgement {
  const again = models.reread === undefined ? ranked : rerank(ranked, readings, models.reread);
  const entries = byNearestQuestion(again);
  return judgeRanked(query, { asked, ranked: entries, readings }, models, measure);
}

function judgeRanked(
  query: Query,
  found: Pick<Judgement, 'asked' | 'ranked' | 'readings'>,
  models: JudgingModels,
  measure: typeof sentenceFeatures,
  mayMove = true,
): Judgement {
  const { asked, ranked, readings } = found;
  const first = ranked[0];
  if (first === undefined) return { ...found, weighed: [], confidence: 0 };
  const { record } = first;
  const reading = readings?.get(record);
  const weighed = weighSentences(query, asked, record, models.sentence, measure, reading);
  const likeliest = chooseBold(weighed, models.second);
  if (likeliest === undefined) {
    // Links or headings alone answer nothing, however well they meet the question.
    const others = ranked.slice(1);
    return mayMove && others.length > 0
      ? judgeRanked(query, { ...found, ranked: others }, models, measure)
      : { ...found, weighed, confidence: 0 };
  }
  const wanted = wantedOf(query.words);
  const { bold, listOf } = structured(query, asked, wanted, record, weighed, likeliest);
  const isLost = mayMove && listOf === undefined;
  const hasList = (other: PassageRecord): boolean =>
    namedList(query, other, bold.best.sentence) !== undefined;
  const hasRow = (other: PassageRecord): boolean =>
    keyedEntry(query, asked, other, bold) !== undefined;
  const moved = isLost
    ? ((wanted.whole ? besideFirst(ranked, hasList) : undefined) ??
      besideFirst(ranked, hasRow) ??
      besideFirst(ranked, (other) => isAnnounced(query, record, other)))
    : undefined;
  if (moved !== undefined) {
    // Once: two lists, or rows, that both are named could take turns for ever.
    return judgeRanked(query, { ...found, ranked: moved }, models, measure, false);
  }
  const evidence = confidenceEvidence(query, asked, first, bold, readings);
  const fitted = confidenceOf(evidence, models);
  const isNamed =
    isNamedWhole(query, wanted, record, bold.best.sentence, listOf) ||
    (listOf === undefined &&
      canTell(evidence) &&
      (isNamedEntry(query, record, bold, openingOf(ranked, record)) ||
        (lacksNothing(evidence) && isNamedCell(query, asked, record, bold))));
  const confidence = isNamed ? Math.max(fitted, NAMED_CONFIDENCE) : fitted;
  return { ...found, weighed, chosen: { bold, evidence, listOf, named: isNamed }, confidence };
}

/** The first sentence of an article, if the passage with it was found: it says what is spoken of. */
function openingOf(ranked: readonly RankedPassage[], { articleId }: PassageRecord): string {
  const opening = ranked.find(
    ({ record }) => record.articleId === articleId && record.ordinal === 0,
  )?.record.sentences[0];
  return opening?.kind === 'sentence' ? opening.text : '';
}

/** What is named may still lack the date, the number or the price that is asked for. */
function canTell({ able, features }: ConfidenceEvidence): boolean {
  return able && features.lacksKind === 0 && features.lacksPrice === 0;
}

const AGAINST_CELL = [
  'namesNowhere',
  'numbersNowhere',
  'lacksCounted',
  'lacksPast',
  'rivalKind',
  'rivalLabel',
] as const;

/** No number, name or thing of another kind is asked about than stands there. */
function lacksNothing({ features }: ConfidenceEvidence): boolean {
  return AGAINST_CELL.every((name) => features[name] === 0);
}

/**
 * How sure it is, at least, that the list, the item by its number or the section is meant that a
 * question names with all of its words. Chosen: of the documents, FAQ pages and encyclopaedia that
 * were measured, two answers are wrong with it, by pages that ask the same.
 */
export const NAMED_CONFIDENCE = 0.8;

/** What the document's structure makes of the likeliest sentences: an item, a list, a whole answer. */
function structured(
  query: Query,
  asked: AskedFor,
  wanted: Wanted,
  passage: PassageRecord,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): Pick<Chosen, 'bold' | 'listOf'> {
  const item =
    coded(query, weighed, bold) ??
    numbered(wanted, weighed) ??
    weighed.find(({ sentence }) => isNumberedAs(query, sentence)) ??
    nestedAsAsked(query, weighed, bold);
  if (item !== undefined) return alone(item);
  const keyed = keyedEntry(query, asked, passage, bold);
  const keyedUnit = weighed.find(({ sentence }) => sentence === keyed);
  if (keyedUnit !== undefined) {
    const { bold: row } = alone(keyedUnit);
    return { bold: keyedAlike(query, weighed, row) ?? row };
  }
  const listOf = asksForWhole(query, asked, wanted, passage, bold);
  if (listOf !== undefined) {
    const { kind } = listOf;
    const items = weighed.filter(({ sentence }) => sentence.kind === kind);
    return { bold: withUnits(bold, items), listOf };
  }
  const hours = hoursAskedFor(query, weighed, bold);
  if (hours !== undefined) {
    // A table may go on in the next passage.
    const listOf =
      hours.whole && bold.best.sentence.kind !== 'sentence' ? bold.best.sentence : undefined;
    return { bold: withUnits(bold, hours.lines), listOf };
  }
  const row = entryAsAsked(query, weighed, bold);
  const likeliest = row === undefined ? bold : alone(row).bold;
  if (asksForColumn(query, asked, weighed, likeliest)) {
    const rows = weighed.filter(({ sentence }) => sentence.kind === 'row');
    return { bold: withUnits(likeliest, rows), listOf: likeliest.best.sentence };
  }
  const isKey = isKeyed(query, likeliest.best.sentence);
  const rows = isKey
    ? keyedAlike(query, weighed, likeliest)
    : rowsAskedFor(query, passage, weighed, likeliest);
  return {
    bold:
      rows ??
      wholeAnswer(query, asked, passage, weighed, likeliest) ??
      withCode(weighed, likeliest) ??
      likeliest,
  };
}

function alone(unit: WeighedSentence): Pick<Chosen, 'bold'> {
  return { bold: { best: unit, sentences: [unit], share: unit.share } };
}
