import { dot } from '../../vectors/dot.js';
import { checkedCollection } from '../rows/collection.js';
import type { Hit, PassageRecord, Scope } from '../store.js';
import type { Queries } from './database.js';
import { graphPredicate, type Graphs } from './graphs.js';
import type { PassageRecords } from './passage-records.js';
import { textOf, type Model } from './vectors.js';

export type UnitTable = 'passage_units' | 'sentence_units';

/** Half precision may exchange neighbours; so many more are looked at as they really are. */
const SPARE = 6;
/** A passage's best sentence is rarely its only one among the nearest. */
const SENTENCES_PER_PASSAGE = 3;

type Near = (scope: Scope, vector: Float32Array, limit: number) => Promise<Hit[]>;

export interface Search {
  readonly nearestPassages: Near;
  readonly nearestSentences: Near;
}

/**
 * Finds by half precision, collection by collection, and ranks what is found by the vectors
 * themselves: a graph for each large collection, one by one in small ones. A filter over one graph
 * finds next to nothing for a small server (measured: recall .03 to .20 at 1 % and less).
 */
export function searchUnits(
  { rows }: Queries,
  model: Model,
  graphs: Graphs,
  records: PassageRecords,
): Search {
  const near = async (
    table: UnitTable,
    scope: Scope,
    vector: Float32Array,
    limit: number,
  ): Promise<number[]> => {
    const collections = await graphs.collections(table, scope.map(checkedCollection));
    if (collections.length === 0 || limit < 1) return [];
    const branches = collections.map(({ number, hasGraph }) =>
      hasGraph
        ? `(SELECT passage, v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) AS far
            FROM newsdesk.${table} WHERE ${graphPredicate(number, model.id)}
            ORDER BY v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) LIMIT $2)`
        : // Adding nothing keeps the planner from a graph of another collection.
          `(SELECT passage, (v <#> $1::halfvec) + 0::float8 AS far
            FROM newsdesk.${table} WHERE collection = ${number} AND model = ${model.id}
            ORDER BY 2 LIMIT $2)`,
    );
    const found = await rows<{ passage: number }>(
      `SELECT passage FROM (${branches.join(' UNION ALL ')}) AS found ORDER BY far LIMIT $2`,
      [textOf(vector), limit],
    );
    return found.map(({ passage }) => passage);
  };

  const best = async (
    ids: readonly number[],
    scope: Scope,
    score: (record: PassageRecord) => number,
    limit: number,
  ): Promise<Hit[]> => {
    const found = await records.get(ids, scope);
    return found
      .map((record) => ({ passageId: record.id, score: score(record) }))
      .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
      .slice(0, limit);
  };

  return {
    nearestPassages: async (scope, vector, limit) => {
      const ids = await near('passage_units', scope, vector, limit < 1 ? 0 : limit + SPARE);
      return best(ids, scope, (record) => dot(record.vector, vector), limit);
    },
    nearestSentences: async (scope, vector, limit) => {
      if (limit < 1) return [];
      for (let wanted = (limit + SPARE) * SENTENCES_PER_PASSAGE; ; wanted *= 2) {
        const units = await near('sentence_units', scope, vector, wanted);
        const ids = [...new Set(units)];
        if (ids.length < limit + SPARE && units.length === wanted) continue;
        const score = (record: PassageRecord): number =>
          Math.max(...record.sentences.map((sentence) => dot(sentence.vector, vector)));
        return best(ids.slice(0, limit + SPARE), scope, score, limit);
      }
    },
  };
}
