import type { Collection } from '../store.js';
import type { SqliteFile } from './database.js';
import type { StoredModel } from './models.js';
import { usableVector } from '../rows/vectors.js';

/** What is embedded and searched: whole passages, and their sentences one by one. */
export type UnitKind = 'passages' | 'sentences';
export const UNIT_KINDS: readonly UnitKind[] = ['passages', 'sentences'];

export interface UnitLabel {
  /** The number of the article, which a replaced article does not keep. */
  readonly article: number;
  /** The id of the passage or the sentence, never used twice. */
  readonly label: number;
  readonly passage: number;
}

export interface Unit {
  readonly label: number;
  readonly passage: number;
  readonly vector: Float32Array;
}

interface UnitRow {
  readonly label: number;
  readonly passage: number;
  readonly vector: Buffer | null;
}

const LABELS: Record<UnitKind, string> = {
  passages: `SELECT a.number AS article, p.id AS label, p.id AS passage
    FROM articles AS a JOIN passages AS p ON p.article = a.number WHERE a.collection = ?`,
  sentences: `SELECT a.number AS article, s.id AS label, p.id AS passage
    FROM articles AS a JOIN passages AS p ON p.article = a.number
      JOIN sentences AS s ON s.passage = p.id WHERE a.collection = ?`,
};

const UNITS: Record<UnitKind, string> = {
  passages: `SELECT p.id AS label, p.id AS passage, v.vector
    FROM passages AS p LEFT JOIN vectors AS v ON v.hash = p.hash AND v.model = ?
    WHERE p.article = ?`,
  sentences: `SELECT s.id AS label, s.passage, v.vector
    FROM passages AS p JOIN sentences AS s ON s.passage = p.id
      LEFT JOIN vectors AS v ON v.hash = s.hash AND v.model = ?
    WHERE p.article = ?`,
};

const COUNTS: Record<UnitKind, string> = {
  passages: 'SELECT coalesce(sum(passages), 0) FROM articles WHERE collection = ? AND number <= ?',
  sentences:
    'SELECT coalesce(sum(sentences), 0) FROM articles WHERE collection = ? AND number <= ?',
};

/** What an index of one collection and kind is made from. */
export interface UnitSource {
  /** Numbers of the articles, ascending. */
  articles(): number[];
  /** Of all articles, or of those up to a number. */
  count(lastArticle?: number): number;
  labels(): IterableIterator<UnitLabel>;
  /** The units of an article, or undefined if one lacks a vector or has a damaged one. */
  units(article: number): Unit[] | undefined;
}

export function unitSource(
  sqlite: SqliteFile,
  model: StoredModel,
  collection: Collection,
  kind: UnitKind,
): UnitSource {
  const numbers = sqlite
    .prepare<[string], number>('SELECT number FROM articles WHERE collection = ? ORDER BY number')
    .pluck();
  const count = sqlite.prepare<[string, number], number>(COUNTS[kind]).pluck();
  const labels = sqlite.prepare<[string], UnitLabel>(LABELS[kind]);
  const units = sqlite.prepare<[number, number], UnitRow>(UNITS[kind]);
  return {
    articles: () => numbers.all(collection),
    count: (lastArticle = Number.MAX_SAFE_INTEGER) => count.get(collection, lastArticle) ?? 0,
    labels: () => labels.iterate(collection),
    units: (article) => {
      const found: Unit[] = [];
      for (const { label, passage, vector: blob } of units.iterate(model.id, article)) {
        const vector = usableVector(blob, model.dims);
        if (vector === undefined) return undefined;
        found.push({ label, passage, vector });
      }
      return found;
    },
  };
}
