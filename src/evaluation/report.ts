import type { Asked } from './asked.js';
import type { ConversationReport } from './converse.js';
import type { EvaluationSet } from './evaluation-set.js';
import {
  areaUnderCurve,
  calibrationError,
  mean,
  median,
  reliability,
  shareOf,
  type ReliabilityBin,
} from './metrics.js';

/** Shares are 0 to 1, and undefined if there was nothing to measure them on. */
export interface EvaluationReport {
  readonly shape: EvaluationSet['shape'];
  readonly articles: number;
  /** Those that the articles answer; all figures down to `kinds` are of them. */
  readonly questions: number;
  /** The passage with the gold answer is among the first one, three, five. */
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly recallAt5: number;
  /** Mean reciprocal rank of the passage with the gold answer. */
  readonly mrr: number;
  /** What is shown in bold, refused or not, holds the gold answer as the set asks for it. */
  readonly goldInSentence: number;
  /** ... and the best of it does so by itself. */
  readonly goldInBest: number;
  /** Sentences, items or rows in bold, on average over all questions. */
  readonly averageSentences: number;
  readonly minConfidence: number;
  /** Share of the questions that are answered at the threshold. */
  readonly answered: number;
  /** Share of the answered ones whose bold sentences hold the gold answer. */
  readonly rightOfAnswered: number;
  /** Questions that got themselves as the answer, as the article has them. */
  readonly questionAsAnswer: number;
  /** Of all, those to be refused included: a heading, a marker or a header row alone was the answer. */
  readonly structureAsAnswer: number;
  /** What is in bold was not the article's text at its place. */
  readonly misquoted: number;
  readonly highlighted: number;
  /** Of the highlighted ones: a highlight contains the gold answer or is contained in it. */
  readonly highlightPrecision: number;
  /** The same by the kinds that the file tells apart. */
  readonly kinds: readonly KindReport[];
  /** Questions about what the articles are about, which they do not answer. */
  readonly nearMisses?: RefusalReport | undefined;
  readonly offTopic?: RefusalReport | undefined;
  /** Undefined if the file has none. */
  readonly conversations?: ConversationReport | undefined;
  /** Confidence against the share of answers that were right, those to be refused included. */
  readonly reliability: readonly ReliabilityBin[];
  /** Expected calibration error over these bins. */
  readonly calibrationError: number;
  /** Medians over the warm questions. */
  readonly ms: {
    readonly question: number;
    /** The embedding of the question alone. */
    readonly embedding: number;
  };
  readonly misses: readonly Miss[];
}

export interface KindReport {
  readonly kind: string;
  readonly questions: number;
  readonly recallAt1: number;
  readonly goldInSentence: number;
  readonly answered: number;
  readonly rightOfAnswered: number;
}

export interface RefusalReport {
  readonly questions: number;
  /** Share that is refused at the threshold. */
  readonly refused: number;
  /** Area under the ROC curve of confidence, the file's questions against these. */
  readonly auc: number;
}

/** A question whose passage or sentence was wrong, or that was wrongly refused or answered. */
export interface Miss {
  readonly id: string;
  readonly question: string;
  /** What the file says that the question is. */
  readonly label?: string | undefined;
  readonly kind: 'passage' | 'sentence' | 'refused' | 'answered';
  readonly gold: readonly string[];
  readonly answer: string;
  /** Of `answer`, what is in bold. */
  readonly bold: readonly string[];
  readonly confidence: number;
  /** Rank of the right passage, from 1; undefined if it was not found. */
  readonly rank?: number | undefined;
}

