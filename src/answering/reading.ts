import type {
  PassageReader,
  ReadablePassage,
  Reading,
  ReadSpan,
} from '../embedding/passage-reader.js';
import { headingsAbove } from '../passages/embedded-text.js';
import { softmax, weigh, type Features, type LinearModel } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import type { RankedPassage } from '../retrieval/rank.js';
import type { PassageRecord } from '../store/store.js';

/** What was read in passages: of each sentence the words that may answer. */
export type Readings = ReadonlyMap<PassageRecord, Reading>;

/**
 * Passages that are read, best first, of some 20 ms of one core each. Cross-validated, a third brought
 * nothing.
 */
export const READ = 2;

/** Beyond this the odds of a span say no more. */
const CLEAR_ODDS = 12;

/**
 * Of one question, however often it is judged: what came second may well be the best of another
 * article, and one in five passages would be read twice.
 */
const alreadyRead = new WeakMap<Query['words'], Map<PassageRecord, Reading>>();

export async function readPassages(
  reader: PassageReader,
  { text, words }: Pick<Query, 'text' | 'words'>,
  ranked: readonly RankedPassage[],
  signal?: AbortSignal,
): Promise<Readings> {
  const records = ranked.slice(0, READ).map(({ record }) => record);
  const known = alreadyRead.get(words) ?? new Map<PassageRecord, Reading>();
  alreadyRead.set(words, known);
  const unread = records.filter((record) => !known.has(record));
  const readings = unread.length === 0 ? [] : await reader.read(text, unread.map(readable), signal);
  unread.forEach((record, index) => {
    const reading = readings[index];
    if (reading !== undefined) known.set(record, inText(record, reading));
  });
  return new Map(
    records.flatMap((record) => {
      const reading = known.get(record);
      return reading === undefined ? [] : [[record, reading] as const];
    }),
  );
}

/**
 * Its section's headings are read too, since they say what the text is about; no answer is there. With
 * the title before prose, three of 25 questions about one article got another answer.
 */
function readable(record: PassageRecord): ReadablePassage {
  const { text, start: from, sentences } = record;
  const above = headingsAbove(record.title, record.context);
  const by = above.length - from;
  return {
    text: above + text,
    stretches: sentences.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}

/** The spans as positions in the passage's own text. */
function inText({ title, context }: PassageRecord, reading: Reading): Reading {
  const by = headingsAbove(title, context).length;
  return reading.map((span) => span && { ...span, start: span.start - by, end: span.end - by });
}

export function bestOf(reading: Reading | undefined): ReadSpan | undefined {
  return reading?.reduce(
    (best, span) => ((span?.odds ?? -Infinity) > (best?.odds ?? -Infinity) ? span : best),
    undefined,
  );
}

/** Within bounds; as a passage that surely does not say if there is no span. */
export function oddsOf(span: ReadSpan | undefined): number {
  return Math.max(-CLEAR_ODDS, Math.min(CLEAR_ODDS, span?.odds ?? -CLEAR_ODDS));
}

export type RereadFeature = 'strength' | 'odds' | 'share';

/** What speaks for each passage once it is read. */
export function rereadFeatures(
  { strength, record }: RankedPassage,
  readings: Readings,
): Features<RereadFeature> {
  const best = bestOf(readings.get(record));
  return { strength, odds: oddsOf(best), share: best?.share ?? 0 };
}

/**
 * Passages that were read, in the order that reading gives; those that were not stay behind them,
 * with no more of a share than what stands before them.
 */
export function rerank(
  ranked: readonly RankedPassage[],
  readings: Readings,
  model: LinearModel<RereadFeature>,
): RankedPassage[] {
  const read = ranked.filter(({ record }) => readings.has(record));
  const total = read.reduce((sum, { share }) => sum + share, 0);
  const weights = read.map((passage) => weigh(model, rereadFeatures(passage, readings)));
  const shares = softmax(weights);
  const again = read
    .map((passage, index) => ({ ...passage, share: total * (shares[index] ?? 0) }))
    .sort((a, b) => b.share - a.share);
  let least = Infinity;
  return [...again, ...ranked.filter(({ record }) => !readings.has(record))].map((passage) => {
    least = Math.min(least, passage.share);
    return { ...passage, share: least };
  });
}

/** What reading adds to what is known of a sentence; nothing if its passage was not read. */
export function readSentence(
  reading: Reading | undefined,
  at: number,
): Features<'readOdds' | 'readShare' | 'readBest'> {
  if (reading === undefined) return { readOdds: 0, readShare: 0, readBest: 0 };
  const span = reading[at];
  return {
    readOdds: oddsOf(span),
    readShare: span?.share ?? 0,
    readBest: span !== undefined && span === bestOf(reading) ? 1 : 0,
  };
}

/** What reading adds to what is known of an answer: `shown` are its sentences' positions. */
export function readAnswer(
  readings: Readings | undefined,
  passage: PassageRecord,
  shown: readonly number[],
): Features<'readSaid' | 'readElsewhere' | 'readBold' | 'readBoldShare' | 'readAhead'> {
  const reading = readings?.get(passage);
  if (readings === undefined || reading === undefined) {
    return { readSaid: 0, readElsewhere: 0, readBold: 0, readBoldShare: 0, readAhead: 0 };
  }
  const bold = bestOf(reading.filter((_, at) => shown.includes(at)));
  const rest = bestOf(reading.filter((_, at) => !shown.includes(at)));
  const others = [...readings].flatMap(([record, other]) =>
    record === passage ? [] : [oddsOf(bestOf(other))],
  );
  return {
    readSaid: oddsOf(bestOf(reading)),
    readElsewhere: Math.max(-CLEAR_ODDS, ...others),
    readBold: oddsOf(bold),
    readBoldShare: bold?.share ?? 0,
    readAhead: oddsOf(bold) - oddsOf(rest),
  };
}
