import { expect, test } from 'vitest';
import { ExactIndex } from '../../../src/store/hnsw/exact.js';
import { candidatesKept, Graph } from '../../../src/store/hnsw/graph.js';
import { random } from '../support.js';

const DIMS = 64;
const NEAREST = 10;

test('a search keeps more candidates the larger the graph is, within bounds', () => {
  expect(candidatesKept(1_000)).toBe(200);
  expect(candidatesKept(10_000)).toBe(300);
  expect(candidatesKept(40_000)).toBe(600);
  expect(candidatesKept(100_000_000)).toBe(1_600);
});

test('a large graph finds what exact search finds, without any order in its vectors', () => {
  const next = random(1);
  const unit = (): Float32Array => {
    const vector = Float32Array.from({ length: DIMS }, () => next() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
  const count = 16_000;
  const [graph, exact] = [Graph.create(DIMS, count), new ExactIndex(DIMS)];
  for (let label = 0; label < count; label += 1) {
    const vector = unit();
    graph.add(label, vector);
    exact.add(label, vector);
  }
  let found = 0;
  for (let asked = 0; asked < 100; asked += 1) {
    const question = unit();
    const wanted = new Set(exact.search(question, NEAREST).map(({ label }) => label));
    found += graph.search(question, NEAREST).filter(({ label }) => wanted.has(label)).length;
  }
  expect(found / (100 * NEAREST)).toBeGreaterThanOrEqual(0.98);
});
