import { setTimeout } from 'node:timers/promises';
import type { Changes } from '../sqlite/generation.js';
import type { UnitSource } from '../sqlite/units.js';
import { articlesDigest } from './articles-digest.js';
import { buildGraph } from './build.js';
import { graphForFile } from './graph-for-file.js';
import { graphFromSource } from './graph-from-source.js';
import { readStoredGraph } from './stored-graph.js';
import { ExactIndex, type Neighbour } from './exact.js';
import { checkGraphFile, writeGraphFile, type FileCheck, type GraphIdentity } from './files.js';
import { Graph } from './graph.js';
import { Mutex } from './mutex.js';
import { pacer } from './pace.js';

/** So many vectors are quicker to read for exact search than to add to a graph one by one. */
const MAX_GRAPH_DELTA = 1_000;
/** How long a question waits for what has just been indexed before it searches what there is. */
const MAX_WAIT_MS = 150;

export interface VectorIndexOptions {
  readonly source: UnitSource;
  readonly changes: Changes;
  readonly dims: number;
  readonly identity: () => GraphIdentity;
  readonly directory: string;
  /** Fewer vectors are searched one by one. */
  readonly exactBelow: number;
  readonly onProblem: (code: string, details: object) => void;
}

export interface UnitHit extends Neighbour {
  readonly passage: number;
}

/**
 * The vectors of one kind in one collection, searched in memory. SQLite is the truth: this follows
 * it by the articles that came and went, and its file only spares the building of the graph.
 */
export class VectorIndex {
  readonly #options: VectorIndexOptions;
  readonly #mutex = new Mutex();
  /** The labels of each article that is in, by its number. */
  #members = new Map<number, Int32Array>();
  /** The passage of each label. */
  #passages = new Map<number, number>();
  #active: ExactIndex | Graph | undefined;
  #building: Promise<void> | undefined;
  #seen = -1;
  #generation = -1;
  #incomplete = false;
  #fileIsStale = false;
  #loaded: string | undefined;
  #closed = false;

  constructor(options: VectorIndexOptions) {
    this.#options = options;
  }

  /** Of the articles that it holds, -1 before it holds any. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether its file is known to be missing, damaged or behind. */
  get fileIsStale(): boolean {
    return this.#fileIsStale;
  }

  /** Best first. Waits for the first load, and a moment for what has just changed. */
  async search(vector: Float32Array, limit: number): Promise<UnitHit[]> {
    const { dims } = this.#options;
    if (vector.length !== dims) {
      throw new RangeError(`Expected ${dims} dimensions, not ${vector.length}.`);
    }
    if (!this.isLoaded) await this.catchUp();
    else if (!this.#isCurrent()) {
      await Promise.race([this.catchUp(), setTimeout(MAX_WAIT_MS, undefined, { ref: false })]);
    }
    const found: UnitHit[] = [];
    for (const { label, score } of this.#active?.search(vector, limit) ?? []) {
      const passage = this.#passages.get(label);
      if (passage !== undefined) found.push({ label, score, passage });
    }
    return found;
  }

  get isLoaded(): boolean {
    return this.#generation >= 0;
  }

  /** Takes up what SQLite has that this has not, and gives way to others on the way. */
  catchUp(): Promise<void> {
    return this.#mutex.run(() => this.#catchUp());
  }

  /** Until the graph that is being built is in use. */
  async settled(): Promise<void> {
    while (this.#building !== undefined) await this.#building;
  }

  /** Writes the file where it is missing, damaged or behind, unless the signal is aborted first. */
  async flush(signal?: AbortSignal): Promise<void> {
    const check = await this.#check();
    if (
      check.state === 'good' &&
      check.manifest.articles === articlesDigest(this.#options.source.articles())
    ) {
      this.#fileIsStale = false;
      return;
    }
    if (isAborted(signal)) return;
    if (this.isLoaded) {
      await this.catchUp();
      await this.settled();
    }
    await this.#mutex.run(() => this.#write(check, () => this.#closed || isAborted(signal)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
    await this.#mutex.run(() => Promise.resolve());
  }

  #isCurrent(): boolean {
    return this.#seen === this.#options.changes.commits();
  }

  async #catchUp(): Promise<void> {
    const { source, changes } = this.#options;
    const commits = changes.commits();
    if (this.#seen === commits) return;
    const generation = changes.generation();
    if (this.isLoaded && generation === this.#generation && !this.#incomplete) {
      this.#seen = commits;
      return;
    }
    const firstTime = this.#active === undefined;
    this.#active ??= await this.#open();
    const wanted = source.articles();
    await this.#removeAllBut(new Set(wanted));
    const added = wanted.filter((number) => !this.#members.has(number));
    if (firstTime && added.length > 0) this.#fileIsStale = true;
    await this.#makeRoomFor(added);
    await this.#add(added);
    this.#seen = commits;
    this.#generation = generation;
    this.#choose();
  }

  /** The graph on disk for many vectors where it is good, otherwise nothing yet. */
  async #open(): Promise<ExactIndex | Graph> {
    const { source, exactBelow, dims } = this.#options;
    const isSmall = source.count() < exactBelow;
    const check = await this.#check();
    // A collection without articles, such as a server's that has none of its own, needs no file.
    this.#fileIsStale = check.state !== 'good' && source.articles().length > 0;
    if (isSmall || check.state !== 'good') return new ExactIndex(dims);
    return (await this.#readGraph(check)) ?? new ExactIndex(dims);
  }

  async #check(): Promise<FileCheck> {
    const { directory, identity, onProblem } = this.#options;
    const check = await checkGraphFile(directory, identity());
    if (check.state === 'bad') onProblem('index-file-bad', { reason: check.reason });
    return check;
  }

  async #readGraph(check: FileCheck & { state: 'good' }): Promise<Graph | undefined> {
    const { dims, source, onProblem } = this.#options;
    try {
      const { graph, members, passages } = await readStoredGraph(check.path, dims, source);
      this.#members = members;
      this.#passages = passages;
      this.#loaded = check.manifest.sha256;
      return graph;
    } catch (error) {
      onProblem('index-file-bad', { reason: String(error) });
      this.#fileIsStale = true;
      return undefined;
    }
  }

