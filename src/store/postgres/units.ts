import { dot } from '../../vectors/dot.js';
import { checkedCollection } from '../rows/collection.js';
import { usableVector } from '../rows/vectors.js';
import type { Hit, Scope } from '../store.js';
import type { Queries } from './database.js';
import { graphPredicate, type Graphs } from './graphs.js';
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

/** A unit that was found, with how near its vector is by itself. */
interface Found {
  readonly passage: number;
  readonly score: number;
}

/** What a unit is made from, whose hash is the address of its vector. */
const PARTS: Record<UnitTable, string> = {
  passage_units: 'passages',
  sentence_units: 'sentences',
};

/**
 * Finds by half precision, collection by collection, and ranks what is found by the vectors
 * themselves: a graph for each large collection, one by one in small ones. A filter over one graph
 * finds next to nothing for a small server (measured: recall .03 to .20 at 1 % and less).
 */
export function searchUnits({ rows }: Queries, model: Model, graphs: Graphs): Search {
  const near = async (
    table: UnitTable,
    scope: Scope,
    vector: Float32Array,
    limit: number,
  ): Promise<Found[]> => {
    const collections = await graphs.collections(table, scope.map(checkedCollection));
    if (collections.length === 0 || limit < 1) return [];
    const branches = collections.map(({ number, hasGraph }) =>
      hasGraph
        ? `(SELECT id, passage, v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) AS far
            FROM newsdesk.${table} WHERE ${graphPredicate(number, model.id)}
            ORDER BY v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) LIMIT $2)`
        : // Adding nothing keeps the planner from a graph of another collection.
          `(SELECT id, passage, (v <#> $1::halfvec) + 0::float8 AS far
            FROM newsdesk.${table} WHERE collection = ${number} AND model = ${model.id}
            ORDER BY 3 LIMIT $2)`,
    );
    const found = await rows<{ passage: number; vector: Buffer }>(
      `SELECT found.passage, known.vector
       FROM (SELECT * FROM (${branches.join(' UNION ALL ')}) AS all_found ORDER BY far LIMIT $2)
           AS found
         JOIN newsdesk.${PARTS[table]} AS part ON part.id = found.id
         JOIN newsdesk.vectors AS known ON known.hash = part.hash AND known.model = ${model.id}
       ORDER BY found.far`,
      [textOf(vector), limit],
    );
    return found.map(({ passage, vector: blob }) => {
      const exact = usableVector(blob, model.dims);
      return { passage, score: exact === undefined ? 0 : dot(exact, vector) };
    });
  };

  return {
    nearestPassages: async (scope, vector, limit) =>
      best(await near('passage_units', scope, vector, limit < 1 ? 0 : limit + SPARE), limit),
    nearestSentences: async (scope, vector, limit) => {
      if (limit < 1) return [];
      for (let wanted = (limit + SPARE) * SENTENCES_PER_PASSAGE; ; wanted *= 2) {
        const found = await near('sentence_units', scope, vector, wanted);
        const passages = new Set(found.map(({ passage }) => passage));
        if (passages.size < limit + SPARE && found.length === wanted) continue;
        return best(found, limit);
      }
    },
  };
}

/** Passages by their best unit; of equal ones the older first. */
function best(found: readonly Found[], limit: number): Hit[] {
  const scores = new Map<number, number>();
  for (const { passage, score } of found) {
    scores.set(passage, Math.max(score, scores.get(passage) ?? -Infinity));
  }
  return Array.from(scores, ([passageId, score]) => ({ passageId, score }))
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
    .slice(0, limit);
}
