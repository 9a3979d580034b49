/** A web address with or without its scheme, an address of mail, or a path. */
const ADDRESS =
  /^[<(]?(?:(?:[a-z][a-z+.-]{1,9}:)?\/\/\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+\/\S*|(?:~|\.{1,2})?\/[\w.~-]+\/\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[>).,;]?$/i;

/** Whether a line is one address after the other, and says nothing. */
export function isAddress(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.every((word) => ADDRESS.test(word));
}

/** Words beside an address that only say what it is of, or to look there. */
const MOST_WORDS = 3;

/** Whether a line is an address behind a label, as "Forum: https://…" and "See https://…" are. */
export function isLabelledAddress(line: string): boolean {
  const words = line.trim().split(/\s+/);
  const others = words.filter((word) => !ADDRESS.test(word));
  return others.length < words.length && others.length <= MOST_WORDS && !others.includes('|');
}

const WANTED =
  /^(?:address(?:es)?|adresse|url|urls|uri|link|links|website|webpage|site|homepage|web|page|path|paths|file|files|folder|directory|where|mail|email|contact|repository|repo|download|downloads|docs|documentation|online|wiki|forum|blog|shop|store|discord|server|invite|channel|portal|dashboard|github|gitlab|youtube|twitch|twitter|instagram|facebook|mastodon|bluesky|patreon|steam|calendar|map|form|handle|account)$/;
const EXPLAINS = /^(?:what|whats|who|whos|why|when|how)$/;
/** "How do I join?" is answered by where one does. */
const DOES = /^(?:do|does|can|could|should|to|i|we|you)$/;

/** Whether a question asks what something is, who, why or when, which no address says. */
export function asksToExplain(words: readonly { readonly text: string }[]): boolean {
  const [first, second] = words.map(({ text }) => text);
  return EXPLAINS.test(first ?? '') && !DOES.test(second ?? '');
}

/** Whether a question's words ask for an address, of which one alone is an answer. */
export function asksForAddress(words: readonly { readonly text: string }[]): boolean {
  return words.some(({ text }) => WANTED.test(text));
}
