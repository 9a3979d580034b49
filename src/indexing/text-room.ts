import type { Article } from '../articles/article.js';
import { NewsdeskError } from '../errors.js';

/** The text that one run may still take. */
export class TextRoom {
  #left: number;

  /** @param limit characters, UTF-16 code units */
  constructor(private readonly limit = Infinity) {
    this.#left = limit;
  }

  /** @throws NewsdeskError `source-text-too-long` for a text that is longer than what is left */
  check({ text, source }: Pick<Article, 'text' | 'source'>): void {
    if (text.length <= this.#left) return;
    throw new NewsdeskError('source-text-too-long', {
      source,
      characters: text.length,
      limit: this.limit,
    });
  }

  take({ text }: Pick<Article, 'text'>): void {
    this.#left -= text.length;
  }
}
