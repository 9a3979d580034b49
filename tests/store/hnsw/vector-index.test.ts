import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { VectorIndex } from '../../../src/store/hnsw/vector-index.js';
import type { PassageVector } from '../../../src/store/sqlite/passage-vectors.js';
import { temporaryFolder, vectorFor } from '../support.js';

const DIMS = 8;

let directory: string;
let problems: string[];

beforeEach(async () => {
  directory = await temporaryFolder();
  problems = [];
});

test('finds what came and nothing that went, before and after its graph is built', async () => {
  const rows = table();
  const index = indexOf(rows);
  rows.add(1, 50);
  expect(await nearest(index, rows.vector(1, 7))).toBe(rows.label(1, 7));

  rows.add(2, 300);
  await index.catchUp();
  expect(await nearest(index, rows.vector(2, 299))).toBe(rows.label(2, 299));
  await index.settled();
  expect(await nearest(index, rows.vector(2, 299))).toBe(rows.label(2, 299));

  rows.remove(2);
  await index.catchUp();
  expect(await nearest(index, rows.vector(2, 299))).not.toBe(rows.label(2, 299));
  await index.close();
});

test('searches more new vectors than a graph takes at once exactly until a new one is built', async () => {
  const rows = table();
  const index = indexOf(rows);
  rows.add(1, 200);
  await index.catchUp();
  await index.settled();

  rows.add(2, 1_500);
  await index.catchUp();
  const wanted = rows.vector(2, 1_499);
  expect(await nearest(index, wanted)).toBe(rows.label(2, 1_499));
  expect(await nearest(index, rows.vector(1, 3))).toBe(rows.label(1, 3));
  await index.settled();
  expect(await nearest(index, wanted)).toBe(rows.label(2, 1_499));
  await index.close();
});

test('starts from its file, and does without one that is damaged', async () => {
  const rows = table();
  rows.add(1, 200);
  const first = indexOf(rows);
  await first.catchUp();
  expect(first.fileIsStale).toBe(true);
  await first.flush();
  expect(first.fileIsStale).toBe(false);
  await first.close();

  const second = indexOf(rows);
  expect(await nearest(second, rows.vector(1, 42))).toBe(rows.label(1, 42));
  expect(second.fileIsStale).toBe(false);
  await second.close();

  const file = (await readdir(directory)).find((name) => name.endsWith('.hnsw')) ?? '';
  await writeFile(join(directory, file), 'not a graph');
  const third = indexOf(rows);
  expect(await nearest(third, rows.vector(1, 42))).toBe(rows.label(1, 42));
  expect(third.fileIsStale).toBe(true);
  expect(problems).toEqual(['index-file-bad']);
  await third.close();
});

async function nearest(index: VectorIndex, vector: Float32Array): Promise<number | undefined> {
  return (await index.search(vector, 1))[0]?.label;
}

function indexOf(rows: ReturnType<typeof table>): VectorIndex {
  return new VectorIndex({
    source: rows.source,
    changes: rows.changes,
    dims: DIMS,
    identity: () => ({ stem: 'shared.1.passages', model: 'm', dims: DIMS, lineage: 'l' }),
    directory,
    exactBelow: 100,
    onProblem: (code) => problems.push(code),
  });
}

/** Articles of vectors that point all ways, as the database would hand them out. */
function table() {
  const articles = new Map<number, PassageVector[]>();
  let commits = 0;
  let label = 0;
  const unitAt = (article: number, place: number): PassageVector => {
    const unit = kept.get(article)?.[place];
    if (unit === undefined) throw new Error(`Article ${article} has no vector ${place}.`);
    return unit;
  };
  const kept = new Map<number, PassageVector[]>();
  const counted = (last: number): number => {
    let count = 0;
    for (const [article, units] of articles) if (article <= last) count += units.length;
    return count;
  };
  return {
    add(article: number, size: number): void {
      const units = Array.from({ length: size }, () => {
        label += 1;
        return { label, vector: vectorFor(String(label), DIMS) };
      });
      articles.set(article, units);
      kept.set(article, units);
      commits += 1;
    },
    remove(article: number): void {
      articles.delete(article);
      commits += 1;
    },
    vector: (article: number, place: number) => unitAt(article, place).vector,
    label: (article: number, place: number) => unitAt(article, place).label,
    changes: { generation: () => commits, commits: () => commits, wrote: () => undefined },
    source: {
      articles: () => [...articles.keys()].sort((a, b) => a - b),
      count: (last = Number.MAX_SAFE_INTEGER) => counted(last),
      labels: function* () {
        for (const [article, units] of articles) {
          for (const unit of units) yield { article, label: unit.label };
        }
      },
      vectors: (article: number) => articles.get(article),
    },
  };
}
