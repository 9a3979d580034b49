import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import { contextOf, embeddedText, textHash } from '../passages/embedded-text.js';
import { embeddedPassage, unitReading } from '../passages/reading.js';
import { splitPassages } from '../passages/split.js';
import { keptWords } from '../passages/telling-words.js';
import { wordsOf } from '../text/words.js';
import { packSigns } from '../vectors/word-signs.js';
import type { NewPassage, Store, StoredVector } from '../store/store.js';

/** Vectors that are written together: an interrupted run loses no more than these. */
const SAVED_TOGETHER = 16;

export interface EmbeddedArticle {
  readonly passages: readonly NewPassage[];
  /** Texts that had no vector yet. */
  readonly embedded: number;
}

export interface EmbedArticleOptions {
  readonly onTexts?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Splits an article and adds the vectors that the store lacks; the article itself is not stored. */
export async function embedArticle(
  store: Store,
  embedder: Embedder,
  article: Pick<Article, 'title' | 'text' | 'blocks' | 'language'>,
  options: EmbedArticleOptions = {},
): Promise<EmbeddedArticle> {
  const { maxTokens } = await embedder.model();
  const spans = await splitPassages(article.title, article, {
    maxTokens,
    language: article.language,
    countTokens: (texts) => embedder.countTokens(texts, 'article'),
  });
  const texts = new Map<string, TextToEmbed>();
  const addressOf = (text: string, isUnit: boolean): string => {
    const hash = textHash(text);
    texts.set(hash, { hash, text, withWords: isUnit || texts.get(hash)?.withWords === true });
    return hash;
  };
  const passages = spans.map((passage) => ({
    ...passage,
    hash: addressOf(embeddedPassage(article.title, article.text, passage), false),
    sentences: passage.sentences.map((unit) => ({
      ...unit,
      hash: addressOf(
        embeddedText(contextOf(article.title, passage.path), unitReading(article.text, unit)),
        true,
      ),
    })),
  }));
  const embedded = await addMissingVectors(store, embedder, [...texts.values()], options);
  return { passages, embedded };
}

interface TextToEmbed {
  readonly hash: string;
  readonly text: string;
  /** A sentence is compared with a question word by word. */
  readonly withWords: boolean;
}

async function addMissingVectors(
  store: Store,
  embedder: Embedder,
  texts: readonly TextToEmbed[],
  { onTexts, signal }: EmbedArticleOptions,
): Promise<number> {
  const known = await knownTexts(store, texts);
  const missing = texts.filter(({ hash }) => !known.has(hash));
  for (let done = 0; done < missing.length; done += SAVED_TOGETHER) {
    signal?.throwIfAborted();
    onTexts?.(done, missing.length);
    const batch = missing.slice(done, done + SAVED_TOGETHER);
    const vectors = await Promise.all(batch.map((text) => embedText(embedder, text, signal)));
    await store.addVectors(new Map(vectors));
  }
  onTexts?.(missing.length, missing.length);
  return missing.length;
}

async function knownTexts(store: Store, texts: readonly TextToEmbed[]): Promise<Set<string>> {
  const hashesOf = (withWords: boolean): string[] =>
    texts.filter((text) => text.withWords === withWords).map(({ hash }) => hash);
  const known = await Promise.all([
    store.knownVectors(hashesOf(false), false),
    store.knownVectors(hashesOf(true), true),
  ]);
  return new Set(known.flatMap((hashes) => [...hashes]));
}

async function embedText(
  embedder: Embedder,
  { hash, text, withWords }: TextToEmbed,
  signal: AbortSignal | undefined,
): Promise<readonly [string, StoredVector]> {
  if (!withWords) {
    const [vector] = await embedder.embed([text], 'article', signal);
    if (vector === undefined) throw new Error('The embedder returned no vector for a text.');
    return [hash, { vector }];
  }
  const [embedded] = await embedder.embedWords([text], 'article', signal);
  if (embedded === undefined) throw new Error('The embedder returned no vector for a text.');
  const { vector, words } = embedded;
  return [hash, { vector, words: packSigns(words, vector.length, keptWords(wordsOf(text))) }];
}
