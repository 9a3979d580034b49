import {
  chooseBold,
  neighboursOf,
  secondFeatures,
  weighSentences,
  type Bold,
  type SecondChoice,
  type SecondFeature,
  type WeighedSentence,
} from '../answering/bold.js';
import type { Models } from '../answering/coefficients.js';
import {
  confidenceEvidence,
  type ConfidenceEvidence,
  type ConfidenceFeature,
} from '../answering/confidence.js';
import type { AskedFor } from '../answering/question.js';
import { sentenceFeatures, type SentenceFeature } from '../answering/sentence-features.js';
import { logistic, type Features, type LinearModel } from '../retrieval/linear.js';
import type { PassageFeature } from '../retrieval/passage-features.js';
import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
} from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { fitChoice, fitLogistic, type Choice, type Example } from './fit-choice.js';
import { holdsGold } from './gold.js';
import type { Observation, Observations } from './observe.js';

/** From 0.7 to 6 cross-validation gave the same within a question or five. */
const L2 = 2;

function modelOf<Name extends string>(
  names: readonly Name[],
  weights: readonly number[],
  intercept = 0,
): LinearModel<Name> {
  const pairs = names.map((name, index) => [name, weights[index] ?? 0] as const);
  return { intercept, weights: Object.fromEntries(pairs) as Record<Name, number> };
}

export type AnsweringModels = Pick<Models, 'passage' | 'sentence' | 'second'>;

/** Fits every model in the order in which a question meets them. */
export function fitModels(observations: Observations, names: FeatureNames): Models {
  const passage = fitPassages(observations.own, names.passage);
  const sentence = fitSentences(observations.own, passage, names.sentence);
  const second = fitSecond(observations.own, { passage, sentence }, names.second);
  const answering = { passage, sentence, second };
  return { ...answering, ...fitConfidence(observations, answering, names.confidence) };
}

export interface FeatureNames {
  readonly passage: readonly PassageFeature[];
  readonly sentence: readonly SentenceFeature[];
  readonly second: readonly SecondFeature[];
  readonly confidence: readonly ConfidenceFeature[];
}

/** What each model is made of: what more there is to measure did not help in cross-validation. */
export const FEATURES: FeatureNames = {
  passage: ['dense', 'sentence', 'coverage', 'sentenceCoverage', 'phrases'],
  sentence: [
    'similarity',
    'previousSimilarity',
    'nextSimilarity',
    'coverage',
    'titledCoverage',
    'previousCoverage',
    'nextCoverage',
    'evidence',
    'lacksEvidence',
    'person',
    'number',
    'name',
    'head',
    'opensWithPronoun',
    'newWords',
    'length',
  ],
  second: [
    'share',
    'bestShare',
    'after',
    'opensWithPronoun',
    'bestOpensWithPronoun',
    'evidence',
    'bestEvidence',
    'addedCoverage',
    'similarity',
  ],
  confidence: [
    'dense',
    'sentence',
    'keyword',
    'coverage',
    'sentenceCoverage',
    'missingSpecifics',
    'similarity',
    'evidence',
    'lacksEvidence',
    'phrases',
    'heaviestMissing',
    'headMissing',
    'terms',
    'boldOdds',
  ],
};

function fitPassages(
  own: readonly Observation[],
  names: readonly PassageFeature[],
): LinearModel<PassageFeature> {
  const nothing = modelOf(names, []);
  const choices = own.flatMap((observation) => {
    const ranked = rankPassages(measured(observation), nothing);
    return choiceOf(ranked, ({ record }) => isGoldPassage(observation, record), names);
  });
  return modelOf(names, fitChoice(choices, { l2: L2 }));
}

function fitSentences(
  own: readonly Observation[],
  passage: LinearModel<PassageFeature>,
  names: readonly SentenceFeature[],
): LinearModel<SentenceFeature> {
  const nothing = modelOf(names, []);
  const choices = own.flatMap((observation) => {
    const weighed = weighedSentences(observation, { passage, sentence: nothing });
    return choiceOf(weighed, (each) => isGoldSentence(observation, each), names);
  });
  return modelOf(names, fitChoice(choices, { l2: L2 }));
}

const passagesMeasured = new WeakMap<Observation, readonly MeasuredPassage[]>();

function measured(observation: Observation): readonly MeasuredPassage[] {
  let known = passagesMeasured.get(observation);
  if (known === undefined) {
    known = measurePassages(observation.query, observation.records);
    passagesMeasured.set(observation, known);
  }
  return known;
}

