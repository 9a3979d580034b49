import type { NewsdeskError } from '../errors.js';

export type IndexStatus = 'added' | 'updated' | 'unchanged' | 'removed' | 'failed';

export interface IndexedArticle {
  readonly id: string | null;
  readonly title: string;
  readonly source: string;
  readonly status: IndexStatus;
  readonly passages: number;
  readonly error?: NewsdeskError | undefined;
  /** What a person should know about how it was read, in a sentence. */
  readonly warning?: string | undefined;
}

export interface IndexReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: number;
  readonly articles: readonly IndexedArticle[];
  /** Entries of feeds that a limit left out, if there are any. */
  readonly left?: number;
  /** Texts newly embedded. */
  readonly embedded: number;
  readonly ms: number;
}

/** Collects what became of each source of a run. */
export class ReportBuilder {
  readonly #started = performance.now();
  readonly #articles: IndexedArticle[] = [];
  #embedded = 0;
  #passages = 0;
  #left = 0;

  add(entry: IndexedArticle, embedded = 0): void {
    this.#articles.push(entry);
    if (entry.status === 'added' || entry.status === 'updated') this.#passages += entry.passages;
    this.#embedded += embedded;
  }

  failed(source: string, error: NewsdeskError): void {
    this.add({ id: null, title: '', source, status: 'failed', passages: 0, error });
  }

  left(entries: number): void {
    this.#left += entries;
  }

  /** Passages of the articles that this run wrote. */
  get passages(): number {
    return this.#passages;
  }

  build(): IndexReport {
    const count = (status: IndexStatus): number =>
      this.#articles.filter((article) => article.status === status).length;
    return {
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      removed: count('removed'),
      failed: count('failed'),
      articles: this.#articles,
      ...(this.#left > 0 ? { left: this.#left } : {}),
      embedded: this.#embedded,
      ms: Math.round(performance.now() - this.#started),
    };
  }
}
