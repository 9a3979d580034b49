import { longFormsOf } from '../text/shorthand.js';

const WORD = /(?<![\p{L}\p{N}'’])\p{L}{2,8}(?![\p{L}\p{N}'’])/gu;

/** "Whats" and "isnt" with their apostrophes. */
export function withApostrophes(text: string): string {
  return text.replace(WORD, (word) => {
    const written = longFormsOf(word.toLowerCase()).find((form) => form.includes("'"));
    if (written === undefined) return word;
    const begins = /^\p{Lu}/u.test(word) || written.startsWith("i'");
    return begins ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  });
}
