import type { Models } from '../answering/coefficients.js';
import { confidenceOf } from '../answering/confidence.js';
import {
  chooseSpan,
  clearFeatures,
  marks,
  readMarkOf,
  type HighlightModel,
  type SureBold,
} from '../answering/highlight.js';
import type { ReadMarkFeature, ReadMarkModel } from '../answering/read-mark.js';
import type { SpanFeature } from '../answering/span-feature-names.js';
import { logistic, type LinearModel } from '../retrieval/linear.js';
import { answerTo, type Answered } from './answer-to.js';
import type { FeatureNames } from './features.js';
import type { Example } from './fit-choice.js';
import { choiceModel, choiceOf, logisticModel, weighRow } from './fit-linear.js';
import { measuredSpans } from './measured.js';
import type { Observation } from './observe.js';
import { areRightMarks, isRightSpan } from './right.js';

/** Questions of which words are marked, of those that the articles answer. */
const SHARE_MARKED = 0.267;

export function fitHighlight(
  own: readonly Observation[],
  models: Omit<Models, 'highlight'>,
  names: Pick<FeatureNames, 'span' | 'clear' | 'readMark'>,
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
  const span = choiceModel(names.span, choices);
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
  const least = likely[Math.round(SHARE_MARKED * own.length)] ?? 1;
  return { span, clear, least, read: fitReadMarks(answers, span, names.readMark) };
}

/** Questions of which words that were read are marked, of those that the articles answer. */
const SHARE_READ_MARKED = 0.5;

function fitReadMarks(
  answers: readonly (SureBold & { readonly observation: Observation })[],
  span: LinearModel<SpanFeature>,
  names: readonly ReadMarkFeature[],
): ReadMarkModel | undefined {
  if (names.length === 0) return undefined;
  const examples = answers.flatMap(({ observation, ...sure }): Example[] => {
    const { query, asked, readings } = observation;
    if (readings === undefined) return [];
    const choice = chooseSpan(query, asked, sure.bold, span, measuredSpans);
    const mark = readMarkOf(asked, sure, choice, readings);
    if (mark === undefined) return [];
    return [
      {
        features: names.map((name) => mark.features[name]),
        positive: areRightMarks(observation, sure.bold, [mark.span]),
      },
    ];
  });
  const clear = logisticModel(names, examples);
  const likely = examples.map(({ features }) => logistic(weighRow(clear, names, features)));
  likely.sort((a, b) => b - a);
  return { clear, least: likely[Math.round(SHARE_READ_MARKED * answers.length)] ?? 1 };
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
  const { query, asked, readings } = observation;
  const sure = sureBold(answer, models);
  const marked = marks(query, asked, sure, models.highlight, readings, measuredSpans);
  return marked.length === 0 ? undefined : areRightMarks(observation, sure.bold, marked);
}
