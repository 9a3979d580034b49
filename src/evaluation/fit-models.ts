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
  confidenceOf,
  type ConfidenceEvidence,
  type ConfidenceFeature,
} from '../answering/confidence.js';
import {
  chooseSpan,
  clearFeatures,
  isClear,
  measureSpans,
  spansOf,
  type ClearFeature,
  type HighlightModel,
  type MeasuredSpan,
  type SureBold,
} from '../answering/highlight.js';
import type { AskedFor } from '../answering/question.js';
import type { SpanCandidate } from '../answering/span-candidates.js';
import type { SpanFeature } from '../answering/span-features.js';
import { sentenceFeatures, type SentenceFeature } from '../answering/sentence-features.js';
import { logistic, type Features, type LinearModel } from '../retrieval/linear.js';
import {
  passageAlignment,
  type PassageFeature,
  type RankingFeature,
} from '../retrieval/passage-features.js';
import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  preselect,
  RANKED,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
  type RankingModels,
} from '../retrieval/rank.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { fitChoice, fitLogistic, type Choice, type Example } from './fit-choice.js';
import { holdsGold, isGoldHighlight } from './gold.js';
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

export type AnsweringModels = RankingModels & Pick<Models, 'sentence' | 'second'>;

/** Fits every model in the order in which a question meets them. */
export function fitModels(observations: Observations, names: FeatureNames): Models {
  const candidate = fitCandidates(observations.own, names.candidate);
  const passage = fitPassages(observations.own, candidate, names.passage);
  const ranking = { candidate, passage };
  const sentence = fitSentences(observations.own, ranking, names.sentence);
  const second = fitSecond(observations.own, { ...ranking, sentence }, names.second);
  const answering = { ...ranking, sentence, second };
  const models = { ...answering, ...fitConfidence(observations, answering, names) };
  return { ...models, highlight: fitHighlight(observations.own, models, names) };
}

export interface FeatureNames {
  readonly candidate: readonly PassageFeature[];
  readonly passage: readonly RankingFeature[];
  readonly sentence: readonly SentenceFeature[];
  readonly second: readonly SecondFeature[];
  readonly said: readonly ConfidenceFeature[];
  readonly right: readonly ConfidenceFeature[];
  readonly span: readonly SpanFeature[];
  readonly clear: readonly ClearFeature[];
}

