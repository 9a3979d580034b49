import type { ErrorDetails } from '../../errors.js';
import { isDiscordErrorCode } from '../messages/error-codes.js';
import type { Messages } from '../messages/index.js';
import { inline } from '../text/inline.js';
import { contentOf, type Payload } from './payload.js';
import type { ErrorReply } from './reply.js';

const MAX_DETAIL = 100;

export function renderError(reply: ErrorReply, messages: Messages): Payload {
  const text = errorText(reply.code, reply.details, messages);
  return contentOf(`${text}\n-# ${messages.errorCode(reply.code, reply.requestId)}`);
}

/** Only errors that are meant for people are told; others may name files of this machine. */
export function errorText(code: string, details: ErrorDetails, messages: Messages): string {
  if (!isDiscordErrorCode(code)) return messages.fault;
  const shown = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : inline(value, MAX_DETAIL),
  ]);
  return messages.errors[code](Object.fromEntries(shown) as ErrorDetails);
}