export function reportOn(
  { shape, rooms }: EvaluationSet,
  asked: readonly Asked[],
  minConfidence: number,
): EvaluationReport {
  const own = asked.filter(({ question }) => question.gold !== undefined);
  const isAnswered = ({ verdict }: Asked): boolean =>
    verdict.answer !== null && verdict.confidence >= minConfidence;
  const within = (places: number) => (each: Asked) => each.rank >= 1 && each.rank <= places;
  const share = (holds: (asked: Asked) => boolean): number => shareOf(own, holds) ?? 0;
  const highlighted = own.filter(({ highlightRight }) => highlightRight !== undefined);
  const refusals = (kind: 'near-miss' | 'off-topic'): RefusalReport | undefined => {
    const strange = asked.filter(({ question }) => question.strange === kind);
    if (strange.length === 0) return undefined;
    return {
      questions: strange.length,
      refused: 1 - (shareOf(strange, isAnswered) ?? 0),
      auc: areaUnderCurve(confidences(own), confidences(strange)) ?? 0,
    };
  };
  const bins = reliability(
    asked.map(({ verdict: { confidence }, right }) => ({ confidence, right })),
  );
  return {
    shape,
    articles: rooms.reduce((sum, { articles }) => sum + articles.length, 0),
    questions: own.length,
    recallAt1: share(within(1)),
    recallAt3: share(within(3)),
    recallAt5: share(within(5)),
    mrr: mean(own.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))) ?? 0,
    goldInSentence: share(({ right }) => right),
    goldInBest: share(({ best }) => best),
    averageSentences: mean(own.map(({ verdict }) => verdict.answer?.sentences.length ?? 0)) ?? 0,
    minConfidence,
    answered: share(isAnswered),
    rightOfAnswered: shareOf(own.filter(isAnswered), ({ right }) => right) ?? 0,
    questionAsAnswer: share(({ echoes }) => echoes),
    structureAsAnswer: shareOf(asked, ({ bare }) => bare) ?? 0,
    misquoted: shareOf(asked, ({ misquoted }) => misquoted) ?? 0,
    highlighted: share(({ highlightRight }) => highlightRight !== undefined),
    highlightPrecision: shareOf(highlighted, ({ highlightRight }) => highlightRight === true) ?? 0,
    kinds: kindsOf(own, isAnswered),
    nearMisses: refusals('near-miss'),
    offTopic: refusals('off-topic'),
    reliability: bins,
    calibrationError: calibrationError(bins),
    ms: {
      question: median(own.map(({ ms }) => ms)) ?? 0,
      embedding: median(own.map(({ embeddingMs }) => embeddingMs)) ?? 0,
    },
    misses: asked.flatMap((each) => missOf(each, isAnswered(each))),
  };
}

function confidences(asked: readonly Asked[]): number[] {
  return asked.map(({ verdict }) => verdict.confidence);
}

function kindsOf(own: readonly Asked[], isAnswered: (asked: Asked) => boolean): KindReport[] {
  const kinds = new Set(own.flatMap(({ question: { kind } }) => kind ?? []));
  return [...kinds].sort().map((kind) => {
    const ofKind = own.filter(({ question }) => question.kind === kind);
    return {
      kind,
      questions: ofKind.length,
      recallAt1: shareOf(ofKind, ({ rank }) => rank === 1) ?? 0,
      goldInSentence: shareOf(ofKind, ({ right }) => right) ?? 0,
      answered: shareOf(ofKind, isAnswered) ?? 0,
      rightOfAnswered: shareOf(ofKind.filter(isAnswered), ({ right }) => right) ?? 0,
    };
  });
}

function missOf(asked: Asked, answered: boolean): Miss[] {
  if (asked.question.gold === undefined) return answered ? [describe(asked, 'answered')] : [];
  if (!answered) return [describe(asked, 'refused')];
  if (!asked.right) return [describe(asked, asked.rank === 1 ? 'sentence' : 'passage')];
  return asked.rank === 1 ? [] : [describe(asked, 'passage')];
}

function describe({ question, verdict, rank }: Asked, kind: Miss['kind']): Miss {
  const { answer } = verdict;
  return {
    id: question.id,
    question: question.question,
    label: question.kind,
    kind,
    gold: question.gold?.answers.map(({ text }) => text) ?? [],
    answer: answer?.text ?? '',
    bold:
      answer?.sentences.map(({ start, end }) =>
        answer.text.slice(start - answer.start, end - answer.start),
      ) ?? [],
    confidence: verdict.confidence,
    rank: rank === 0 ? undefined : rank,
  };
}
