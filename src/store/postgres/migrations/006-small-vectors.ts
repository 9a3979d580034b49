import { shrunkBlob } from '../../rows/vectors.js';
import type { Queries } from '../database.js';

const STEP = 1_000;

/** Vectors were kept in 32 bits a number; each has 8 and shares a scale with its vector's others. */
export async function smallVectors({ rows }: Queries): Promise<void> {
  let after: { hash: Buffer; model: number } = { hash: Buffer.alloc(0), model: 0 };
  for (;;) {
    const batch = await rows<{ hash: Buffer; model: number; vector: Buffer }>(
      `SELECT hash, model, vector FROM newsdesk.vectors WHERE (hash, model) > ($1, $2)
       ORDER BY hash, model LIMIT $3`,
      [after.hash, after.model, STEP],
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last;
    await rows(
      `UPDATE newsdesk.vectors AS known SET vector = given.vector
       FROM unnest($1::bytea[], $2::integer[], $3::bytea[]) AS given (hash, model, vector)
       WHERE known.hash = given.hash AND known.model = given.model`,
      [
        batch.map(({ hash }) => hash),
        batch.map(({ model }) => model),
        batch.map(({ vector }) => shrunkBlob(vector)),
      ],
    );
  }
}
