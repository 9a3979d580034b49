import type { Journal } from './journal.js';

export interface JournalOptions {
  /** Created where it is missing. */
  readonly directory: string;
}

/** Opens the record of questions, in a file of its own so that answering never waits for indexing. */
export function openJournal(options: JournalOptions): Promise<Journal> {
  return Promise.reject(new Error(`not yet: ${options.directory}`));
}
