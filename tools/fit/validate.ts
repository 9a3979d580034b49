import type { Judgement } from '../../src/answering/judge.js';
import type { Models } from '../../src/answering/coefficients.js';
import { answersGold, holdsGold } from '../../src/evaluation/gold.js';
import { nameOfSource } from '../../src/evaluation/bench-desk.js';
import { mean, shareOf, type Judged } from '../../src/evaluation/metrics.js';
import type { RankingModels } from '../../src/retrieval/rank.js';
import type { FeatureNames } from './features.js';
import { isMarkRight } from './fit-highlight.js';
import { fitModels } from './fit-models.js';
import { judged } from './measured.js';
import type { Observation, ObservationKind } from './observation.js';
import { isRight } from './right.js';

export interface Figures {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly mrr: number;
  /** The gold answer is in the best unit alone, and in what is in bold. */
  readonly goldInBest: number;
  readonly goldInBold: number;
  readonly averageBold: number;
  /** Share of the questions of which words are marked, and of these marks that are right. */
  readonly marked: number;
  readonly markedRight: number;
}

/** What models that never saw a set, or a group of it, make of its questions. */
export interface Validation {
  readonly figures: Figures;
  readonly judged: Readonly<Record<ObservationKind, readonly Judged[]>>;
}

export type BySet = ReadonlyMap<string, Validation>;

const FOLDS = 4;

/** Fits on three quarters of each set's groups and judges the last quarter, four times over. */
export function crossValidate(
  observations: readonly Observation[],
  names: FeatureNames,
  onFold: (fold: number) => void = () => undefined,
  shown?: Models | RankingModels,
): BySet {
  const groups = new Map<string, Set<string>>();
  for (const { set, group } of observations) {
    const known = groups.get(set) ?? new Set<string>();
    groups.set(set, known.add(group));
  }
  const foldOf = ({ set, group }: Observation): number =>
    [...(groups.get(set) ?? [])].indexOf(group) % FOLDS;
  const results: Result[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    onFold(fold);
    const models = fitModels(
      observations.filter((each) => foldOf(each) !== fold),
      names,
      shown,
    );
    const held = observations.filter((each) => foldOf(each) === fold);
    results.push(...held.map((each) => resultOf(each, models)));
  }
  return bySet(results);
}

/** Fits on all other sets and judges the one left out, for each. */
export function leaveSetsOut(
  observations: readonly Observation[],
  names: FeatureNames,
  onSet: (set: string) => void = () => undefined,
  shown?: Models | RankingModels,
): BySet {
  const sets = [...new Set(observations.map(({ set }) => set))];
  return bySet(
    sets.flatMap((left) => {
      onSet(left);
      const models = fitModels(
        observations.filter(({ set }) => set !== left),
        names,
        shown,
      );
      return observations.filter(({ set }) => set === left).map((each) => resultOf(each, models));
    }),
  );
}

/** What models as they stand make of observations, whether or not they have seen them. */
export function measure(observations: readonly Observation[], models: Models): BySet {
  return bySet(observations.map((each) => resultOf(each, models)));
}

interface Result {
  readonly observation: Observation;
  readonly judged: Judged;
  /** 0 if the passage is not among those found. */
  readonly rank: number;
  readonly best: boolean;
  readonly units: number;
  readonly mark: boolean | undefined;
}

function resultOf(observation: Observation, models: Models): Result {
  const judgement = judged(observation, models);
  const { chosen, confidence } = judgement;
  const right = chosen !== undefined && isRight(observation, chosen.bold);
  return {
    observation,
    judged: { confidence, right },
    rank: rankOfGold(observation, judgement),
    best: chosen !== undefined && isRight(observation, { sentences: [chosen.bold.best] }),
    units: chosen?.bold.sentences.length ?? 0,
    mark: observation.kind === 'own' ? isMarkRight(observation, judgement, models) : undefined,
  };
}

function rankOfGold({ gold }: Observation, { ranked }: Judgement): number {
  if (gold === undefined) return 0;
  return (
    ranked.findIndex(
      ({ record: { source, text } }) =>
        gold.articles.includes(nameOfSource(source)) &&
        (gold.shown === 'part'
          ? answersGold([text], gold) || holdsGold(text, gold)
          : holdsGold(text, gold)),
    ) + 1
  );
}

function bySet(results: readonly Result[]): BySet {
  const sets = [...new Set(results.map(({ observation }) => observation.set))];
  return new Map(
    sets.map((set) => {
      const ofSet = results.filter(({ observation }) => observation.set === set);
      const of = (kind: ObservationKind): Judged[] =>
        ofSet.filter(({ observation }) => observation.kind === kind).map(({ judged }) => judged);
      const judged = {
        own: of('own'),
        alone: of('alone'),
        offTopic: of('offTopic'),
        nearMiss: of('nearMiss'),
        gone: of('gone'),
      };
      const own = ofSet.filter(({ observation }) => observation.kind === 'own');
      return [set, { figures: figuresOf(own), judged }] as const;
    }),
  );
}

function figuresOf(own: readonly Result[]): Figures {
  const share = (holds: (result: Result) => boolean): number => shareOf(own, holds) ?? 0;
  const marked = own.filter(({ mark }) => mark !== undefined);
  return {
    questions: own.length,
    recallAt1: share(({ rank }) => rank === 1),
    recallAt5: share(({ rank }) => rank >= 1 && rank <= 5),
    mrr: mean(own.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))) ?? 0,
    goldInBest: share(({ best }) => best),
    goldInBold: share(({ judged }) => judged.right),
    averageBold: mean(own.map(({ units }) => units)) ?? 0,
    marked: share(({ mark }) => mark !== undefined),
    markedRight: shareOf(marked, ({ mark }) => mark === true) ?? 0,
  };
}

/** Questions that are off a set's topics and are answered all the same, at the most, in every set. */
const OFF_TOPIC_ANSWERED = 0.02;

/** The least confidence, to three decimals, under which an answer is not given. */
export function thresholdOf(sets: BySet): number {
  const ofSets = [...sets.values()].map(({ judged: { offTopic } }) => {
    const confidences = offTopic.map(({ confidence }) => confidence).sort((a, b) => b - a);
    return confidences[Math.floor(OFF_TOPIC_ANSWERED * confidences.length)] ?? 0;
  });
  return (Math.floor(Math.max(0, ...ofSets) * 1000) + 1) / 1000;
}
