import { distance } from 'fastest-levenshtein';
import type { Scope, Store } from '../store/store.js';
import { rankOf } from './common-words.js';
import { isStopWord } from './stop-words.js';
import { related } from './terms.js';
import { isNumber, stemOf, wordsOf, type Word } from './words.js';

export interface Mended {
  readonly text: string;
  /** In how many passages each word of `text`, or one of the same stem, occurs. */
  readonly frequencies: ReadonlyMap<string, number>;
}

interface Known {
  readonly word: string;
  readonly passages: number;
}

/** Shorter words have too many neighbours: `cat`, `car`, `can`. */
const SHORTEST_MENDED = 4;
/** From this length on two letters may be wrong. */
const TWO_ERRORS_FROM = 7;

/**
 * Replaces words that no article has by the article word that they were meant to be. Only the
 * scope's own vocabulary is offered, so a mended word can be found; the first letter is taken to
 * be right, as it nearly always is.
 */
export async function mendSpelling(store: Store, scope: Scope, question: string): Promise<Mended> {
  const words = wordsOf(question);
  const asked = words.map(({ text }) => text).filter((text) => !isStopWord(text));
  const frequencies = new Map(await store.documentFrequencies(scope, asked));
  let text = question;
  for (const word of words.toReversed()) {
    if (isStopWord(word.text) || isNumber(word.text) || frequencies.has(word.text)) continue;
    const meant = await meantWord(store, scope, word);
    if (meant === undefined) continue;
    frequencies.set(meant.word, meant.passages);
    if (stemOf(meant.word) === word.stem) frequencies.set(word.text, meant.passages);
    else text = text.slice(0, word.start) + capitalisedAs(meant.word, word) + text.slice(word.end);
  }
  return { text, frequencies };
}

async function meantWord(store: Store, scope: Scope, word: Word): Promise<Known | undefined> {
  const { text, stem } = word;
  if (text.length < SHORTEST_MENDED - 1) return undefined;
  const allowed = text.length < TWO_ERRORS_FROM ? 1 : 2;
  const known = await store.vocabulary(
    scope,
    text.slice(0, 1),
    Math.max(SHORTEST_MENDED - 1, text.length - Math.max(allowed, 3)),
    text.length + Math.max(allowed, 3),
  );
  const sameStem = known.filter((candidate) => stemOf(candidate.word) === stem);
  if (sameStem.length > 0) return mostFrequent(sameStem);
  if (text.length < SHORTEST_MENDED || isRealWord(text)) return undefined;
  return closest(text, known, allowed);
}

/** Everyday words are spelt right, also where the articles lack them. */
function isRealWord(word: string): boolean {
  return rankOf(word) !== undefined || rankOf(stemOf(word)) !== undefined;
}

/** Nearest by edits, then by frequency; an inflection of another word is no typing error. */
function closest(text: string, known: readonly Known[], allowed: number): Known | undefined {
  let best: Known | undefined;
  let fewest = allowed + 1;
  for (const candidate of known) {
    if (candidate.word.length < SHORTEST_MENDED || isNumber(candidate.word)) continue;
    const edits = editsBetween(text, candidate.word);
    const closer =
      edits < fewest || (edits === fewest && candidate.passages > (best?.passages ?? 0));
    if (edits > allowed || !closer) continue;
    if (edits === 2 && related(text, candidate.word) && text.length !== candidate.word.length)
      continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

/** Levenshtein's distance, two exchanged neighbours counting as one error (Damerau, 1964). */
export function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  let at = 0;
  while (a.charAt(at) === b.charAt(at)) at += 1;
  const exchanged = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return exchanged === b ? 1 : edits;
}

function mostFrequent(known: readonly Known[]): Known | undefined {
  return known.reduce<Known | undefined>(
    (best, candidate) => (candidate.passages > (best?.passages ?? 0) ? candidate : best),
    undefined,
  );
}

function capitalisedAs(meant: string, { capitalised }: Word): string {
  return capitalised ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
