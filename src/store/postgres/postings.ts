import { stemmer } from 'stemmer';
import { words } from '../../text/index-words.js';
import { TITLE_WEIGHT } from '../rows/postings.js';

export interface Posting {
  readonly stem: string;
  /** How often the passage says it, a title counting for more. */
  readonly said: number;
}

/** A passage's stems, and how many words it has with its title. */
export function postingsOf(context: string, text: string): { postings: Posting[]; length: number } {
  const said = new Map<string, number>();
  const above = words(context);
  const own = words(text);
  for (const word of above) {
    const stem = stemmer(word);
    said.set(stem, (said.get(stem) ?? 0) + TITLE_WEIGHT);
  }
  for (const word of own) {
    const stem = stemmer(word);
    said.set(stem, (said.get(stem) ?? 0) + 1);
  }
  return {
    postings: Array.from(said, ([stem, times]) => ({ stem, said: times })),
    length: above.length + own.length,
  };
}
