export interface Timing {
  readonly name: string;
  /** Milliseconds a call. */
  readonly median: number;
  readonly p95: number;
}

/**
 * Times several things in turn, round by round, so that a machine which slows down slows all of
 * them. The first rounds warm caches and compilers and are not counted.
 */
export async function inTurn(
  candidates: Readonly<Record<string, (round: number) => Promise<unknown>>>,
  rounds: number,
  warmUp = Math.ceil(rounds / 10),
): Promise<Timing[]> {
  const times = new Map<string, number[]>(Object.keys(candidates).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const started = performance.now();
      await run(round + warmUp);
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return { name, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  });
}

export async function once<T>(run: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await run();
  return { ms: performance.now() - started, result };
}

/** Timings of which the first is the floor that the others are measured against. */
export interface Group {
  readonly title: string;
  readonly timings: readonly Timing[];
}

/** Prints each timing, and its ratio to the first, which is the floor or the peer; gives them back. */
export function printAgainstFirst(title: string, timings: readonly Timing[]): Group {
  const floor = timings[0]?.median ?? Number.NaN;
  console.log(`\n${title}`);
  console.table(
    timings.map(({ name, median, p95 }) => ({
      what: name,
      'median ms': round(median),
      'p95 ms': round(p95),
      ratio: round(median / floor),
    })),
  );
  return { title, timings };
}

/** The value below which that share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    min: sorted[0] ?? Number.NaN,
    median: quantile(sorted, 0.5),
    max: sorted.at(-1) ?? Number.NaN,
  };
}
