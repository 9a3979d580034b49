import type { Models } from './coefficients.js';

/** What the reading of passages is judged by; passages are not read if there is none. */
export interface ReadingCoefficients {
  readonly minConfidence: number;
  readonly models: Models;
}

// Fitted by "npm run fit".
export const READING: ReadingCoefficients | undefined = undefined;
