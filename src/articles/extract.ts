import type { DocumentText } from '../documents/block.js';
import { oneLine } from '../text/clean.js';

/** What a document says of itself. */
export interface Metadata {
  readonly title?: string | undefined;
  /** Where a person can read it: http or https only. */
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601 date or date-time, as precise as the source gives it. */
  readonly publishedAt?: string | undefined;
  readonly site?: string | undefined;
  /** BCP 47, e.g. `en`. */
  readonly language?: string | undefined;
}

/** What a reader finds in one document; the rest of an article is known by whoever fetched it. */
export interface Extract extends Metadata, DocumentText {}

/** An http or https URL without credentials, in full; undefined for any other value. */
export function webUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '' || !URL.canParse(value, base)) {
    return undefined;
  }
  const url = new URL(value, base);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}

/** A BCP 47 tag in its usual spelling; undefined if it is none. */
export function languageTag(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Names nest no deeper than this, as in `{name: [{name: "…"}]}`. */
const MAX_NAME_DEPTH = 8;

/** A name as metadata writes it: a string, a number, a list of names or `{name}`. */
export function nameOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return oneLine(value) || undefined;
  if (typeof value === 'number') return String(value);
  if (depth >= MAX_NAME_DEPTH) return undefined;
  const inside = (each: unknown) => nameOf(each, depth + 1);
  if (Array.isArray(value)) return value.map(inside).filter(Boolean).join(', ') || undefined;
  return typeof value === 'object' && value !== null && 'name' in value
    ? inside(value.name)
    : undefined;
}

/** What programs write if nobody gave a name. */
const NOBODY =
  /^(?:(?:wordpress|site|web|super)?[ -]?(?:admin(?:istrator)?|user|master)|(?:default|guest|home|office|pc|root|test|windows) user|guest|anonymous|unknown|none|n\/a|nobody|no author|not available|office-\d+|null|undefined|(?:author|autor|redaktion|editor|staff|user|writer)\d{0,4}|agenc(?:y|ies)|agenturen?|agences?|agencias?)$/i;

/** Who wrote something, as a byline or metadata names them; a profile's address is no name. */
export function personName(value: unknown): string | undefined {
  const name = (nameOf(value) ?? '')
    .replace(/^by:?\s+/i, '')
    .replace(/\s\(?[^\s()@]{1,60}@[^\s()@]{1,60}\)?$/, '');
  const isName =
    name !== '' &&
    name.length <= 100 &&
    !/^https?:|^[^\s@]*@\S+$|^array\(|\bcopyright\b|©|all rights reserved/i.test(name) &&
    /\p{L}/u.test(name) &&
    !NOBODY.test(name);
  return isName ? name : undefined;
}
