import type { Collection } from '../store.js';
import type { SqliteFile } from './database.js';
import type { StoredModel } from './models.js';
import { usableVector } from '../rows/vectors.js';

/** A passage's id is never used twice, and labels its vector in an index. */
export interface PassageLabel {
  /** The number of the article, which a replaced article does not keep. */
  readonly article: number;
  readonly label: number;
}

export interface PassageVector {
  readonly label: number;
  readonly vector: Float32Array;
}

interface VectorRow {
  readonly label: number;
  readonly vector: Buffer | null;
}

/** What the index of a collection is made from. */
export interface VectorSource {
  /** Numbers of the articles, ascending. */
  articles(): number[];
  /** Passages of all articles, or of those up to a number. */
  count(lastArticle?: number): number;
  labels(): IterableIterator<PassageLabel>;
  /** The vectors of an article, or undefined if a passage lacks one or has a damaged one. */
  vectors(article: number): PassageVector[] | undefined;
}

export function vectorSource(
  sqlite: SqliteFile,
  model: StoredModel,
  collection: Collection,
): VectorSource {
  const numbers = sqlite
    .prepare<[string], number>('SELECT number FROM articles WHERE collection = ? ORDER BY number')
    .pluck();
  const count = sqlite
    .prepare<[string, number], number>(
      'SELECT coalesce(sum(passages), 0) FROM articles WHERE collection = ? AND number <= ?',
    )
    .pluck();
  const labels = sqlite.prepare<[string], PassageLabel>(
    `SELECT a.number AS article, p.id AS label
     FROM articles AS a JOIN passages AS p ON p.article = a.number WHERE a.collection = ?`,
  );
  const vectors = sqlite.prepare<[number, number], VectorRow>(
    `SELECT p.id AS label, v.vector
     FROM passages AS p LEFT JOIN vectors AS v ON v.hash = p.hash AND v.model = ?
     WHERE p.article = ?`,
  );
  return {
    articles: () => numbers.all(collection),
    count: (lastArticle = Number.MAX_SAFE_INTEGER) => count.get(collection, lastArticle) ?? 0,
    labels: () => labels.iterate(collection),
    vectors: (article) => {
      const found: PassageVector[] = [];
      for (const { label, vector: blob } of vectors.iterate(model.id, article)) {
        const vector = usableVector(blob, model.dims);
        if (vector === undefined) return undefined;
        found.push({ label, vector });
      }
      return found;
    },
  };
}
