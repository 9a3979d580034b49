/** The word pieces of a text, and where the word that each belongs to stands in it (UTF-16). */
export interface Pieces {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * What BERT's tokenizer takes apart before it looks for pieces: runs without spaces, punctuation
 * (every ASCII sign counts as such) and Chinese characters, each of the latter by itself.
 */
const WORDS = /\p{Script=Han}|[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~\p{Script=Han}]+/gu;
/** A longer run has no words in it; BERT gives one of more than 100 characters up as unknown. */
const LONGEST_WORD = 200;

/**
 * Cuts a text into pieces word by word, so that each piece's place is known: the tokenizers of
 * \@xenova/transformers 2 tell none.
 * @param encode a word's pieces, without special tokens
 */
export function piecesOf(text: string, encode: (word: string) => readonly number[]): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word.length > LONGEST_WORD) continue;
    for (const id of encode(word)) {
      ids.push(id);
      starts.push(index);
      ends.push(index + word.length);
    }
  }
  return { ids, starts, ends };
}

/** Piece numbers, `end` excluded, of stretches that overlap so that no answer is cut everywhere. */
export function windowsOf(
  count: number,
  size: number,
  overlap: number,
): { readonly start: number; readonly end: number }[] {
  const windows = [{ start: 0, end: Math.min(count, size) }];
  const step = Math.max(1, size - overlap);
  for (let start = step; start + overlap < count; start += step) {
    windows.push({ start, end: Math.min(count, start + size) });
  }
  return windows;
}
