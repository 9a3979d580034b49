import hnswlib from 'hnswlib-node';
import type { Neighbour, Searchable } from './exact.js';

export const GRAPH_SPACE = 'ip';
const M = 16;
const EF_CONSTRUCTION = 200;
/** The same graph for the same vectors in the same order. */
const SEED = 100;
const MIN_CAPACITY = 64;
const MAX_DELETED_SHARE = 0.2;

/** Candidates that a search keeps (ef): so many times the root of the graph's size, within these. */
const EF_PER_ROOT = 3;
const [LEAST_EF, MOST_EF] = [200, 1_600];

/**
 * Hierarchical navigable small world graph (Malkov and Yashunin, arXiv:1603.09320). Removed labels
 * stay in it as dead ends that searches pass through, until it is built again.
 */
export class Graph implements Searchable {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #live: Set<number>;

  private constructor(index: hnswlib.HierarchicalNSW, live: Set<number>) {
    this.#index = index;
    this.#live = live;
  }

  static create(dims: number, capacity: number): Graph {
    const index = new hnswlib.HierarchicalNSW(GRAPH_SPACE, dims);
    index.initIndex({
      maxElements: Math.max(MIN_CAPACITY, capacity),
      m: M,
      efConstruction: EF_CONSTRUCTION,
      randomSeed: SEED,
    });
    return new Graph(index, new Set());
  }

  /**
   * Reads a file that is known to be whole and to have these dimensions: hnswlib crashes on others.
   * @param isLive which labels still exist; the others are marked as removed
   */
  static async read(
    file: string,
    dims: number,
    isLive: (label: number) => boolean,
  ): Promise<Graph> {
    const index = new hnswlib.HierarchicalNSW(GRAPH_SPACE, dims);
    await index.readIndex(file);
    // An empty one comes back without room for any, and can't be given it.
    if (index.getCurrentCount() === 0) return Graph.create(dims, MIN_CAPACITY);
    const live = new Set<number>();
    for (const label of index.getIdsList()) {
      if (isLive(label)) live.add(label);
      else markDeleted(index, label);
    }
    return new Graph(index, live);
  }

  get size(): number {
    return this.#live.size;
  }

  get labels(): ReadonlySet<number> {
    return this.#live;
  }

  /** Labels in the graph, removed ones too. */
  get count(): number {
    return this.#index.getCurrentCount();
  }

  get capacity(): number {
    return this.#index.getMaxElements();
  }

  /** Whether so much of it is dead ends that it should be built again. */
  get isWorn(): boolean {
    return isWorn(this.count, this.size);
  }

  has(label: number): boolean {
    return this.#live.has(label);
  }

  add(label: number, vector: Float32Array): void {
    if (this.#live.has(label)) return;
    if (this.count >= this.capacity) {
      this.#index.resizeIndex(Math.max(MIN_CAPACITY, this.capacity * 2));
    }
    this.#index.addPoint(Array.from(vector), label);
    this.#live.add(label);
  }

  remove(label: number): void {
    if (this.#live.delete(label)) this.#index.markDelete(label);
  }

  search(vector: Float32Array, limit: number): Neighbour[] {
    const wanted = Math.min(limit, this.#live.size);
    if (wanted < 1) return [];
    this.#index.setEf(Math.max(candidatesKept(this.count), wanted));
    const { neighbors, distances } = this.#index.searchKnn(Array.from(vector), wanted);
    return neighbors.map((label, rank) => ({ label, score: 1 - (distances[rank] ?? 1) }));
  }

  /** Nothing may be added or removed until it is done; searching may go on. */
  async write(file: string): Promise<void> {
    await this.#index.writeIndex(file);
  }
}

/**
 * How many candidates a search of a graph of that many vectors keeps. With a fixed number it finds
 * the less, the more vectors there are.
 */
export function candidatesKept(count: number): number {
  return Math.min(MOST_EF, Math.max(LEAST_EF, Math.ceil(EF_PER_ROOT * Math.sqrt(count))));
}

/** The same of a graph that is known only by its labels in all and those that still exist. */
export function isWorn(count: number, live: number): boolean {
  return count - live > count * MAX_DELETED_SHARE;
}

/** hnswlib throws if the file has the label as removed already, and has no way to ask. */
function markDeleted(index: hnswlib.HierarchicalNSW, label: number): void {
  try {
    index.markDelete(label);
  } catch {
    return;
  }
}
