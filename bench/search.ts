import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Store } from '../src/store/store.js';
import { PACKAGE_DIR } from '../src/version.js';
import { inTurn, printAgainstFirst } from './measure.js';

const LIMIT = 30;

type CreatePeer = (texts: readonly string[]) => (query: string, limit: number) => number[];

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

/** Keywords against MiniSearch over the same passages. */
export async function benchKeywords(
  store: Store,
  texts: readonly string[],
  questions: readonly string[],
): Promise<void> {
  const file = pathToFileURL(path.join(PACKAGE_DIR, 'bench', 'peers', 'minisearch.mjs')).href;
  const { createPeer } = (await import(file)) as { createPeer: CreatePeer };
  const peer = createPeer(texts);
  const question = (round: number): string => questions[round % questions.length] ?? '';
  const timings = await inTurn(
    {
      MiniSearch: (round) => Promise.resolve(peer(question(round), LIMIT)),
      Newsdesk: (round) =>
        store.keywordSearch(['shared'], question(round).split(/\W+/).filter(Boolean), LIMIT),
    },
    200,
  );
  printAgainstFirst(`Best ${LIMIT} of ${texts.length} passages by keyword`, timings);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
