import { LRUCache } from 'lru-cache';
import { groupBy } from '../../text/group-by.js';
import {
  MAX_RECORDS,
  recordMaker,
  type CachedRecord,
  type PassageRecordRow,
  type SentenceRecordRow,
} from '../rows/passage-record.js';
import type { PassageRecord } from '../store.js';
import type { SqliteFile } from './database.js';
import type { StoredModel } from './models.js';

/** UTF-16 code units of article texts that are kept to cut passages from. */
const MAX_TEXT = 4_000_000;

interface PassageRow extends PassageRecordRow {
  readonly number: number;
  readonly generation: number;
}

interface SentenceRow extends SentenceRecordRow {
  readonly passage: number;
}

/** Passages ready for ranking. */
export interface PassageRecords {
  /** In the order of `ids`; those that are gone are left out. */
  get(ids: readonly number[], generation: number): PassageRecord[];
  ofArticle(articleId: string, generation: number): PassageRecord[];
  clear(): void;
}

export function passageRecords(sqlite: SqliteFile, model: StoredModel): PassageRecords {
  const cache = new LRUCache<number, CachedRecord>({ max: MAX_RECORDS });
  const texts = new LRUCache<number, string>({
    maxSize: MAX_TEXT,
    sizeCalculation: (text) => Math.max(1, text.length),
  });
  const recordOf = recordMaker(model.dims);
  let checked = -1;

  const selectPassages = sqlite.prepare<[string, number], PassageRow>(
    `SELECT p.id, p.ordinal, p.start, p.end, p.path, a.number, a.id AS articleId, a.collection, a.title,
       a.source, a.url, a.generation, v.vector
     FROM json_each(?) AS wanted
       JOIN passages AS p ON p.id = wanted.value
       JOIN articles AS a ON a.number = p.article
       LEFT JOIN vectors AS v ON v.hash = p.hash AND v.model = ?`,
  );
  const selectSentences = sqlite.prepare<[string, number], SentenceRow>(
    `SELECT s.passage, s.start, s.end, s.kind, s.block, s.reading, v.vector, v.words
     FROM json_each(?) AS wanted
       JOIN sentences AS s ON s.passage = wanted.value
       LEFT JOIN vectors AS v ON v.hash = s.hash AND v.model = ?
     ORDER BY s.id`,
  );
  const selectText = sqlite
    .prepare<[number], string>('SELECT text FROM articles WHERE number = ?')
    .pluck();
  const selectIds = sqlite
    .prepare<[string], number>(
      `SELECT p.id FROM articles AS a JOIN passages AS p ON p.article = a.number
       WHERE a.id = ? ORDER BY p.ordinal`,
    )
    .pluck();
  const selectGenerations = sqlite
    .prepare<[string], [number, number]>(
      `SELECT p.id, a.generation FROM json_each(?) AS wanted
         JOIN passages AS p ON p.id = wanted.value JOIN articles AS a ON a.number = p.article`,
    )
    .raw();

  const textOf = (number: number): string => {
    let text = texts.get(number);
    if (text === undefined) {
      text = selectText.get(number) ?? '';
      texts.set(number, text);
    }
    return text;
  };

  /** Drops what has changed or gone since, and keeps the very objects that have not. */
  const dropStale = (generation: number): void => {
    if (generation === checked) return;
    checked = generation;
    const current = new Map(selectGenerations.all(JSON.stringify([...cache.keys()])));
    for (const [id, cached] of [...cache.entries()]) {
      if (current.get(id) !== cached.generation) cache.delete(id);
    }
  };

  /** In one transaction: what another process replaces meanwhile is read old or new, never both. */
  const load = sqlite.db.transaction((ids: readonly number[]): void => {
    const wanted = JSON.stringify(ids);
    const sentences = groupBy(selectSentences.all(wanted, model.id), ({ passage }) => passage);
    for (const row of selectPassages.all(wanted, model.id)) {
      const text = copyOf(textOf(row.number).slice(row.start, row.end));
      const record = recordOf(row, text, sentences.get(row.id) ?? []);
      cache.set(row.id, { record, generation: row.generation });
    }
  });

  const get = (ids: readonly number[], generation: number): PassageRecord[] => {
    dropStale(generation);
    const missing = ids.filter((id) => !cache.has(id));
    const found: PassageRecord[] = [];
    // By so many that none falls out of the cache before it is handed on.
    const step = MAX_RECORDS / 2;
    for (let from = 0; from < Math.max(1, ids.length); from += step) {
      const slice = ids.slice(from, from + step);
      if (missing.length > 0) load(slice.filter((id) => !cache.has(id)));
      for (const id of slice) {
        const cached = cache.get(id);
        if (cached !== undefined) found.push(cached.record);
      }
    }
    return found;
  };

  return {
    get,
    ofArticle: (articleId, generation) => get(selectIds.all(articleId), generation),
    clear: () => {
      cache.clear();
      checked = -1;
    },
  };
}

/** A slice keeps the whole article in memory for as long as it lives; a copy does not. */
function copyOf(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