/** What each model is made of: what more there is to measure did not help in cross-validation. */
export const FEATURES: FeatureNames = {
  candidate: ['dense', 'sentence', 'coverage', 'sentenceCoverage', 'phrases'],
  passage: ['dense', 'sentence', 'coverage', 'phrases', 'alignment'],
  sentence: [
    'similarity',
    'alignment',
    'previousAlignment',
    'nextAlignment',
    'askedAlignment',
    'headAlignment',
    'titledCoverage',
    'lacksEvidence',
    'head',
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
  said: [
    'sentence',
    'keyword',
    'coverage',
    'sentenceCoverage',
    'missingSpecifics',
    'similarity',
    'lacksEvidence',
    'phrases',
    'heaviestMissing',
    'alignment',
    'unmet',
  ],
  right: ['boldOdds', 'boldAlignment', 'askedAlignment', 'similarity', 'lacksEvidence', 'terms'],
  span: [
    'name',
    'person',
    'place',
    'date',
    'number',
    'chunk',
    'fits',
    'personFits',
    'placeFits',
    'placeNameFits',
    'dateFits',
    'numberFits',
    'nameFits',
    'chunkFits',
    'holdsTerm',
    'holdsName',
    'askedAlignment',
    'headAlignment',
    'nearness',
    'lead',
    'alignedNearness',
    'nearNext',
    'nearLast',
    'beforeHead',
    'afterHead',
    'holdsHead',
    'afterAsked',
    'beforeAsked',
    'by',
    'where',
    'when',
    'is',
    'article',
    'of',
    'beforeOf',
    'and',
    'beforeVerb',
    'termsBefore',
    'subjectOrder',
    'endOrder',
    'questionOrder',
    'subjectBefore',
    'subjectAfter',
    'objectBefore',
    'objectAfter',
  ],
  clear: [
    'fits',
    'chunk',
    'personFits',
    'placeFits',
    'placeNameFits',
    'dateFits',
    'numberFits',
    'nameFits',
    'chunkFits',
    'holdsName',
    'askedAlignment',
    'headAlignment',
    'asks-person',
    'asks-date',
    'asks-number',
    'asks-place',
    'asks-reason',
    'asks-name',
    'asks-thing',
    'choiceOdds',
    'sentenceOdds',
    'confidenceOdds',
    'noQuestionWord',
    'two',
  ],
};

function fitCandidates(
  own: readonly Observation[],
  names: readonly PassageFeature[],
): LinearModel<PassageFeature> {
  const nothing = modelOf(names, []);
  const choices = own.flatMap((observation) => {
    const all = preselect(measured(observation), nothing, Infinity);
    return choiceOf(all, ({ record }) => isGoldPassage(observation, record), names);
  });
  return modelOf(names, fitChoice(choices, { l2: L2 }));
}

function fitPassages(
  own: readonly Observation[],
  candidate: LinearModel<PassageFeature>,
  names: readonly RankingFeature[],
): LinearModel<RankingFeature> {
  const nothing = modelOf(names, []);
  const choices = own.flatMap((observation) => {
    const ranked = rankedPassages(observation, { candidate, passage: nothing });
    return choiceOf(ranked, ({ record }) => isGoldPassage(observation, record), names);
  });
  return modelOf(names, fitChoice(choices, { l2: L2 }));
}

const aligned = new WeakMap<Query, Map<PassageRecord, number>>();

function rankedPassages(observation: Observation, models: RankingModels): RankedPassage[] {
  const align = (query: Query, passage: PassageRecord): number => {
    const ofQuery = aligned.get(query) ?? new Map<PassageRecord, number>();
    aligned.set(query, ofQuery);
    const alignment = ofQuery.get(passage) ?? passageAlignment(query, passage);
    ofQuery.set(passage, alignment);
    return alignment;
  };
  return rankPassages(observation.query, measured(observation), models, RANKED, align);
}

function fitSentences(
  own: readonly Observation[],
  ranking: RankingModels,
  names: readonly SentenceFeature[],
): LinearModel<SentenceFeature> {
  const nothing = modelOf(names, []);
  const choices = own.flatMap((observation) => {
    const weighed = weighedSentences(observation, { ...ranking, sentence: nothing });
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
  models: RankingModels & Pick<Models, 'sentence'>,
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
  models: RankingModels & Pick<Models, 'sentence'>,
): WeighedSentence[] {
  const ranked = rankedPassages(observation, models);
  const first = ranked[0];
  if (first === undefined) return [];
  const { query, asked } = observation;
  return weighSentences(query, asked, first.record, models.sentence, measuredSentences);
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
  const ranked = rankedPassages(observation, models);
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

const spansMeasured = new WeakMap<Query, Map<SentenceRecord, MeasuredSpan[]>>();

function measuredSpans(query: Query, asked: AskedFor, bold: Bold): MeasuredSpan[] {
  const { sentence } = bold.best;
  const ofQuery = spansMeasured.get(query) ?? new Map<SentenceRecord, MeasuredSpan[]>();
  spansMeasured.set(query, ofQuery);
  const known = ofQuery.get(sentence) ?? measureSpans(query, asked, bold);
  ofQuery.set(sentence, known);
  return known;
}

/** Questions of which words are marked, of those that the articles answer. */
const SHARE_MARKED = 0.26;

function fitHighlight(
  own: readonly Observation[],
  models: Omit<Models, 'highlight'>,
  names: Pick<FeatureNames, 'span' | 'clear'>,
): HighlightModel {
  const answers = own.flatMap((observation) => {
    const answer = answerTo(observation, models);
    return answer === undefined ? [] : [{ observation, ...sureBold(answer, models) }];
  });
  const choices = answers.flatMap(({ observation, bold }) =>
    choiceOf(
      measuredSpans(observation.query, observation.asked, bold),
      ({ candidate }) => isRightSpan(observation, bold, candidate),
      names.span,
    ),
  );
  const span = modelOf(names.span, fitChoice(choices, { l2: L2 }));
  const examples = answers.flatMap(({ observation, ...sure }): Example[] => {
    const { query, asked } = observation;
    const choice = chooseSpan(query, asked, sure.bold, span, measuredSpans);
    if (choice === undefined) return [];
    const features = clearFeatures(asked, sure, choice);
    return [
      {
        features: names.clear.map((name) => features[name]),
        positive: isRightSpan(observation, sure.bold, choice.candidate),
      },
    ];
  });
  const clear = logisticModel(names.clear, examples);
  const likely = examples.map(({ features }) => logistic(weighRow(clear, names.clear, features)));
  likely.sort((a, b) => b - a);
  return { span, clear, least: likely[Math.round(SHARE_MARKED * own.length)] ?? 1 };
}

function sureBold({ bold, evidence }: Answered, models: Pick<Models, 'said' | 'right'>): SureBold {
  return { bold, confidence: confidenceOf(evidence, models) };
}

/** Whether marked words contain a gold answer or are contained in one; none where nothing is marked. */
export function isMarkRight(
  observation: Observation,
  answer: Answered,
  models: Models,
): boolean | undefined {
  const { query, asked } = observation;
  const sure = sureBold(answer, models);
  const choice = chooseSpan(query, asked, sure.bold, models.highlight.span, measuredSpans);
  if (choice === undefined || !isClear(asked, sure, choice, models.highlight)) return undefined;
  return isRightSpan(observation, sure.bold, choice.candidate);
}

function isRightSpan(observation: Observation, { best }: Bold, candidate: SpanCandidate): boolean {
  const { gold } = observation;
  if (gold === undefined || !holdsAnswer(observation, best)) return false;
  const { text } = best.sentence;
  return spansOf(candidate, 0, indexOfSentence(best.sentence)).some(({ start, end }) =>
    isGoldHighlight(text.slice(start, end), gold.answers),
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

function holdsAnswer(
  { gold }: Observation,
  { passage, sentence }: Pick<WeighedSentence, 'passage' | 'sentence'>,
): boolean {
  if (gold === undefined || !passage.source.endsWith(`/${gold.source}`)) return false;
  return holdsGold(sentence.text, gold.answers);
}
