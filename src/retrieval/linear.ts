export type Features<Name extends string> = Readonly<Record<Name, number>>;

/** The weights that a fit gave, none if a feature is not used, and what they are added to. */
export interface LinearModel<Name extends string> {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<Name, number>>>;
}

export function weigh<Name extends string>(
  model: LinearModel<Name>,
  features: Features<Name>,
): number {
  let sum = model.intercept;
  for (const name in model.weights) sum += (model.weights[name] ?? 0) * features[name];
  return sum;
}

/** The probability that belongs to log-odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Probabilities that add up to 1. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
