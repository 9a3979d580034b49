import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import { embeddedText, textHash } from '../passages/embedded-text.js';
import type { Span } from '../passages/passage.js';
import { splitPassages } from '../passages/split.js';
import type { NewPassage, Store } from '../store/store.js';

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
  article: Pick<Article, 'title' | 'text' | 'language'>,
  options: EmbedArticleOptions = {},
): Promise<EmbeddedArticle> {
  const { maxTokens } = await embedder.model();
  const spans = await splitPassages(article.title, article.text, {
    maxTokens,
    language: article.language,
    countTokens: (texts) => embedder.countTokens(texts, 'article'),
  });
  const texts = new Map<string, string>();
  const addressed = <T extends Span>(span: T): T & { hash: string } => {
    const text = embeddedText(article.title, article.text.slice(span.start, span.end));
    const hash = textHash(text);
    texts.set(hash, text);
    return { ...span, hash };
  };
  const passages = spans.map((passage) => ({
    ...addressed(passage),
    sentences: passage.sentences.map(addressed),
  }));
  const embedded = await addMissingVectors(store, embedder, texts, options);
  return { passages, embedded };
}

async function addMissingVectors(
  store: Store,
  embedder: Embedder,
  texts: ReadonlyMap<string, string>,
  { onTexts, signal }: EmbedArticleOptions,
): Promise<number> {
  const known = await store.knownVectors([...texts.keys()]);
  const missing = [...texts].filter(([hash]) => !known.has(hash));
  for (let done = 0; done < missing.length; done += SAVED_TOGETHER) {
    signal?.throwIfAborted();
    onTexts?.(done, missing.length);
    const batch = missing.slice(done, done + SAVED_TOGETHER);
    const vectors = await embedder.embed(
      batch.map(([, text]) => text),
      'article',
      signal,
    );
    await store.addVectors(
      new Map(
        batch.flatMap(([hash], index) => {
          const vector = vectors[index];
          return vector === undefined ? [] : [[hash, vector] as const];
        }),
      ),
    );
  }
  onTexts?.(missing.length, missing.length);
  return missing.length;
}
