import type { Store } from '../src/store/store.js';
import { inTurn, printAgainstFirst } from './measure.js';

const LIMIT = 30;

/** Nearest vectors against a plain scan, and how many of the scan's hits are found. */
export async function benchVectors(
  store: Store,
  vectors: readonly Float32Array[],
  questions: readonly Float32Array[],
): Promise<void> {
  const scan = (query: Float32Array): number[] =>
    vectors
      .map((vector, index) => ({ index, score: dot(query, vector) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, LIMIT)
      .map(({ index }) => index);
  const question = (round: number): Float32Array =>
    questions[round % questions.length] ?? new Float32Array(0);
  const timings = await inTurn(
    {
      'a plain scan': (round) => Promise.resolve(scan(question(round))),
      Newsdesk: (round) => store.nearestPassages(['shared'], question(round), LIMIT),
    },
    200,
  );
  printAgainstFirst(`Nearest ${LIMIT} of ${vectors.length} passages by vector`, timings);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
