import type { RankedPassage } from '../../retrieval/rank.js';
import type { PassageRecord } from '../../store/store.js';

/** Passages behind the best that may have the list or the row that is asked for. */
const BESIDE = 2;

/** The same passages with the one first that has what is asked for, if it is of the best's article. */
export function besideFirst(
  [first, ...others]: readonly RankedPassage[],
  hasIt: (record: PassageRecord) => boolean,
): readonly RankedPassage[] | undefined {
  const other = others
    .slice(0, BESIDE)
    .find(({ record }) => record.articleId === first?.record.articleId && hasIt(record));
  if (first === undefined || other === undefined) return undefined;
  return [other, first, ...others.filter((passage) => passage !== other)];
}
