import type { PassageReader } from './passage-reader.js';

/** Questions overtake articles in the queue, so that nobody waits for an indexing run. */
export type Priority = 'question' | 'article';

/** What a set of vectors was made with; vectors of different models never meet. */
export interface EmbeddingModel {
  /** Names model, pooling and precision, e.g. `Xenova/all-MiniLM-L6-v2:int8:mean`. */
  readonly key: string;
  readonly dims: number;
  /** Longest input in word pieces, special tokens included; the rest of a longer one is cut off. */
  readonly maxTokens: number;
}

/** A text's vector, and the vectors that its words have in it. */
export interface WordedVector {
  /** Unit length, `dims` numbers. */
  readonly vector: Float32Array;
  /**
   * `dims` numbers a word, unit length, for the words that `wordsOf()` finds in the text, in order;
   * one for the text if it has none.
   */
  readonly words: Float32Array;
}

export interface Embedder {
  /** Loads the model if it is not loaded. */
  model(): Promise<EmbeddingModel>;
  /** One unit-length `Float32Array` of `dims` a text, in order. */
  embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]>;
  /** The same with the words, at no further cost for the model. */
  embedWords(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<WordedVector[]>;
  /** Word pieces of each text, without special tokens. */
  countTokens(texts: readonly string[], priority: Priority): Promise<number[]>;
  /** Reads with another model in the same place; none if reading is turned off. */
  readonly reader?: PassageReader | undefined;
  /** Gives back what memory it can until the next call; one that is shared has no such thing. */
  rest?(): Promise<void>;
  close(): Promise<void>;
}
