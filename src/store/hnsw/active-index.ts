import type { PassageVector, VectorSource } from '../sqlite/passage-vectors.js';
import { buildGraph, graphForFile } from './build.js';
import { ExactIndex, type Neighbour } from './exact.js';
import type { FileCheck } from './files.js';
import { Graph } from './graph.js';
import { pacer } from './pace.js';
import type { StoredGraph } from './stored-graph.js';

export interface ActiveIndexOptions {
  readonly source: VectorSource;
  readonly dims: number;
  /** Fewer vectors are searched one by one. */
  readonly exactBelow: number;
  /** Runs work that changes the index while nothing else changes it. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
  readonly isClosed: () => boolean;
  readonly onProblem: (code: string, details: object) => void;
}

/**
 * What is searched: the vectors of some articles, compared one by one while they are few, and in a
 * graph that is built in the background once they are many.
 */
export class ActiveIndex {
  readonly #options: ActiveIndexOptions;
  #vectors: ExactIndex | Graph;
  /** The labels of each article that is in, by its number. */
  #members: Map<number, Int32Array>;
  #building: Promise<void> | undefined;

  /** @param stored to begin with, instead of nothing */
  constructor(options: ActiveIndexOptions, stored?: StoredGraph) {
    this.#options = options;
    this.#vectors = stored?.graph ?? new ExactIndex(options.dims);
    this.#members = stored?.members ?? new Map<number, Int32Array>();
  }

  /** In vectors. */
  get size(): number {
    return this.#vectors.size;
  }

  get isGraph(): boolean {
    return this.#vectors instanceof Graph;
  }

  /** The numbers of the articles that are in. */
  get articles(): number[] {
    return [...this.#members.keys()];
  }

  has(article: number): boolean {
    return this.#members.has(article);
  }

  /** Best first. */
  search(vector: Float32Array, limit: number): Neighbour[] {
    return this.#vectors.search(vector, limit);
  }

  /** @param pace awaited between vectors, so that questions get their turn */
  async add(article: number, vectors: readonly PassageVector[], pace = pacer()): Promise<void> {
    for (const { label, vector } of vectors) {
      this.#vectors.add(label, vector);
      await pace();
    }
    this.#members.set(
      article,
      Int32Array.from(vectors, ({ label }) => label),
    );
  }

  async removeAllBut(wanted: ReadonlySet<number>): Promise<void> {
    const pace = pacer();
    for (const [article, labels] of this.#members) {
      if (wanted.has(article)) continue;
      for (const label of labels) this.#vectors.remove(label);
      this.#members.delete(article);
      await pace();
    }
  }

  /** Goes on with another graph, and the articles that are in that one. */
  replace({ graph, members }: StoredGraph): void {
    this.#vectors = graph;
    this.#members = members;
  }

  /** Searches exactly what the graph held, so that a new graph can be built of it. */
  async fallBack(): Promise<void> {
    const exact = new ExactIndex(this.#options.dims);
    const pace = pacer();
    for (const article of this.#members.keys()) {
      for (const { label, vector } of this.#options.source.vectors(article) ?? []) {
        exact.add(label, vector);
      }
      await pace();
    }
    this.#vectors = exact;
  }

  /** Starts a graph if there are many vectors, or a new one if most of the old is dead ends. */
  buildIfNeeded(): void {
    const { exactBelow, exclusively, isClosed, onProblem } = this.#options;
    if (this.#building !== undefined || isClosed()) return;
    if (this.#vectors instanceof Graph) {
      if (!this.#vectors.isWorn) return;
      this.#building = exclusively(() => this.fallBack()).then(() => this.#build());
    } else if (this.size >= exactBelow && this.size > 0) {
      this.#building = this.#build();
    } else return;
    this.#building = this.#building
      .catch((error: unknown) => {
        onProblem('index-build-failed', { reason: String(error) });
      })
      .finally(() => {
        this.#building = undefined;
      });
  }

  /** Until the graph that is being built is in use. */
  async settled(): Promise<void> {
    while (this.#building !== undefined) await this.#building;
  }

  /** The graph in use, or one that is made for the file, from the old one if possible. */
  async graphForFile(check: FileCheck, shouldStop: () => boolean): Promise<Graph> {
    if (this.#vectors instanceof Graph) return this.#vectors;
    return graphForFile(this.#vectors, this.#options.dims, check, shouldStop);
  }

  async #build(): Promise<void> {
    const exact = this.#vectors;
    if (!(exact instanceof ExactIndex)) return;
    const graph = Graph.create(this.#options.dims, exact.size);
    const takeOver = (): void => {
      this.#vectors = graph;
    };
    const shouldStop = (): boolean => this.#options.isClosed() || this.#vectors !== exact;
    await buildGraph(graph, exact, takeOver, shouldStop);
  }
}
