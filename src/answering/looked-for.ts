/**
 * The words that were looked for as they are told: each once, and those of a name together, as the
 * question has them. `lookedFor` is in the question's order.
 */
export function lookedForPhrases(question: string, lookedFor: readonly string[]): string[] {
  const phrases: string[] = [];
  for (const word of lookedFor) {
    const last = phrases.at(-1);
    const name = `${last ?? ''} ${word}`;
    const isName = last !== undefined && isCapitalised(last) && isCapitalised(word);
    // A question's first word has a capital letter whatever it is.
    const at = isName ? question.indexOf(name) : -1;
    if (at > 0) phrases[phrases.length - 1] = name;
    else phrases.push(word);
  }
  const once = new Map(phrases.map((phrase) => [phrase.toLowerCase(), phrase]));
  return [...once.values()];
}

function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
