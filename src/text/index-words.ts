import { cutIntoPairs, hasCharacters } from './unspaced.js';

const WORD = /[\p{L}\p{N}]+/gu;
const DIACRITIC = /\p{M}/gu;

/**
 * The words of a text as the keyword index counts them: lower case, no diacritics, letters and
 * digits; Chinese and Japanese in pairs of characters.
 */
export function words(text: string): string[] {
  const found = text.normalize('NFKD').replace(DIACRITIC, '').toLowerCase().match(WORD) ?? [];
  return hasCharacters(text) ? found.flatMap(cutIntoPairs) : found;
}