  async #removeAllBut(wanted: ReadonlySet<number>): Promise<void> {
    const pace = pacer();
    for (const [number, labels] of this.#members) {
      if (wanted.has(number)) continue;
      for (const label of labels) {
        this.#active?.remove(label);
        this.#passages.delete(label);
      }
      this.#members.delete(number);
      await pace();
    }
  }

  /** Many new vectors would keep a graph busy for long: take another's work, or search exactly. */
  async #makeRoomFor(added: readonly number[]): Promise<void> {
    if (!(this.#active instanceof Graph)) return;
    const { source, dims } = this.#options;
    if (source.count() - this.#active.size <= MAX_GRAPH_DELTA) return;
    const check = await this.#check();
    if (check.state === 'good' && check.manifest.sha256 !== this.#loaded) {
      const graph = await this.#readGraph(check);
      if (graph !== undefined) this.#active = graph;
    }
    const missing = added.filter((number) => !this.#members.has(number));
    if (missing.length > 0 && source.count() - this.#active.size > MAX_GRAPH_DELTA) {
      await this.#fallBack(new ExactIndex(dims));
    }
  }

  async #add(articles: readonly number[]): Promise<void> {
    const { source } = this.#options;
    const pace = pacer();
    this.#incomplete = false;
    for (const number of articles) {
      if (this.#closed) return;
      if (this.#members.has(number)) continue;
      const units = source.units(number);
      if (units === undefined) {
        this.#incomplete = true;
        await pace();
        continue;
      }
      for (const { label, passage, vector } of units) {
        this.#active?.add(label, vector);
        this.#passages.set(label, passage);
        await pace();
      }
      this.#members.set(
        number,
        Int32Array.from(units, ({ label }) => label),
      );
    }
  }

  /** Searches exactly what the graph held, so that a new graph can be built of it. */
  async #fallBack(exact: ExactIndex): Promise<void> {
    const pace = pacer();
    for (const number of this.#members.keys()) {
      for (const { label, vector } of this.#options.source.units(number) ?? []) {
        exact.add(label, vector);
      }
      await pace();
    }
    this.#active = exact;
  }

  /** Starts a graph where there are many vectors, or anew where most of it is dead ends. */
  #choose(): void {
    const active = this.#active;
    const { exactBelow, dims, onProblem } = this.#options;
    if (active === undefined || this.#building !== undefined || this.#closed) return;
    if (active instanceof Graph) {
      if (!active.isWorn) return;
      this.#building = this.#mutex
        .run(() => this.#fallBack(new ExactIndex(dims)))
        .then(() => this.#build());
    } else if (active.size >= exactBelow && active.size > 0) {
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

  async #build(): Promise<void> {
    const exact = this.#active;
    if (!(exact instanceof ExactIndex)) return;
    const graph = Graph.create(this.#options.dims, exact.size);
    const takeOver = (): void => {
      this.#active = graph;
    };
    await buildGraph(graph, exact, takeOver, () => this.#closed || this.#active !== exact);
  }

  async #write(check: FileCheck, shouldStop: () => boolean): Promise<void> {
    const { directory, identity, changes, onProblem } = this.#options;
    const generation = this.isLoaded ? this.#generation : changes.generation();
    const { graph, articles } = await this.#graphToWrite(check, shouldStop);
    const digest = articlesDigest(articles);
    if (shouldStop() || (check.state === 'good' && check.manifest.articles === digest)) return;
    try {
      const lastArticle = articles.reduce((last, number) => Math.max(last, number), 0);
      const state = { generation, articles: digest, lastArticle };
      const manifest = await writeGraphFile(directory, identity(), graph, state);
      this.#loaded = manifest.sha256;
      this.#fileIsStale = false;
    } catch (error) {
      onProblem('index-file-unwritable', { reason: String(error) });
    }
  }

  async #graphToWrite(
    check: FileCheck,
    shouldStop: () => boolean,
  ): Promise<{ readonly graph: Graph; readonly articles: readonly number[] }> {
    const { source, dims } = this.#options;
    if (this.#active === undefined) return graphFromSource(source, dims, check, shouldStop);
    const graph =
      this.#active instanceof Graph
        ? this.#active
        : await graphForFile(this.#active, dims, check, shouldStop);
    return { graph, articles: [...this.#members.keys()] };
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
