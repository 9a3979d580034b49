import type { Logger } from 'pino';
import { NewsdeskError } from '../errors.js';
import type { ErrorReply } from './replies/reply.js';
import { safeError } from './safe-error.js';

/** What is said to an error, with what finds it in the log. */
export function failure(error: unknown, requestId: string, log: Logger): ErrorReply {
  if (error instanceof NewsdeskError) {
    log.info({ code: error.code }, 'Refused');
    return { kind: 'error', code: error.code, details: error.details, requestId };
  }
  log.error({ code: 'fault', error: safeError(error) }, 'Something went wrong');
  return { kind: 'error', code: 'fault', details: {}, requestId };
}
