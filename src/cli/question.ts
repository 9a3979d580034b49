import { NewsdeskError } from '../errors.js';

/** Nobody asks more; a text that was piped in by mistake is longer. */
const MOST_CHARACTERS = 2000;

/** A question as it was typed, with or without quotes around it. */
export function questionOf(words: readonly string[]): string {
  const question = words.join(' ').trim();
  if (question === '') throw new NewsdeskError('question-missing');
  if (question.length > MOST_CHARACTERS) {
    throw new NewsdeskError('question-too-long', {
      length: question.length,
      limit: MOST_CHARACTERS,
    });
  }
  return question;
}
