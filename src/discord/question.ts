import { NewsdeskError } from '../errors.js';
import { QUESTION } from './limits.js';
import { cleanLine } from './text/clean.js';

/** A question as it is asked of the articles. @throws NewsdeskError `discord-question-length` */
export function checkQuestion(text: string): string {
  const question = cleanLine(text);
  if (question.length < QUESTION.min || question.length > QUESTION.max) {
    throw new NewsdeskError('discord-question-length', QUESTION);
  }
  return question;
}
