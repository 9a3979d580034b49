import type { Query } from '../../retrieval/query.js';

/** What is asked for by name, and what a text looks like that has it. */
const CONTACTS: readonly (readonly [asked: RegExp, given: RegExp])[] = [
  [/\b(?:phone|telephone|fax|mobile) number\b/iu, /\d(?:[\s()/.-]{0,3}\d){4}|\b[19]\d\d\b(?!\d)/u],
  [/\be-?mail(?: address)?\b/iu, /@|\be-?mail/iu],
  [/\b(?:web ?site|web address|url)\b/iu, /\bwww\.|:\/\/|[\p{L}\p{N}]\.\p{L}{2}|\bweb ?site/iu],
];
/** "What's the phone number", and no "does the phone number change?" */
const ASKS = /^(?:(?:what|which|what is|what's|whats)\b|\p{L}+ number\b|e-?mail\b|web ?site\b)/iu;

/** Whether a phone number, an e-mail address or a web site is asked for, and no text shown has one. */
export function lacksContact({ text }: Pick<Query, 'text'>, shown: readonly string[]): boolean {
  if (!ASKS.test(text.trim())) return false;
  return CONTACTS.some(
    ([asked, given]) => asked.test(text) && !shown.some((each) => given.test(each)),
  );
}
