import { NewsdeskError } from '../../errors.js';
import type { Call } from '../call.js';
import { recordedQuestion } from './recorded.js';

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
