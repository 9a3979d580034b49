import { confidenceOf } from '../answering/confidence.js';
import { holdsAnswer } from './gold.js';
import { answerTo } from './answer-to.js';
import type { FeatureNames } from './features.js';
import { isMarkRight } from './fit-highlight.js';
import { fitModels } from './fit-models.js';
import { isRight } from './right.js';
import { mean, shareOf, type Judged } from './metrics.js';
import type { Observation, Observations } from './observe.js';

export interface Figures {
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly mrr: number;
  /** The gold answer is in the best sentence alone, and in the one or two in bold. */
  readonly goldInBest: number;
  readonly goldInBold: number;
  readonly averageBold: number;
  /** Share of the questions of which words are marked, and of these marks that are right. */
  readonly marked: number;
  readonly markedRight: number;
}

export interface CrossValidation {
  readonly figures: Figures;
  readonly judged: Readonly<Record<keyof Observations, readonly Judged[]>>;
}

const FOLDS = 8;

/** Fits on seven eighths of the titles and judges the last eighth, eight times over. */
export function crossValidate(observations: Observations, names: FeatureNames): CrossValidation {
  const titles = [...new Set(observations.own.map(({ title }) => title))];
  const judged: Record<keyof Observations, Judged[]> = {
    own: [],
    offTopic: [],
    nearTopic: [],
    alone: [],
    aloneNearTopic: [],
  };
  const kinds = Object.keys(judged) as (keyof Observations)[];
  const answers: OwnAnswer[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = new Set(titles.filter((_, index) => index % FOLDS === fold));
    const models = fitModels(
      restrict(observations, (title) => !held.has(title)),
      names,
    );
    for (const kind of kinds) {
      for (const observation of observations[kind]) {
        if (!held.has(observation.title)) continue;
        const answer = answerTo(observation, models);
        const right = answer !== undefined && isRight(observation, answer.bold);
        const confidence = answer === undefined ? 0 : confidenceOf(answer.evidence, models);
        judged[kind].push({ confidence, right });
        if (kind !== 'own' || answer === undefined) continue;
        answers.push({
          rank: rankOfGold(
            observation,
            answer.ranked.map(({ record }) => record),
          ),
          best: isRight(observation, { ...answer.bold, sentences: [answer.bold.best] }),
          bold: right,
          sentences: answer.bold.sentences.length,
          mark: isMarkRight(observation, answer, models),
        });
      }
    }
  }
  return { figures: figuresOf(answers), judged };
}

interface OwnAnswer {
  /** 0 where the passage is not among those found. */
  readonly rank: number;
  readonly best: boolean;
  readonly bold: boolean;
  readonly sentences: number;
  readonly mark: boolean | undefined;
}

function figuresOf(answers: readonly OwnAnswer[]): Figures {
  const share = (holds: (answer: OwnAnswer) => boolean): number => shareOf(answers, holds) ?? 0;
  const marked = answers.filter(({ mark }) => mark !== undefined);
  return {
    recallAt1: share(({ rank }) => rank === 1),
    recallAt5: share(({ rank }) => rank >= 1 && rank <= 5),
    mrr: mean(answers.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))) ?? 0,
    goldInBest: share(({ best }) => best),
    goldInBold: share(({ bold }) => bold),
    averageBold: mean(answers.map(({ sentences }) => sentences)) ?? 0,
    marked: marked.length / answers.length,
    markedRight: shareOf(marked, ({ mark }) => mark === true) ?? 0,
  };
}

function rankOfGold(
  { gold }: Observation,
  records: readonly { readonly source: string; readonly text: string }[],
): number {
  if (gold === undefined) return 0;
  return (
    records.findIndex(
      ({ source, text }) =>
        source.endsWith(`/${gold.source}`) &&
        gold.answers.some((answer) => holdsAnswer(text, answer)),
    ) + 1
  );
}

function restrict(observations: Observations, keeps: (title: string) => boolean): Observations {
  const kept = (list: readonly Observation[]): Observation[] =>
    list.filter(({ title }) => keeps(title));
  return {
    own: kept(observations.own),
    offTopic: kept(observations.offTopic),
    nearTopic: kept(observations.nearTopic),
    alone: kept(observations.alone),
    aloneNearTopic: kept(observations.aloneNearTopic),
  };
}
