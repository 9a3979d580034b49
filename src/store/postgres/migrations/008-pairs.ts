import { hasCharacters } from '../../../text/unspaced.js';
import type { Queries } from '../database.js';
import { recountWords, wordedArticles } from '../recount-words.js';

/**
 * Chinese and Japanese are found by pairs of characters, and were by all that stands between two
 * spaces. By which words an article was found isn't known any longer, so that all are counted again
 * if one is written so.
 */
export async function pairsOfCharacters(queries: Queries): Promise<void> {
  for await (const { title, text } of wordedArticles(queries)) {
    if (hasCharacters(`${title}\n${text}`)) return recountWords(queries);
  }
}
