import type { Logger } from 'pino';
import { NewsdeskError } from '../errors.js';
import { isDiscordErrorCode } from './messages/error-codes.js';
import type { ErrorReply } from './replies/reply.js';
import { safeError } from './safe-error.js';

/** What is said to an error, with what finds it in the log. */
export function failure(error: unknown, requestId: string, log: Logger): ErrorReply {
  if (error instanceof NewsdeskError) {
    // What people can fix is told to them; the rest, such as a full disk, only to the owner.
    if (isDiscordErrorCode(error.code)) log.info({ code: error.code }, 'Refused');
    else log.error({ code: error.code, reason: error.message }, 'Could not be done');
    return { kind: 'error', code: error.code, details: error.details, requestId };
  }
  if (error instanceof Error && error.name === 'AbortError') log.warn('Given up');
  else log.error({ code: 'fault', error: safeError(error) }, 'Something went wrong');
  return { kind: 'error', code: 'fault', details: {}, requestId };
}
