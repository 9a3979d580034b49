import type { Span } from './span.js';
import { stemmer } from 'stemmer';

/** A word of a text, where it stands there, and the forms in which it is compared. */
export interface Word extends Span {
  /** Lower case, without diacritics. */
  readonly text: string;
  /** Porter stem of `text`. */
  readonly stem: string;
  readonly capitalised: boolean;
  /** What stands between it and the word before it. */
  readonly before: string;
  /** First of its sentence, where a capital says nothing. */
  readonly opens: boolean;
}

/** Letters and digits; a number keeps its separators: `1,000`, `6.5`. */
const WORD =
  /\p{N}+(?:(?:[.,:]\p{N}+)+|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*)?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu;
const DIACRITIC = /\p{M}/gu;
const POSSESSIVE = /^['’]s?$/u;
const CAPITAL = /^\p{Lu}/u;
const NUMBER = /^\p{N}/u;
const OPENING = /^["“”'‘’(\[\s]*$/u;

export function fold(text: string): string {
  return text.normalize('NFKD').replace(DIACRITIC, '').toLowerCase();
}

const stems = new Map<string, string>();
/** Questions and articles repeat their words; this many distinct ones are a few megabytes. */
const STEMS_KEPT = 50_000;

export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size >= STEMS_KEPT) stems.clear();
    stem = NUMBER.test(word) ? word.replaceAll(',', '') : stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}

/** The words of a text in order; the `s` of a possessive is not one. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const written = match[0];
    if (written.toLowerCase() === 's' && POSSESSIVE.test(text.slice(start - 1, start))) continue;
    const folded = fold(written);
    words.push({
      start,
      end: start + written.length,
      text: folded,
      stem: stemOf(folded),
      capitalised: CAPITAL.test(written),
      before: text.slice(words.at(-1)?.end ?? 0, start),
      opens: words.length === 0 && OPENING.test(text.slice(0, start)),
    });
  }
  return words;
}

export function isNumber(word: string): boolean {
  return NUMBER.test(word);
}
