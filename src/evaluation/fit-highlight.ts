import type { Models } from '../answering/coefficients.js';
import { confidenceOf } from '../answering/confidence.js';
import {
  chooseSpan,
  clearFeatures,
  isClear,
  type HighlightModel,
  type SureBold,
} from '../answering/highlight.js';
import { logistic } from '../retrieval/linear.js';
import { answerTo, type Answered } from './answer-to.js';
import type { FeatureNames } from './features.js';
import type { Example } from './fit-choice.js';
import { choiceModel, choiceOf, logisticModel, weighRow } from './fit-linear.js';
import { measuredSpans } from './measured.js';
import type { Observation } from './observe.js';
import { isRightSpan } from './right.js';

/** Questions of which words are marked, of those that the articles answer. */
const SHARE_MARKED = 0.267;

export function fitHighlight(
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
