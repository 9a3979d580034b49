import { kind } from './kind.js';

/** Questions that can't be answered now, and could be later. */
export const QUESTION_ERRORS = {
  'questions-busy': kind(
    1,
    () => `Newsdesk is answering many questions just now. Ask again in a moment.`,
  ),
};
