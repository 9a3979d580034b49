import { softmax } from '../../src/retrieval/linear.js';

/** One decision: what was on offer, as rows of features, and which of it was right. */
export interface Choice {
  readonly options: readonly (readonly number[])[];
  /** How much of being right each option has; adds up to 1. */
  readonly target: readonly number[];
  readonly weight?: number | undefined;
}

export interface FitOptions {
  /** Strength of the ridge penalty on each standardised weight. */
  readonly l2: number;
  /** Features that the penalty leaves alone, such as an intercept. */
  readonly unpenalised?: ReadonlySet<number> | undefined;
}

const MOST_STEPS = 30;
const CLOSE_ENOUGH = 1e-6;
const SHORTEST_STEP = 1e-4;

/**
 * Weights under which a softmax over each choice's options makes the right ones most likely: the
 * conditional logit (McFadden, 1974), with a ridge penalty, by Newton's method. The penalised
 * likelihood is concave, so there is one best answer whatever the start.
 */
export function fitChoice(choices: readonly Choice[], { l2, unpenalised }: FitOptions): number[] {
  const scales = scalesOf(choices);
  const scaled = choices.map((choice) => ({
    ...choice,
    options: choice.options.map((row) => row.map((value, index) => value / (scales[index] ?? 1))),
  }));
  const ridge = scales.map((_, index) => (unpenalised?.has(index) === true ? 1e-6 : l2));
  let weights = scales.map(() => 0);
  let likelihood = penalisedLikelihood(scaled, weights, ridge);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = derivatives(scaled, weights, ridge);
    const move = solve(curvature, gradient);
    const from = weights;
    const before = likelihood;
    // Far from the best a whole step overshoots: half of it, and half of that, until it helps.
    for (let share = 1; share > SHORTEST_STEP; share /= 2) {
      weights = from.map((weight, index) => weight + share * (move[index] ?? 0));
      likelihood = penalisedLikelihood(scaled, weights, ridge);
      if (likelihood >= before) break;
    }
    if (likelihood - before < CLOSE_ENOUGH) break;
  }
  return weights.map((weight, index) => weight / (scales[index] ?? 1));
}

export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight?: number | undefined;
}

/** Logistic regression: the choice between an option and nothing. The first weight is the intercept. */
export function fitLogistic(examples: readonly Example[], l2: number): number[] {
  const choices = examples.map(({ features, positive, weight }) => ({
    options: [
      [1, ...features],
      [0, ...features.map(() => 0)],
    ],
    target: positive ? [1, 0] : [0, 1],
    weight,
  }));
  return fitChoice(choices, { l2, unpenalised: new Set([0]) });
}

/** Standard deviation of each feature; 1 if it never changes. */
function scalesOf(choices: readonly Choice[]): number[] {
  const rows = choices.flatMap(({ options }) => options);
  return (rows[0] ?? []).map((_, index) => {
    const mean = rows.reduce((sum, row) => sum + (row[index] ?? 0), 0) / rows.length;
    const variance =
      rows.reduce((sum, row) => sum + ((row[index] ?? 0) - mean) ** 2, 0) / rows.length;
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
}

function penalisedLikelihood(
  choices: readonly Choice[],
  weights: readonly number[],
  ridge: readonly number[],
): number {
  let total = 0;
  for (const { options, target, weight = 1 } of choices) {
    softmaxOf(options, weights).forEach((share, option) => {
      const right = target[option] ?? 0;
      if (right > 0) total += weight * right * Math.log(Math.max(share, Number.MIN_VALUE));
    });
  }
  weights.forEach((weight, index) => (total -= ((ridge[index] ?? 0) * weight ** 2) / 2));
  return total;
}

function derivatives(
  choices: readonly Choice[],
  weights: readonly number[],
  ridge: readonly number[],
): { gradient: number[]; curvature: number[][] } {
  const size = weights.length;
  const gradient = weights.map((weight, index) => -(ridge[index] ?? 0) * weight);
  const curvature = weights.map((_, row) =>
    weights.map((__, column) => (row === column ? (ridge[row] ?? 0) : 0)),
  );
  for (const { options, target, weight = 1 } of choices) {
    const shares = softmaxOf(options, weights);
    const mean = new Array<number>(size).fill(0);
    options.forEach((row, option) => {
      const share = shares[option] ?? 0;
      for (let index = 0; index < size; index += 1) {
        const value = row[index] ?? 0;
        mean[index] = (mean[index] ?? 0) + share * value;
        gradient[index] = (gradient[index] ?? 0) + weight * ((target[option] ?? 0) - share) * value;
      }
    });
    options.forEach((row, option) => {
      const share = weight * (shares[option] ?? 0);
      if (share < 1e-12) return;
      const away = row.map((value, index) => value - (mean[index] ?? 0));
      for (let i = 0; i < size; i += 1) {
        const line = curvature[i];
        const scaled = share * (away[i] ?? 0);
        if (line === undefined || scaled === 0) continue;
        for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + scaled * (away[j] ?? 0);
      }
    });
  }
  return { gradient, curvature };
}

function softmaxOf(options: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const scores = options.map((row) =>
    row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
  );
  return softmax(scores);
}

/** Solves a symmetric positive definite system by elimination, which needs no pivoting there. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] ?? [];
    for (let below = pivot + 1; below < size; below += 1) {
      const row = rows[below] ?? [];
      const factor = (row[pivot] ?? 0) / (top[pivot] ?? 1);
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (top[column] ?? 0);
      }
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row] ?? [];
    let value = line[size] ?? 0;
    for (let column = row + 1; column < size; column += 1) {
      value -= (line[column] ?? 0) * (solution[column] ?? 0);
    }
    solution[row] = value / (line[row] ?? 1);
  }
  return solution;
}
