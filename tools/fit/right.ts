import type { Bold, WeighedSentence } from '../../src/answering/bold.js';
import { spansOf } from '../../src/answering/marks/highlight.js';
import type { SpanCandidate } from '../../src/answering/marks/span-candidates.js';
import { nameOfSource } from '../../src/evaluation/bench-desk.js';
import { answersGold, holdsGold, isGoldHighlight } from '../../src/evaluation/gold.js';
import { indexOfSentence } from '../../src/retrieval/text-index.js';
import type { PassageRecord } from '../../src/store/store.js';
import type { Span } from '../../src/text/span.js';
import type { Observation } from './observation.js';

type Unit = Pick<WeighedSentence, 'passage' | 'sentence'>;

export function isGoldPassage({ gold }: Observation, record: PassageRecord): boolean {
  if (gold === undefined || !gold.articles.includes(nameOfSource(record.source))) return false;
  return gold.answers.some(({ text, start }) =>
    start === undefined
      ? holdsGold(record.text, gold)
      : start >= record.start && start + text.length <= record.end,
  );
}

/** A unit to choose: it has an answer, or one of several that must all be shown. */
export function isGoldUnit(observation: Observation, { passage, sentence }: Unit): boolean {
  const { gold } = observation;
  if (gold === undefined || !isGoldPassage(observation, passage)) return false;
  return gold.answers.some((answer) =>
    answer.start === undefined
      ? answersGold([sentence.text], { ...gold, answers: [answer] })
      : answer.start >= sentence.start && answer.start < sentence.end,
  );
}

/** The gold answer stands in what is bold. */
export function isRight({ gold }: Observation, { sentences }: Pick<Bold, 'sentences'>): boolean {
  const [first] = sentences;
  if (gold === undefined || first === undefined) return false;
  if (!gold.articles.includes(nameOfSource(first.passage.source))) return false;
  return answersGold(
    sentences.map(({ sentence }) => sentence.text),
    gold,
  );
}

export function holdsAnswer(observation: Observation, unit: WeighedSentence): boolean {
  return isRight(observation, { sentences: [unit] });
}

export function isRightSpan(
  observation: Observation,
  { best }: Bold,
  candidate: SpanCandidate,
): boolean {
  const { gold } = observation;
  if (gold === undefined || !holdsAnswer(observation, best)) return false;
  const { text } = best.sentence;
  return spansOf(candidate, 0, indexOfSentence(best.sentence)).some(({ start, end }) =>
    isGoldHighlight(text.slice(start, end), gold.answers),
  );
}

/** One of the marked stretches, as positions in the article, is right. */
export function areRightMarks(
  observation: Observation,
  { best }: Bold,
  marked: readonly Span[],
): boolean {
  const { gold } = observation;
  if (gold === undefined || !holdsAnswer(observation, best)) return false;
  const { text, start: from } = best.sentence;
  return marked.some(({ start, end }) =>
    isGoldHighlight(text.slice(start - from, end - from), gold.answers),
  );
}
