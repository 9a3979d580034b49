import type { Embedder } from '../embedding/embedder.js';
import type { Scope, Store } from '../store/store.js';
import { correctSpelling } from './spelling.js';
import { contentWords, termsOf, type Term } from './terms.js';
import { wordsOf, type Word } from '../text/words.js';
import { writtenOut } from './written-out.js';

/** A question as it is searched for. */
export interface Query {
  /** With typing errors corrected, and with the verb that it leaves out. */
  readonly text: string;
  readonly vector: Float32Array;
  /** A vector for each of `words`, one after the other. */
  readonly wordVectors: Float32Array;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
  /** Stems of all its words, stop words too. */
  readonly stems: ReadonlySet<string>;
  /** How many passages it is looked for among. */
  readonly passages: number;
}

export async function readQuery(
  context: { readonly store: Store; readonly embedder: Embedder },
  question: string,
  scope: Scope,
  signal?: AbortSignal,
): Promise<Query> {
  const { store, embedder } = context;
  const corrected = await correctSpelling(context, scope, question);
  const { frequencies } = corrected;
  const text = writtenOut(corrected.text, wordsOf(corrected.text));
  const [[embedded], { passages }] = await Promise.all([
    embedder.embedWords([text], 'question', signal),
    store.size(scope),
  ]);
  if (embedded === undefined) throw new Error('The embedder returned no vector for the question.');
  const words = wordsOf(text);
  return {
    text,
    vector: embedded.vector,
    wordVectors: embedded.words,
    words,
    terms: termsOf(words, frequencies, passages),
    stems: new Set(words.map(({ stem }) => stem)),
    passages,
  };
}

export function keywordsOf({ words }: Query): string[] {
  return [...new Set(contentWords(words).map(({ text }) => text))];
}
