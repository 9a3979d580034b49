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

export interface Embedder {
  /** Loads the model if it is not loaded. */
  model(): Promise<EmbeddingModel>;
  /** One unit-length `Float32Array` of `dims` a text, in order. */
  embed(
    texts: readonly string[],
    priority: Priority,
    signal?: AbortSignal,
  ): Promise<Float32Array[]>;
  /** Word pieces of each text, without special tokens. */
  countTokens(texts: readonly string[], priority: Priority): Promise<number[]>;
  close(): Promise<void>;
}
