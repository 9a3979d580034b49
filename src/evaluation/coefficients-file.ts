import type { Models } from '../answering/coefficients.js';
import type { Figures } from './cross-validate.js';

/** Everything of src/answering/coefficients.ts from here on is written by the fit. */
export const FITTED_FROM_HERE = '// Fitted by';

/** The source of a coefficients file with its numbers replaced. */
export function withCoefficients(
  source: string,
  models: Models,
  minConfidence: number,
  { recallAt1, goldInBold }: Figures,
): string {
  return `${headOf(source, recallAt1, goldInBold)}
export const MIN_CONFIDENCE = ${minConfidence};

export const MODELS: Models = ${JSON.stringify(models, rounded, 2)};
`;
}

/** The same of src/answering/reading-coefficients.ts. */
export function withReadingCoefficients(
  source: string,
  models: Models,
  minConfidence: number,
  { recallAt1, goldInBold }: Figures,
): string {
  return `${headOf(source, recallAt1, goldInBold)}
export const READING: ReadingCoefficients | undefined = ${JSON.stringify({ minConfidence, models }, rounded, 2)};
`;
}

function headOf(source: string, recallAt1: number, goldInBold: number): string {
  const kept = source.slice(0, source.indexOf(FITTED_FROM_HERE));
  const figures = `R@1 ${recallAt1.toFixed(3)}, answer in bold ${goldInBold.toFixed(3)}`;
  return `${kept}${FITTED_FROM_HERE} "npm run fit"; cross-validated: ${figures}.`;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
