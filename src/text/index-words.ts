const WORD = /[\p{L}\p{N}]+/gu;
const DIACRITIC = /\p{M}/gu;

/** The words of a text as the keyword index counts them: lower case, no diacritics, letters and digits. */
export function words(text: string): string[] {
  return text.normalize('NFKD').replace(DIACRITIC, '').toLowerCase().match(WORD) ?? [];
}
