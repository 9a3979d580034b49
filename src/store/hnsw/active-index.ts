import type { Unit, UnitSource } from '../sqlite/units.js';
import { buildGraph, graphForFile } from './build.js';
import { ExactIndex, type Neighbour } from './exact.js';
import type { FileCheck } from './files.js';
import { Graph } from './graph.js';
import { pacer } from './pace.js';
import type { StoredGraph } from './stored-graph.js';

export interface ActiveIndexOptions {
  readonly source: UnitSource;
  readonly dims: number;
  /** Fewer vectors are searched one by one. */
  readonly exactBelow: number;
  /** Runs work that changes the index while nothing else changes it. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
  readonly isClosed: () => boolean;
  readonly onProblem: (code: string, details: object) => void;
}

export interface UnitHit extends Neighbour {
  readonly passage: number;
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
  /** The passage of each label. */
  #passages: Map<number, number>;
  #building: Promise<void> | undefined;

  /** @param stored to begin with, instead of nothing */
  constructor(options: ActiveIndexOptions, stored?: StoredGraph) {
    this.#options = options;
    this.#vectors = stored?.graph ?? new ExactIndex(options.dims);
    this.#members = stored?.members ?? new Map<number, Int32Array>();
    this.#passages = stored?.passages ?? new Map<number, number>();
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
  search(vector: Float32Array, limit: number): UnitHit[] {
    const hits: UnitHit[] = [];
    for (const { label, score } of this.#vectors.search(vector, limit)) {
      const passage = this.#passages.get(label);
      if (passage !== undefined) hits.push({ label, score, passage });
    }
    return hits;
  }

  /** @param pace awaited between vectors, so that questions get their turn */
  async add(article: number, units: readonly Unit[], pace = pacer()): Promise<void> {
    for (const { label, passage, vector } of units) {
      this.#vectors.add(label, vector);
      this.#passages.set(label, passage);
      await pace();
    }
    this.#members.set(
      article,
      Int32Array.from(units, ({ label }) => label),
    );
  }

  async removeAllBut(wanted: ReadonlySet<number>): Promise<void> {
    const pace = pacer();
    for (const [article, labels] of this.#members) {
      if (wanted.has(article)) continue;
      for (const label of labels) {
        this.#vectors.remove(label);
        this.#passages.delete(label);
      }
      this.#members.delete(article);
      await pace();
    }
  }

  /** Goes on with another graph, and the articles that are in that one. */
  replace({ graph, members, passages }: StoredGraph): void {
    this.#vectors = graph;
    this.#members = members;
    this.#passages = passages;
  }

  /** Searches exactly what the graph held, so that a new graph can be built of it. */
  async fallBack(): Promise<void> {
    const exact = new ExactIndex(this.#options.dims);
    const pace = pacer();
    for (const article of this.#members.keys()) {
      for (const { label, vector } of this.#options.source.units(article) ?? []) {
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
