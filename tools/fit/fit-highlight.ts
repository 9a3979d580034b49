import type { Models } from '../../src/answering/coefficients.js';
import {
  chooseSpan,
  clearFeatures,
  marks,
  readMarkOf,
  type HighlightModel,
  type SureBold,
} from '../../src/answering/marks/highlight.js';
import type { JudgingModels, Judgement } from '../../src/answering/judge.js';
import type { ReadMarkFeature, ReadMarkModel } from '../../src/answering/marks/read-mark.js';
import type { SpanFeature } from '../../src/answering/marks/span-feature-names.js';
import { logistic, type LinearModel } from '../../src/retrieval/linear.js';
import type { FeatureNames } from './features.js';
import type { Example } from './fit-choice.js';
import { choiceModel, choiceOf, logisticModel, weighRow } from './fit-linear.js';
import type { Weight } from './fit-models.js';
import { judged, measuredSpans } from './measured.js';
import type { Observation } from './observation.js';
import { areRightMarks, isRightSpan } from './right.js';

/**
 * Questions of which words are marked, of those that the articles answer: the surest quarter or so,
 * of which 0.9 are marked rightly, as tests/evaluation/xquad-slow.test.ts asks (0.85 at least).
 */
const SHARE_MARKED = 0.267;

export function fitHighlight(
  all: readonly Observation[],
  weight: Weight,
  models: JudgingModels,
  names: Pick<FeatureNames, 'span' | 'clear' | 'readMark'>,
): HighlightModel {
  // What is longer than what is shown at once has no words to mark.
  const own = all.filter(({ gold }) => gold?.shown !== 'part');
  const answers = own.flatMap((observation) => {
    const sure = sureBold(judged(observation, models));
    return sure === undefined ? [] : [{ observation, ...sure }];
  });
  const choices = answers.flatMap(({ observation, bold }) =>
    choiceOf(
      measuredSpans(observation.query, observation.asked, bold),
      ({ candidate }) => isRightSpan(observation, bold, candidate),
      names.span,
      weight(observation),
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
        weight: weight(observation),
      },
    ];
  });
  const clear = logisticModel(names.clear, examples);
  const likely = examples.map(({ features }) => logistic(weighRow(clear, names.clear, features)));
  likely.sort((a, b) => b - a);
  const least = likely[Math.round(SHARE_MARKED * own.length)] ?? 1;
  return { span, clear, least, read: fitReadMarks(answers, span, names.readMark) };
}

/** Of words that were read so many are marked that this share of them is expected to be right. */
const READ_MARKS_RIGHT = 0.9;

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
  return { clear, least: leastFor(READ_MARKS_RIGHT, likely) };
}

/** The least probability with which those that are as likely are right often enough together. */
function leastFor(right: number, likely: readonly number[]): number {
  let sum = 0;
  let least = 1;
  for (const [index, probability] of likely.toSorted((a, b) => b - a).entries()) {
    sum += probability;
    if (sum / (index + 1) < right) break;
    least = probability;
  }
  return least;
}

function sureBold({ chosen, confidence }: Judgement): SureBold | undefined {
  return chosen === undefined ? undefined : { bold: chosen.bold, confidence };
}

/** Whether marked words contain a gold answer or are contained in it; undefined if nothing is marked. */
export function isMarkRight(
  observation: Observation,
  judgement: Judgement,
  models: Models,
): boolean | undefined {
  const { query, asked, readings } = observation;
  const sure = sureBold(judgement);
  if (sure === undefined) return undefined;
  const marked = marks(query, asked, sure, models.highlight, readings, measuredSpans);
  return marked.length === 0 ? undefined : areRightMarks(observation, sure.bold, marked);
}
