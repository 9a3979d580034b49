import type { Verdict } from '../answering/answer.js';
import { answerQuestion } from '../answering/ask.js';
import { weighSentences } from '../answering/bold.js';
import { MIN_CONFIDENCE, MODELS } from '../answering/coefficients.js';
import { askedFor } from '../answering/question.js';
import type { ModelSettings } from '../embedding/model-files.js';
import { candidatePassages } from '../retrieval/candidates.js';
import { readQuery } from '../retrieval/query.js';
import { measurePassages, RANKED, rankPassages } from '../retrieval/rank.js';
import { SHARED } from '../store/store.js';
import { indexParagraphs, openBenchDesk, type BenchDesk } from './bench-desk.js';
import { holdsGold, isGoldHighlight } from './gold.js';
import {
  areaUnderCurve,
  calibrationError,
  mean,
  median,
  reliability,
  shareOf,
  type ReliabilityBin,
} from './metrics.js';
import { readSquad, type SquadQuestion } from './squad.js';
import type { Span } from '../text/span.js';

/** Shares are 0 to 1, and undefined where there was nothing to measure them on. */
export interface EvaluationReport {
  readonly articles: number;
  readonly questions: number;
  /** The passage with the gold answer is among the first one, three, five. */
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly recallAt5: number;
  /** Mean reciprocal rank of the passage with the gold answer. */
  readonly mrr: number;
  /** The gold answer is inside the answering sentence, or the two, that are shown in bold. */
  readonly goldInSentence: number;
  /** ... inside the two best sentences. */
  readonly goldInBestTwo: number;
  /** Sentences in bold, on average over all questions. */
  readonly averageSentences: number;
  readonly minConfidence: number;
  /** Share of the file's questions that are answered at the threshold. */
  readonly answered: number;
  /** Share of the answered ones whose bold sentences hold the gold answer. */
  readonly rightOfAnswered: number;
  readonly highlighted: number;
  /** Of the highlighted ones: a highlight contains the gold answer or is contained in it. */
  readonly highlightPrecision: number;
  readonly offTopic?:
    | {
        readonly questions: number;
        /** Share that is refused at the threshold. */
        readonly refused: number;
        /** Area under the ROC curve of confidence, the file's questions against these. */
        readonly auc: number;
      }
    | undefined;
  /** Confidence against the share of answers that were right, off-topic questions included. */
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

/** A question whose passage or sentence was wrong, or that was wrongly refused or answered. */
export interface Miss {
  readonly id: string;
  readonly question: string;
  readonly kind: 'passage' | 'sentence' | 'refused' | 'answered';
  readonly gold: readonly string[];
  readonly answer: string;
  readonly confidence: number;
  /** Rank of the right passage, from 1; undefined where it was not found. */
  readonly rank?: number | undefined;
}

export interface EvaluationOptions {
  readonly model: ModelSettings;
  /** The compiled embedding process, where the caller runs from sources. */
  readonly embedderUrl?: URL | undefined;
  /** A second file in the same format, none of whose questions the first one's articles answer. */
  readonly offTopic?: string | undefined;
  readonly minConfidence?: number | undefined;
  readonly onProgress?:
    ((step: 'indexing' | 'asking', done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Measures the real pipeline on a SQuAD-format file: each paragraph becomes an article of a
 * temporary data folder, apart from the user's data, and every question is asked there.
 * @throws NewsdeskError `evaluation-file-unreadable`
 */
export async function evaluate(
  file: string,
  options: EvaluationOptions,
): Promise<EvaluationReport> {
  const { model, embedderUrl, offTopic, onProgress, signal } = options;
  const minConfidence = options.minConfidence ?? MIN_CONFIDENCE;
  const paragraphs = await readSquad(file);
  const questions = paragraphs.flatMap((paragraph) =>
    paragraph.questions.map((question) => ({ ...question, source: paragraph.source })),
  );
  const others = offTopic === undefined ? [] : await readSquad(offTopic);
  const strange = [
    ...questions.filter(({ answers }) => answers.length === 0),
    ...others.flatMap((paragraph) => paragraph.questions),
  ];
  const own = questions.filter(({ answers }) => answers.length > 0);
  const desk = await openBenchDesk({ model, embedderUrl });
  try {
    await indexParagraphs(desk, paragraphs, {
      onProgress: (done, total) => onProgress?.('indexing', done, total),
      signal,
    });
    const sources = new Map(
      (await desk.store.articles()).map(({ id, source }) => [id, source] as const),
    );
    const asked: Asked[] = [];
    const total = own.length + strange.length;
    for (const question of own) {
      onProgress?.('asking', asked.length, total);
      const source = `${SHARED}/${question.source}`;
      asked.push(await askOne(desk, question, (id) => sources.get(id) === source, signal));
    }
    const refusable: Asked[] = [];
    for (const question of strange) {
      onProgress?.('asking', own.length + refusable.length, total);
      refusable.push(await askOne(desk, { ...question, answers: [] }, () => false, signal));
    }
    onProgress?.('asking', total, total);
    return report(paragraphs.length, asked, refusable, minConfidence);
  } finally {
    await desk.close();
  }
}

interface Asked {
  readonly question: SquadQuestion;
  readonly verdict: Verdict;
  /** Rank of the first passage of the gold article that holds the answer; 0 where there is none. */
  readonly rank: number;
  readonly right: boolean;
  readonly bestTwo: boolean;
  /** Undefined where nothing is highlighted. */
  readonly highlightRight: boolean | undefined;
  readonly ms: number;
  readonly embeddingMs: number;
}

/** Asks without a threshold, so that one run tells what every threshold would give. */
async function askOne(
  { store, embedder }: BenchDesk,
  question: SquadQuestion,
  isGold: (articleId: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  const scope = [SHARED];
  const started = performance.now();
  await embedder.embed([question.question], 'question', signal);
  const embedded = performance.now();
  const verdict = await answerQuestion({ store, embedder, minConfidence: 0 }, question.question, {
    scope,
    signal,
  });
  const done = performance.now();
  const { answers } = question;
  const { answer } = verdict;
  const inAnswer = (text: string): boolean =>
    answer !== null && isGold(answer.articleId) && holdsGold(text, answers);
  const read = await readQuery({ store, embedder }, question.question, scope, signal);
  const ranked = rankPassages(
    read,
    measurePassages(read, await candidatePassages(store, read, scope, undefined)),
    MODELS,
    RANKED,
  );
  const first = ranked[0]?.record;
  const sentences =
    first === undefined ? [] : weighSentences(read, askedFor(read.words), first, MODELS.sentence);
  const cut = ({ start, end }: Span): string =>
    answer === null ? '' : answer.text.slice(start - answer.start, end - answer.start);
  return {
    question,
    verdict,
    rank:
      verdict.passages.findIndex(
        ({ articleId, text }) => isGold(articleId) && holdsGold(text, answers),
      ) + 1,
    right: answer?.sentences.some((sentence) => inAnswer(cut(sentence))) ?? false,
    bestTwo: sentences
      .slice(0, 2)
      .some(
        ({ passage, sentence }) => isGold(passage.articleId) && holdsGold(sentence.text, answers),
      ),
    highlightRight:
      answer === null || answer.highlights.length === 0
        ? undefined
        : answer.highlights.some((highlight) => isGoldHighlight(cut(highlight), answers)),
    ms: done - embedded,
    embeddingMs: embedded - started,
  };
}

function report(
  articles: number,
  own: readonly Asked[],
  strange: readonly Asked[],
  minConfidence: number,
): EvaluationReport {
  const share = (holds: (asked: Asked) => boolean): number => shareOf(own, holds) ?? 0;
  const isAnswered = ({ verdict }: Asked): boolean =>
    verdict.answer !== null && verdict.confidence >= minConfidence;
  const within = (places: number) => (asked: Asked) => asked.rank >= 1 && asked.rank <= places;
  const highlighted = own.filter(({ highlightRight }) => highlightRight !== undefined);
  const confidences = (asked: readonly Asked[]): number[] =>
    asked.map(({ verdict }) => verdict.confidence);
  const bins = reliability(
    [...own, ...strange].map(({ verdict: { confidence }, right }) => ({ confidence, right })),
  );
  return {
    articles,
    questions: own.length,
    recallAt1: share(within(1)),
    recallAt3: share(within(3)),
    recallAt5: share(within(5)),
    mrr: mean(own.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))) ?? 0,
    goldInSentence: share(({ right }) => right),
    goldInBestTwo: share(({ bestTwo }) => bestTwo),
    averageSentences: mean(own.map(({ verdict }) => verdict.answer?.sentences.length ?? 0)) ?? 0,
    minConfidence,
    answered: share(isAnswered),
    rightOfAnswered: shareOf(own.filter(isAnswered), ({ right }) => right) ?? 0,
    highlighted: share(({ highlightRight }) => highlightRight !== undefined),
    highlightPrecision: shareOf(highlighted, ({ highlightRight }) => highlightRight === true) ?? 0,
    offTopic:
      strange.length === 0
        ? undefined
        : {
            questions: strange.length,
            refused: 1 - (shareOf(strange, isAnswered) ?? 0),
            auc: areaUnderCurve(confidences(own), confidences(strange)) ?? 0,
          },
    reliability: bins,
    calibrationError: calibrationError(bins),
    ms: {
      question: median(own.map(({ ms }) => ms)) ?? 0,
      embedding: median(own.map(({ embeddingMs }) => embeddingMs)) ?? 0,
    },
    misses: [
      ...own.flatMap((asked) => missOf(asked, isAnswered(asked))),
      ...strange.flatMap((asked) => (isAnswered(asked) ? [describe(asked, 'answered')] : [])),
    ],
  };
}

function missOf(asked: Asked, answered: boolean): Miss[] {
  if (!answered) return [describe(asked, 'refused')];
  if (!asked.right) return [describe(asked, asked.rank === 1 ? 'sentence' : 'passage')];
  return asked.rank === 1 ? [] : [describe(asked, 'passage')];
}

function describe({ question, verdict, rank }: Asked, kind: Miss['kind']): Miss {
  return {
    id: question.id,
    question: question.question,
    kind,
    gold: question.answers.map(({ text }) => text),
    answer: verdict.answer?.text ?? '',
    confidence: verdict.confidence,
    rank: rank === 0 ? undefined : rank,
  };
}
