import { dot } from '../../vectors/dot.js';
import { checkedCollection } from '../rows/collection.js';
import { usableVector } from '../rows/vectors.js';
import type { Hit, Scope } from '../store.js';
import type { Queries } from './database.js';
import { graphPredicate, type Graphs } from './graphs.js';
import { textOf, type Model } from './vectors.js';

/** Half precision may exchange neighbours; so many more are looked at as they really are. */
const SPARE = 6;

/**
 * Finds passages by half precision, collection by collection, and ranks what is found by the vectors
 * themselves: a graph for each large collection, one by one in small ones. A filter over one graph
 * finds next to nothing for a small server (measured: recall .03 to .20 at 1 % and less).
 */
export function nearestPassagesOf(
  { rows }: Queries,
  model: Model,
  graphs: Graphs,
): (scope: Scope, vector: Float32Array, limit: number) => Promise<Hit[]> {
  return async (scope, vector, limit) => {
    const collections = await graphs.collections(scope.map(checkedCollection));
    if (collections.length === 0 || limit < 1) return [];
    // As a number and no parameter: not knowing how many, the server would plan it anew every time.
    const most = Math.trunc(limit) + SPARE;
    const branches = collections.map(({ number, hasGraph }) =>
      hasGraph
        ? `(SELECT id, v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) AS far
            FROM newsdesk.passage_units WHERE ${graphPredicate(number, model.id)}
            ORDER BY v::halfvec(${model.dims}) <#> $1::halfvec(${model.dims}) LIMIT ${most})`
        : // Adding nothing keeps the planner from a graph of another collection.
          `(SELECT id, (v <#> $1::halfvec) + 0::float8 AS far
            FROM newsdesk.passage_units WHERE collection = ${number} AND model = ${model.id}
            ORDER BY 2 LIMIT ${most})`,
    );
    const found = await rows<{ passage: number; vector: Buffer }>(
      `SELECT found.id AS passage, known.vector
       FROM (SELECT * FROM (${branches.join(' UNION ALL ')}) AS all_found ORDER BY far LIMIT ${most})
           AS found
         JOIN newsdesk.passages AS p ON p.id = found.id
         JOIN newsdesk.vectors AS known ON known.hash = p.hash AND known.model = ${model.id}`,
      [textOf(vector)],
    );
    const exactly = new Float32Array(model.dims);
    return found
      .map(({ passage, vector: blob }) => {
        const exact = usableVector(blob, model.dims, exactly);
        return { passageId: passage, score: exact === undefined ? 0 : dot(exact, vector) };
      })
      .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
      .slice(0, limit);
  };
}
