import type { ErrorDetails } from '../../errors.js';
import { isDiscordErrorCode } from '../messages/error-codes.js';
import type { Messages } from '../messages/index.js';
import { inline } from '../text/inline.js';
import { contentOf, type Payload } from './payload.js';
import type { ErrorReply } from './reply.js';

const MAX_DETAIL = 100;
const PLAIN = new Set(['discord-cooldown', 'discord-question-length', 'questions-busy']);

export function renderError(reply: ErrorReply, messages: Messages): Payload {
  const text = errorText(reply.code, reply.details, messages);
  // Codes are for faults: what was asked too soon, too briefly or by too many is said in a sentence.
  if (PLAIN.has(reply.code)) return contentOf(text);
  return contentOf(`${text}\n-# ${messages.errorCode(reply.code, reply.requestId)}`);
}

/** Only errors that are meant for people are told; others may name files of this machine. */
export function errorText(code: string, details: ErrorDetails, messages: Messages): string {
  if (!isDiscordErrorCode(code)) return messages.fault;
  const shown = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : inline(value, MAX_DETAIL),
  ]);
  // An error has the details of its code, which are those that the text of this code takes.
  const texts = messages.errors as Record<string, ((details: object) => string) | undefined>;
  return texts[code]?.(Object.fromEntries(shown) as ErrorDetails) ?? messages.fault;
}