const sentencesMeasured = new WeakMap<Query, Map<PassageRecord, Features<SentenceFeature>[]>>();

/** The same as for a question that is asked, but measured once for all folds. */
function measuredSentences(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
): Features<SentenceFeature>[] {
  let ofQuery = sentencesMeasured.get(query);
  if (ofQuery === undefined) {
    ofQuery = new Map<PassageRecord, Features<SentenceFeature>[]>();
    sentencesMeasured.set(query, ofQuery);
  }
  let known = ofQuery.get(passage);
  if (known === undefined) ofQuery.set(passage, (known = sentenceFeatures(query, asked, passage)));
  return known;
}

/** No choice where nothing or everything on offer is right. */
function choiceOf<Name extends string, T extends { readonly features: Features<Name> }>(
  options: readonly T[],
  isRight: (option: T) => boolean,
  names: readonly Name[],
): Choice[] {
  const right = options.map(isRight);
  const count = right.filter(Boolean).length;
  if (count === 0 || count === options.length) return [];
  return [
    {
      options: options.map(({ features }) => names.map((name) => features[name])),
      target: right.map((is) => (is ? 1 / count : 0)),
    },
  ];
}

/** Sentences in bold, on average over the questions that are answered. */
const AVERAGE_BOLD = 1.28;

function fitSecond(
  own: readonly Observation[],
  models: Pick<Models, 'passage' | 'sentence'>,
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

function weighRow<Name extends string>(
  model: LinearModel<Name>,
  names: readonly Name[],
  row: readonly number[],
): number {
  return names.reduce(
    (sum, name, index) => sum + (model.weights[name] ?? 0) * (row[index] ?? 0),
    model.intercept,
  );
}

function weighedSentences(
  observation: Observation,
  models: Pick<Models, 'passage' | 'sentence'>,
): WeighedSentence[] {
  const ranked = rankPassages(measured(observation), models.passage);
  const first = ranked[0];
  if (first === undefined) return [];
  const { query, asked } = observation;
  return weighSentences(query, asked, first.record, models.sentence, measuredSentences);
}

/** How much each kind of question counts in fitting whether the articles say it. */
const SAID_WEIGHTS: Readonly<Record<keyof Observations, number>> = {
  own: 1,
  offTopic: 1,
  nearTopic: 0.1,
  alone: 0.3,
  aloneNearTopic: 0.1,
};

function fitConfidence(
  observations: Observations,
  models: AnsweringModels,
  names: readonly ConfidenceFeature[],
): Pick<Models, 'said' | 'right'> {
  const said: Example[] = [];
  const right: Example[] = [];
  for (const kind of Object.keys(SAID_WEIGHTS) as (keyof Observations)[]) {
    for (const observation of observations[kind]) {
      const answer = answerTo(observation, models);
      if (answer === undefined) continue;
      const features = names.map((name) => answer.evidence.features[name]);
      said.push({ features, positive: observation.gold !== undefined, weight: SAID_WEIGHTS[kind] });
      if (observation.gold !== undefined) {
        right.push({
          features,
          positive: isRight(observation, answer.bold),
          weight: SAID_WEIGHTS[kind],
        });
      }
    }
  }
  return { said: logisticModel(names, said), right: logisticModel(names, right) };
}

function logisticModel<Name extends string>(
  names: readonly Name[],
  examples: readonly Example[],
): LinearModel<Name> {
  const [intercept = 0, ...weights] = fitLogistic(examples, L2);
  return modelOf(names, weights, intercept);
}

export interface Answered {
  readonly ranked: readonly RankedPassage[];
  readonly weighed: readonly WeighedSentence[];
  readonly bold: Bold;
  readonly evidence: ConfidenceEvidence;
}

export function answerTo(observation: Observation, models: AnsweringModels): Answered | undefined {
  const ranked = rankPassages(measured(observation), models.passage);
  const weighed = weighedSentences(observation, models);
  const bold = chooseBold(weighed, models.second);
  const top = ranked[0];
  if (bold === undefined || top === undefined) return undefined;
  return {
    ranked,
    weighed,
    bold,
    evidence: confidenceEvidence(observation.query, observation.asked, top, bold),
  };
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

function holdsAnswer(
  { gold }: Observation,
  { passage, sentence }: Pick<WeighedSentence, 'passage' | 'sentence'>,
): boolean {
  if (gold === undefined || !passage.source.endsWith(`/${gold.source}`)) return false;
  return holdsGold(sentence.text, gold.answers);
}
