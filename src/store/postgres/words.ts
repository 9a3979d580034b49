import type { Scope } from '../store.js';
import type { Queries } from './database.js';

/** Words that occur nowhere are left out. */
export async function documentFrequencies(
  { rows }: Queries,
  scope: Scope,
  wanted: readonly string[],
): Promise<Map<string, number>> {
  const asked = [...new Set(wanted)];
  if (asked.length === 0 || scope.length === 0) return new Map();
  const found = await rows<{ term: string; passages: number }>(
    // With arrays that no plan can count, one plan serves all: to make one takes twice as long as to
    // carry it out.
    `SELECT t.term, sum(t.passages)::integer AS passages
     FROM newsdesk.collections AS c JOIN newsdesk.terms AS t ON t.collection = c.number
     WHERE t.term = ANY (ARRAY(SELECT unnest($1::text[])))
       AND c.name = ANY (ARRAY(SELECT unnest($2::text[])))
     GROUP BY t.term`,
    [asked.map(withoutNul), scope],
  );
  const passages = new Map(found.map((row) => [row.term, row.passages]));
  return new Map(
    asked.flatMap((word) => {
      const count = passages.get(word);
      return count === undefined ? [] : [[word, count] as const];
    }),
  );
}

/** PostgreSQL's text holds every character but this one. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
