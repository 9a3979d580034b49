/** A web address with or without its scheme, an address of mail, or a path. */
const ADDRESS =
  /^[<(]?(?:(?:[a-z][a-z+.-]{1,9}:)?\/\/\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+\/\S*|(?:~|\.{1,2})?\/[\w.~-]+\/\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[>).,;]?$/i;

/** Whether a line is one address after the other, and says nothing. */
export function isAddress(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.every((word) => ADDRESS.test(word));
}

const WANTED =
  /^(?:address(?:es)?|adresse|url|urls|uri|link|links|website|webpage|site|homepage|web|page|path|paths|file|files|folder|directory|where|mail|email|contact|repository|repo|download|downloads|docs|documentation|online)$/;

/** Whether a question's words ask for an address, of which one alone is an answer. */
export function asksForAddress(words: readonly { readonly text: string }[]): boolean {
  return words.some(({ text }) => WANTED.test(text));
}
