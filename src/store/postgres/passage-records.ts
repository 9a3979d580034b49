import { LRUCache } from 'lru-cache';
import type { UnitKind } from '../../passages/passage.js';
import {
  MAX_RECORDS,
  recordMaker,
  type CachedRecord,
  type PassageRecordRow,
} from '../rows/passage-record.js';
import type { PassageRecord, Reach } from '../store.js';
import { seen } from './article-rows.js';
import type { Queries } from './database.js';
import type { Model } from './vectors.js';

/** Start, end, kind, block, reading, and how many bytes its vector and its words take. */
type UnitColumns = readonly [number, number, UnitKind, number, string | null, number, number];

/** All but `id` and `generation` is null where the caller has the passage as it is. */
interface PassageRow extends Omit<PassageRecordRow, 'articleId'> {
  readonly generation: number;
  readonly articleId: string | null;
  readonly text: string;
  /** JSON, in order. */
  readonly units: readonly UnitColumns[];
  /** Their vectors and words one after the other: an array of bytes takes ten times as long to read. */
  readonly vectors: Buffer | null;
  readonly words: Buffer | null;
}

/** Passages ready for ranking. */
export interface PassageRecords {
  /** In the order of `ids`; those that are gone or out of reach are left out. */
  get(ids: readonly number[], reach: Reach): Promise<PassageRecord[]>;
  ofArticle(articleId: string, reach: Reach): Promise<PassageRecord[]>;
  readonly clear: () => void;
}

const WITH_UNITS = `
  SELECT p.id, a.generation, a.id AS "articleId", c.name AS collection, a.title, a.source, a.url,
    p.ordinal, p.start, p.stop AS end, p.path, p.text, v.vector, units.units, units.vectors, units.words
  FROM wanted JOIN newsdesk.passages AS p ON p.id = wanted.id
    JOIN newsdesk.articles AS a ON a.number = p.article
    JOIN newsdesk.collections AS c ON c.number = a.collection
    LEFT JOIN newsdesk.vectors AS v ON v.hash = p.hash AND v.model = $1,
    LATERAL (
      SELECT coalesce(json_agg(json_build_array(s.start, s.stop, s.kind, s.block, s.reading,
          coalesce(length(sv.vector), 0), coalesce(length(sv.words), 0)) ORDER BY s.id), '[]')
          AS units,
        string_agg(coalesce(sv.vector, ''), ''::bytea ORDER BY s.id) AS vectors,
        string_agg(coalesce(sv.words, ''), ''::bytea ORDER BY s.id) AS words
      FROM newsdesk.sentences AS s
        LEFT JOIN newsdesk.vectors AS sv ON sv.hash = s.hash AND sv.model = $1
      WHERE s.passage = p.id) AS units
  WHERE a.generation <> wanted.kept`;

/** What is known is only asked for being there still; one statement sees one state of both. */
const KNOWN = `
  SELECT p.id, a.generation, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL
  FROM wanted JOIN newsdesk.passages AS p ON p.id = wanted.id
    JOIN newsdesk.articles AS a ON a.number = p.article
  WHERE a.generation = wanted.kept`;

export function passageRecords({ rows }: Queries, { id: model, dims }: Model): PassageRecords {
  const cache = new LRUCache<number, CachedRecord>({ max: MAX_RECORDS });
  const make = recordMaker(dims);

  const recordOf = (row: PassageRow & { readonly articleId: string }): PassageRecord => {
    let [vectorAt, wordsAt] = [0, 0];
    const units = row.units.map(([start, end, kind, block, reading, vectorBytes, wordBytes]) => {
      const vector = row.vectors?.subarray(vectorAt, (vectorAt += vectorBytes));
      const words = row.words?.subarray(wordsAt, (wordsAt += wordBytes));
      return { start, end, kind, block, reading, vector, words };
    });
    return make(row, row.text, units);
  };

  const get = async (ids: readonly number[], reach: Reach): Promise<PassageRecord[]> => {
    if (ids.length === 0) return [];
    const kept = new Map(ids.map((id) => [id, cache.get(id)]));
    const found = await rows<PassageRow>(
      `WITH wanted AS (SELECT * FROM unnest($2::bigint[], $3::bigint[]) AS given (id, kept))
       ${WITH_UNITS} UNION ALL ${KNOWN}`,
      [model, [...kept.keys()], Array.from(kept.values(), (known) => known?.generation ?? -1)],
    );
    const records = new Map<number, PassageRecord>();
    for (const row of found) {
      const { id, articleId, generation } = row;
      const known = kept.get(id)?.record;
      const record = articleId === null ? known : recordOf({ ...row, articleId });
      if (record === undefined) continue;
      cache.set(id, { record, generation });
      records.set(id, record);
    }
    const scope = seen(reach);
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record === undefined || scope?.includes(record.collection) === false ? [] : [record];
    });
  };

  return {
    get,
    ofArticle: async (articleId, reach) => {
      const ids = await rows<{ id: number }>(
        `SELECT p.id FROM newsdesk.articles AS a JOIN newsdesk.passages AS p ON p.article = a.number
         WHERE a.id = $1 ORDER BY p.ordinal`,
        [articleId],
      );
      return get(
        ids.map(({ id }) => id),
        reach,
      );
    },
    clear: () => {
      cache.clear();
    },
  };
}
