import type { Models } from '../../src/answering/coefficients.js';

/** Everything of src/answering/coefficients.ts from here on is written by the fit. */
export const FITTED_FROM_HERE = '// Fitted by';

export interface Fitted {
  readonly models: Models;
  readonly minConfidence: number;
  /** Of the features: see tools/fit/fingerprint.ts. */
  readonly fingerprint: string;
  /** The sets and the SHA-256 of their files, shortened. */
  readonly data: readonly string[];
}

/** The source of a coefficients file with its numbers replaced. */
export function withCoefficients(
  source: string,
  { models, minConfidence, fingerprint, data }: Fitted,
): string {
  const kept = source.slice(0, source.indexOf(FITTED_FROM_HERE));
  return `${kept}${FITTED_FROM_HERE} "npm run fit", whose figures are in docs/evaluation.md.
/** Ties these numbers to the features' code, which a test recomputes, and to the data. */
export const FITTED_TO = {
  fingerprint: '${fingerprint}',
  data: [
${data.map((set) => `    '${set}',`).join('\n')}
  ],
};

export const MIN_CONFIDENCE = ${minConfidence};

export const MODELS: Models = ${JSON.stringify(models, rounded, 2)};
`;
}

/** The same of src/answering/reading-coefficients.ts. */
export function withReadingCoefficients(
  source: string,
  { models, minConfidence }: Pick<Fitted, 'models' | 'minConfidence'>,
): string {
  const kept = source.slice(0, source.indexOf(FITTED_FROM_HERE));
  return `${kept}${FITTED_FROM_HERE} "npm run fit".
export const READING: ReadingCoefficients | undefined = ${JSON.stringify({ minConfidence, models }, rounded, 2)};
`;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
