import type { Bold, WeighedSentence } from '../answering/bold.js';
import { spansOf } from '../answering/highlight.js';
import type { SpanCandidate } from '../answering/span-candidates.js';
import type { Span } from '../text/span.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { holdsAnswer as holds, isGoldHighlight } from './gold.js';
import type { Observation } from './observe.js';

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

export function isGoldPassage({ gold }: Observation, record: PassageRecord): boolean {
  if (gold === undefined || !record.source.endsWith(`/${gold.source}`)) return false;
  return gold.answers.some(
    ({ text, start }) => start >= record.start && start + text.length <= record.end,
  );
}

export function isGoldSentence(
  observation: Observation,
  { passage, sentence }: { readonly passage: PassageRecord; readonly sentence: SentenceRecord },
): boolean {
  if (observation.gold === undefined || !isGoldPassage(observation, passage)) return false;
  return observation.gold.answers.some(
    ({ start }) => start >= sentence.start && start < sentence.end,
  );
}

/** The gold answer stands in one of the bold sentences. */
export function isRight(observation: Observation, bold: Bold): boolean {
  return bold.sentences.some((sentence) => holdsAnswer(observation, sentence));
}

export function holdsAnswer(
  { gold }: Observation,
  { passage, sentence }: Pick<WeighedSentence, 'passage' | 'sentence'>,
): boolean {
  if (gold === undefined || !passage.source.endsWith(`/${gold.source}`)) return false;
  return gold.answers.some((answer) => holds(sentence.text, answer));
}
