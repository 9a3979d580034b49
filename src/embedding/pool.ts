import { fold, wordsOf, type Word } from '../text/words.js';
import type { ModelDescription } from './model-files.js';

/** How a tokenizer marks that a piece goes on with a word, or begins one. */
const PIECE_MARK = /^(?:##|▁|Ġ)/u;
/** Words that a piece may skip, if the tokenizer read what is before it otherwise. */
const AHEAD = 8;

/** The unit-length vector of a text from the model's states, `dims` numbers a word piece. */
export function poolText(
  states: Float32Array,
  { dims, pooling }: Pick<ModelDescription, 'dims' | 'pooling'>,
): Float32Array {
  const pooled = new Float32Array(dims);
  const end = pooling === 'cls' ? dims : states.length;
  for (let at = 0; at < end; at += dims) addRow(states, at, pooled, 0, dims);
  return normalised(pooled, 0, dims);
}

/**
 * The unit-length vectors of a text's words, each the mean of its pieces' states. A word that the
 * model did not read, because the text is too long for it, has the vector of the whole.
 * @param pieces those of `prompt` and text
 * @param prompt what stood before the text, whose words are left out
 */
export function poolWords(
  text: string,
  pieces: readonly string[],
  states: Float32Array,
  whole: Float32Array,
  prompt = '',
): Float32Array {
  const dims = whole.length;
  const all = wordsOf(prompt + text);
  const own = all.findIndex(({ end }) => end > prompt.length);
  const before = own < 0 ? all.length : own;
  const pooled = new Float32Array(Math.max(1, all.length - before) * dims);
  const seen = new Set<number>();
  wordOfPieces(all, pieces.slice(0, states.length / dims)).forEach((found, piece) => {
    const word = (found ?? -1) - before;
    if (word < 0) return;
    seen.add(word);
    addRow(states, piece * dims, pooled, word * dims, dims);
  });
  for (let word = 0; word * dims < pooled.length; word += 1) {
    if (seen.has(word)) normalised(pooled, word * dims, dims);
    else pooled.set(whole, word * dims);
  }
  return pooled;
}

/** For each piece the index of its word; none for punctuation and the model's own signs. */
export function wordOfPieces(
  words: readonly Word[],
  pieces: readonly string[],
): (number | undefined)[] {
  let word = 0;
  let read = 0;
  return pieces.map((marked) => {
    const piece = fold(marked.replace(PIECE_MARK, ''));
    if (piece === '') return undefined;
    if (read > 0 && words[word]?.text.startsWith(piece, read) === true) {
      read += piece.length;
      return word;
    }
    const next = read > 0 ? word + 1 : word;
    for (let ahead = next; ahead < Math.min(next + AHEAD, words.length); ahead += 1) {
      if (words[ahead]?.text.startsWith(piece) !== true) continue;
      word = ahead;
      read = piece.length;
      return word;
    }
    return undefined;
  });
}

function addRow(
  from: Float32Array,
  fromAt: number,
  to: Float32Array,
  toAt: number,
  dims: number,
): void {
  for (let index = 0; index < dims; index += 1) {
    to[toAt + index] = (to[toAt + index] ?? 0) + (from[fromAt + index] ?? 0);
  }
}

function normalised(vectors: Float32Array, at: number, dims: number): Float32Array {
  let square = 0;
  for (let index = at; index < at + dims; index += 1) square += (vectors[index] ?? 0) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let index = at; index < at + dims; index += 1) {
    vectors[index] = (vectors[index] ?? 0) / length;
  }
  return vectors;
}
