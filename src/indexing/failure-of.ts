import { sourceError } from '../articles/fault.js';
import { NewsdeskError } from '../errors.js';

/** The next source would meet these too. */
const STOPS_THE_RUN = new Set<string>([
  'model-missing',
  'model-broken',
  'embedding-closed',
  'store-corrupt',
  'store-full',
  'store-read-only',
]);

/** What one source failed on, alone. @throws the error if it ends the run */
export function failureOf(
  error: unknown,
  source: string,
  signal: AbortSignal | undefined,
): NewsdeskError {
  if (error instanceof NewsdeskError && STOPS_THE_RUN.has(error.code)) throw error;
  return sourceError(error, source, signal);
}
