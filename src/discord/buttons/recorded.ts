import { NewsdeskError } from '../../errors.js';
import type { Newsdesk } from '../../newsdesk.js';
import type { Call } from '../call.js';

type Recorded = NonNullable<Awaited<ReturnType<Newsdesk['asked']>>>;

/**
 * The question that a button belongs to, if it was asked in what this caller may see.
 * @throws NewsdeskError `discord-answer-forgotten`
 */
export async function recordedQuestion(call: Call, recordId: string): Promise<Recorded> {
  const recorded = await call.newsdesk.asked(recordId);
  if (recorded === undefined || !call.scope.includes(recorded.collection)) {
    throw new NewsdeskError('discord-answer-forgotten');
  }
  return recorded;
}

/** Counts a vote; the same again takes it back. */
export async function vote(
  call: Call,
  recordId: string,
  choice: 'up' | 'down',
): Promise<{ readonly up: number; readonly down: number }> {
  await recordedQuestion(call, recordId);
  const counts = await call.newsdesk.vote(recordId, call.userId, choice);
  if (counts === undefined) throw new NewsdeskError('discord-answer-forgotten');
  return counts;
}
