import { distance } from 'fastest-levenshtein';
import type { Embedder } from '../embedding/embedder.js';
import type { KnownWord, Scope, Store } from '../store/store.js';
import { isStopWord } from '../text/stop-words.js';
import { longFormsOf, partsOf } from '../text/shorthand.js';
import { related } from './terms.js';
import { isNumber, stemOf, wordsOf, type Word } from '../text/words.js';

export interface Corrected {
  readonly text: string;
  /** In how many passages each word of `text`, or one of the same stem, occurs. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** Shorter words have too many neighbours: `cat`, `car`, `can`. */
const SHORTEST_CORRECTED = 4;
/** From this length on two letters may be wrong. */
const TWO_ERRORS_FROM = 9;

/**
 * Replaces words that no article has by the article word that they were meant to be, or by what they
 * are short for. Only the
 * scope's own vocabulary is offered, so a corrected word can be found; the first letter is taken to
 * be right, as it nearly always is, and what the model knows as a word is spelt right.
 */
export async function correctSpelling(
  { store, embedder }: { readonly store: Store; readonly embedder: Embedder },
  scope: Scope,
  asWritten: string,
): Promise<Corrected> {
  const question = withClocks(asWritten);
  const words = wordsOf(question);
  const asked = words.map(({ text }) => text).filter((text) => !isStopWord(text));
  const frequencies = new Map(await store.documentFrequencies(scope, asked));
  let text = question;
  for (const [at, word] of [...words.entries()].toReversed()) {
    if (isStopWord(word.text) || isNumber(word.text) || frequencies.has(word.text)) continue;
    // "5 pm", "20 min".
    const counted = isNumber(words[at - 1]?.text ?? '');
    const forms = [...longFormsOf(word.text), ...partsOf(word.text)];
    const long = counted ? undefined : await longForm(store, scope, forms);
    if (long !== undefined) {
      for (const [each, passages] of long.frequencies) frequencies.set(each, passages);
      text = text.slice(0, word.start) + long.text + text.slice(word.end);
      continue;
    }
    if (word.text.length < SHORTEST_CORRECTED) continue;
    const asks = askingWord(word.text);
    if (asks !== undefined && !(await isKnownWord(embedder, word.text))) {
      text = text.slice(0, word.start) + capitalisedAs(asks, word) + text.slice(word.end);
      continue;
    }
    const known = await neighbours(store, scope, word.text);
    const inflected = mostFrequent(known.filter((each) => stemOf(each.word) === word.stem));
    if (inflected !== undefined) {
      frequencies.set(word.text, inflected.passages);
      continue;
    }
    const meant = closest(word.text, known);
    if (meant === undefined || (await isKnownWord(embedder, word.text))) continue;
    frequencies.set(meant.word, meant.passages);
    text = text.slice(0, word.start) + capitalisedAs(meant.word, word) + text.slice(word.end);
  }
  return { text, frequencies };
}

/** What every question may have, and no list of an article's own words does. */
const ASKING = ['what', 'when', 'where', 'which', 'whose', 'does', 'much', 'many'];

/**
 * "wher", "waht": the word that a question was meant to be asked with. A letter is rather left out or
 * exchanged with the next than another: "wher" is "where", not "when".
 */
export function askingWord(text: string): string | undefined {
  const near = ASKING.filter(
    (each) => each.startsWith(text.charAt(0)) && editsBetween(text, each) === 1,
  );
  const letters = (word: string): string => Array.from(word).sort().join('');
  return (
    near.find((each) => each.length === text.length + 1 || letters(each) === letters(text)) ??
    near[0]
  );
}

/** "5 pm" as one word, which is the same hour as a table's "17:00". */
function withClocks(question: string): string {
  return question.replaceAll(/\b(\d{1,2}(?:[:.]\d\d)?) ([ap])\.?m\b\.?/giu, '$1$2m');
}

/** What a word is short for, if the articles have all of its words: "CEO", "chief executive". */
async function longForm(
  store: Store,
  scope: Scope,
  forms: readonly string[],
): Promise<Corrected | undefined> {
  for (const text of forms) {
    const content = wordsOf(text).filter((each) => !isStopWord(each.text));
    const frequencies = new Map(
      await store.documentFrequencies(
        scope,
        content.map((each) => each.text),
      ),
    );
    if (content.every((each) => frequencies.has(each.text))) return { text, frequencies };
  }
  return undefined;
}

/** How much longer or shorter an inflection may be: `invade`, `invasions`. */
const INFLECTION = 3;

function neighbours(store: Store, scope: Scope, word: string): Promise<KnownWord[]> {
  const shortest = Math.max(SHORTEST_CORRECTED - 1, word.length - INFLECTION);
  return store.vocabulary(scope, word.slice(0, 1), shortest, word.length + INFLECTION);
}

/** Word pieces are made of frequent words: what is one piece is no typing error. */
async function isKnownWord(embedder: Embedder, word: string): Promise<boolean> {
  const [pieces] = await embedder.countTokens([word], 'question');
  return pieces === 1;
}

/** Nearest by edits, then by frequency; an inflection of another word is no typing error. */
function closest(text: string, known: readonly KnownWord[]): KnownWord | undefined {
  const allowed = text.length < TWO_ERRORS_FROM ? 1 : 2;
  let best: KnownWord | undefined;
  let fewest = allowed + 1;
  for (const candidate of known) {
    if (candidate.word.length < SHORTEST_CORRECTED || isNumber(candidate.word)) continue;
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

function mostFrequent(known: readonly KnownWord[]): KnownWord | undefined {
  return known.reduce<KnownWord | undefined>(
    (best, candidate) => (candidate.passages > (best?.passages ?? 0) ? candidate : best),
    undefined,
  );
}

function capitalisedAs(meant: string, { capitalised }: Word): string {
  return capitalised ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
