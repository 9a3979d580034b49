import type { ModelSettings } from '../embedding/model-files.js';

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
 */
export function evaluate(_file: string, _options: EvaluationOptions): Promise<EvaluationReport> {
  return Promise.reject(new Error('evaluate is being written'));
}
