import {
  neighboursOf,
  secondFeatures,
  type SecondChoice,
  type SecondFeature,
} from '../answering/bold.js';
import type { Models } from '../answering/coefficients.js';
import type { ConfidenceFeature } from '../answering/confidence.js';
import { rereadFeatures, type RereadFeature } from '../answering/reading.js';
import type { SentenceFeature } from '../answering/sentence-features.js';
import { logistic, type LinearModel } from '../retrieval/linear.js';
import type { PassageFeature, RankingFeature } from '../retrieval/passage-features.js';
import { preselect, type RankingModels } from '../retrieval/rank.js';
import { answerTo, type AnsweringModels } from './answer-to.js';
import type { FeatureNames } from './features.js';
import type { Example } from './fit-choice.js';
import { fitHighlight } from './fit-highlight.js';
import { choiceModel, choiceOf, logisticModel, nothing, weighRow } from './fit-linear.js';
import { measured, rankedPassages, weighedSentences } from './measured.js';
import type { Observation, Observations } from './observe.js';
import { holdsAnswer, isGoldPassage, isGoldSentence, isRight } from './right.js';

/** Fits every model in the order in which a question meets them. */
export function fitModels(observations: Observations, names: FeatureNames): Models {
  const candidate = fitCandidates(observations.own, names.candidate);
  const passage = fitPassages(observations.own, candidate, names.passage);
  const reread = fitReread(observations.own, { candidate, passage }, names.reread);
  const ranking = { candidate, passage, reread };
  const sentence = fitSentences(observations.own, ranking, names.sentence);
  const second = fitSecond(observations.own, { ...ranking, sentence }, names.second);
  const answering = { ...ranking, sentence, second };
  const models = { ...answering, ...fitConfidence(observations, answering, names) };
  return { ...models, highlight: fitHighlight(observations.own, models, names) };
}

function fitCandidates(
  own: readonly Observation[],
  names: readonly PassageFeature[],
): LinearModel<PassageFeature> {
  const alike = nothing(names);
  const choices = own.flatMap((observation) => {
    const all = preselect(measured(observation), alike, Infinity);
    return choiceOf(all, ({ record }) => isGoldPassage(observation, record), names);
  });
  return choiceModel(names, choices);
}

function fitPassages(
  own: readonly Observation[],
  candidate: LinearModel<PassageFeature>,
  names: readonly RankingFeature[],
): LinearModel<RankingFeature> {
  const alike = nothing(names);
  const choices = own.flatMap((observation) => {
    const ranked = rankedPassages(observation, { candidate, passage: alike });
    return choiceOf(ranked, ({ record }) => isGoldPassage(observation, record), names);
  });
  return choiceModel(names, choices);
}

/** Among the passages that were read. */
function fitReread(
  own: readonly Observation[],
  ranking: RankingModels,
  names: readonly RereadFeature[],
): LinearModel<RereadFeature> | undefined {
  if (names.length === 0) return undefined;
  const choices = own.flatMap((observation) => {
    const { readings } = observation;
    if (readings === undefined) return [];
    const read = rankedPassages(observation, ranking)
      .filter(({ record }) => readings.has(record))
      .map((passage) => ({ passage, features: rereadFeatures(passage, readings) }));
    return choiceOf(read, ({ passage }) => isGoldPassage(observation, passage.record), names);
  });
  return choiceModel(names, choices);
}

function fitSentences(
  own: readonly Observation[],
  ranking: RankingModels & Pick<Models, 'reread'>,
  names: readonly SentenceFeature[],
): LinearModel<SentenceFeature> {
  const alike = nothing(names);
  const choices = own.flatMap((observation) => {
    const weighed = weighedSentences(observation, { ...ranking, sentence: alike });
    return choiceOf(weighed, (each) => isGoldSentence(observation, each), names);
  });
  return choiceModel(names, choices);
}

/** Sentences in bold, on average over the questions that are answered. */
const AVERAGE_BOLD = 1.28;

function fitSecond(
  own: readonly Observation[],
  models: RankingModels & Pick<Models, 'sentence' | 'reread'>,
  names: readonly SecondFeature[],
): SecondChoice {
  const offers = own.map((observation) => {
    const weighed = weighedSentences(observation, models);
    const best = weighed[0];
    if (best === undefined) return [];
    const found = holdsAnswer(observation, best);
    return neighboursOf(best, weighed).map((other) => {
      const features = secondFeatures(best, other);
      return {
        features: names.map((name) => features[name]),
        positive: !found && holdsAnswer(observation, other),
      };
    });
  });
  const model = logisticModel(names, offers.flat());
  const likeliest = offers.map((neighbours) =>
    Math.max(0, ...neighbours.map(({ features }) => logistic(weighRow(model, names, features)))),
  );
  likeliest.sort((a, b) => b - a);
  return { model, least: likeliest[Math.round((AVERAGE_BOLD - 1) * own.length)] ?? 1 };
}

/** How much each kind of question counts in fitting whether the articles say it. */
const SAID_WEIGHTS: Readonly<Record<keyof Observations, number>> = {
  own: 1,
  offTopic: 1,
  nearTopic: 0.2,
  alone: 0.3,
  aloneNearTopic: 0.2,
};

function fitConfidence(
  observations: Observations,
  models: AnsweringModels,
  names: Pick<FeatureNames, 'said' | 'right'>,
): Pick<Models, 'said' | 'right'> {
  const said: Example[] = [];
  const right: Example[] = [];
  for (const kind of Object.keys(SAID_WEIGHTS) as (keyof Observations)[]) {
    for (const observation of observations[kind]) {
      const answer = answerTo(observation, models);
      if (answer === undefined) continue;
      const weight = SAID_WEIGHTS[kind];
      const example = (of: readonly ConfidenceFeature[], positive: boolean): Example => ({
        features: of.map((name) => answer.evidence.features[name]),
        positive,
        weight,
      });
      said.push(example(names.said, observation.gold !== undefined));
      if (observation.gold !== undefined) {
        right.push(example(names.right, isRight(observation, answer.bold)));
      }
    }
  }
  return { said: logisticModel(names.said, said), right: logisticModel(names.right, right) };
}
