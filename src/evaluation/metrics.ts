/** Area under the ROC curve: how often a positive scores above a negative, ties counting half. */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const sorted = negatives.toSorted((a, b) => a - b);
  let wins = 0;
  for (const positive of positives) {
    const below = countBelow(sorted, positive, false);
    wins += below + (countBelow(sorted, positive, true) - below) / 2;
  }
  return wins / positives.length / negatives.length;
}

/** How many of the ascending values are below a limit, or up to it. */
function countBelow(sorted: readonly number[], limit: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence, and the share that was right. */
  readonly predicted: number;
  readonly observed: number;
}

/** Ten bins of equal width; empty ones are left out. */
export function reliability(judged: readonly Judged[]): ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, index) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index,
    );
    return {
      from: index / 10,
      to: (index + 1) / 10,
      count: inside.length,
      predicted: mean(inside.map(({ confidence }) => confidence)) ?? 0,
      observed: shareOf(inside, ({ right }) => right) ?? 0,
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error (Naeini et al., 2015): the bins' gaps, weighed by their counts. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, predicted, observed }) => sum + (Math.abs(predicted - observed) * count) / total,
    0,
  );
}

export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number | undefined {
  return items.length === 0 ? undefined : items.filter(holds).length / items.length;
}
