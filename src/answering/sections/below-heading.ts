import type { Query } from '../../retrieval/query.js';
import { contentWords } from '../../retrieval/terms.js';
import type { PassageRecord } from '../../store/store.js';
import { wordsOf } from '../../text/words.js';

/** A heading of one word is in too many questions that are about something else. */
const LEAST_WORDS = 2;

/**
 * Whether a question has all words of the heading that a passage stands below, as "what do I do on my
 * first visit" has those of "Your first visit", and the best passage is what opens its document: that
 * announces what the section then says.
 */
export function isAnnounced(
  { stems }: Pick<Query, 'stems'>,
  best: Pick<PassageRecord, 'path'>,
  { path }: Pick<PassageRecord, 'path'>,
): boolean {
  const heading = path.at(-1);
  if (best.path.length > 0 || heading === undefined) return false;
  const words = contentWords(wordsOf(heading));
  return words.length >= LEAST_WORDS && words.every(({ stem }) => stems.has(stem));
}
