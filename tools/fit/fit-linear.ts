import type { Features, LinearModel } from '../../src/retrieval/linear.js';
import { fitChoice, fitLogistic, type Choice, type Example } from './fit-choice.js';

/** From 0.7 to 6 cross-validation gave the same within a question or five. */
const L2 = 2;

/** No choice if nothing or everything on offer is right. */
export function choiceOf<Name extends string, T extends { readonly features: Features<Name> }>(
  options: readonly T[],
  isRight: (option: T) => boolean,
  names: readonly Name[],
  weight = 1,
): Choice[] {
  const right = options.map(isRight);
  const count = right.filter(Boolean).length;
  if (count === 0 || count === options.length) return [];
  return [
    {
      options: options.map(({ features }) => names.map((name) => features[name])),
      target: right.map((is) => (is ? 1 / count : 0)),
      weight,
    },
  ];
}

/** The weights under which the right options are chosen. */
export function choiceModel<Name extends string>(
  names: readonly Name[],
  choices: readonly Choice[],
): LinearModel<Name> {
  return modelOf(names, fitChoice(choices, { l2: L2 }));
}

/** The weights under which positives are likely. */
export function logisticModel<Name extends string>(
  names: readonly Name[],
  examples: readonly Example[],
): LinearModel<Name> {
  const [intercept = 0, ...weights] = fitLogistic(examples, L2);
  return modelOf(names, weights, intercept);
}

/** No weight at all, under which every option is alike. */
export function nothing<Name extends string>(names: readonly Name[]): LinearModel<Name> {
  return modelOf(names, []);
}

function modelOf<Name extends string>(
  names: readonly Name[],
  weights: readonly number[],
  intercept = 0,
): LinearModel<Name> {
  const pairs = names.map((name, index) => [name, weights[index] ?? 0] as const);
  return { intercept, weights: Object.fromEntries(pairs) as Record<Name, number> };
}

export function weighRow<Name extends string>(
  model: LinearModel<Name>,
  names: readonly Name[],
  row: readonly number[],
): number {
  return names.reduce(
    (sum, name, index) => sum + (model.weights[name] ?? 0) * (row[index] ?? 0),
    model.intercept,
  );
}
