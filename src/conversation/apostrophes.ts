/** Words that are written without their apostrophe in a chat, and are no others then. */
const WRITTEN = new Map([
  ...'what who where when how that there'
    .split(' ')
    .map((word) => [`${word}s`, `${word}'s`] as const),
  ...'is are was were do does did has have had could would should must'
    .split(' ')
    .map((word) => [`${word}nt`, `${word}n't`] as const),
  ['cant', "can't"],
  ['wont', "won't"],
  ['im', "I'm"],
  ['ive', "I've"],
  ['youre', "you're"],
  ['theyre', "they're"],
]);
const WORD = /(?<![\p{L}\p{N}'’])\p{L}{2,7}(?![\p{L}\p{N}'’])/gu;

/** "Whats" and "isnt" with their apostrophes. */
export function withApostrophes(text: string): string {
  return text.replace(WORD, (word) => {
    const written = WRITTEN.get(word.toLowerCase());
    if (written === undefined) return word;
    return /^\p{Lu}/u.test(word) ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  });
}
