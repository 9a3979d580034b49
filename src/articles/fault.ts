import { randomBytes } from 'node:crypto';
import { NewsdeskError } from '../errors.js';

const LONGEST_REASON = 200;

/**
 * Why a source could not be read: itself if it is a `NewsdeskError`, else a `source-fault` with
 * an id by which the log finds its cause. A signal that is aborted throws its reason.
 */
export function sourceError(
  error: unknown,
  source: string,
  signal: AbortSignal | undefined,
): NewsdeskError {
  signal?.throwIfAborted();
  if (error instanceof NewsdeskError) return error;
  const [reason = ''] = String(error).slice(0, LONGEST_REASON).split('\n', 1);
  const request = randomBytes(4).toString('hex');
  return new NewsdeskError('source-fault', { source, request, reason }, { cause: error });
}
