import { setTimeout } from 'node:timers/promises';
import type { Changes } from '../sqlite/generation.js';
import { ActiveIndex, type ActiveIndexOptions } from './active-index.js';
import type { Neighbour } from './exact.js';
import { graphFromSource } from './graph-from-source.js';
import type { FileCheck } from './files.js';
import { holds, IndexFile, type HeldGraph, type IndexFileOptions } from './index-file.js';
import { Mutex } from '../../processes/mutex.js';
import { pacer } from './pace.js';

/** So many vectors are quicker to read for exact search than to add to a graph one by one. */
const MAX_GRAPH_DELTA = 1_000;
/** How long a question waits for what has just been indexed before it searches what there is. */
const MAX_WAIT_MS = 150;

export interface VectorIndexOptions
  extends IndexFileOptions, Pick<ActiveIndexOptions, 'exactBelow'> {
  readonly changes: Changes;
}

/**
 * The vectors of a collection's passages, searched in memory. SQLite is the truth: this follows
 * it by the articles that came and went, and its file only spares the building of the graph.
 */
export class VectorIndex {
  readonly #options: VectorIndexOptions;
  readonly #file: IndexFile;
  readonly #mutex = new Mutex();
  #active: ActiveIndex | undefined;
  /** The commits that it has looked at, and the generation of the articles that it holds. */
  #seen = -1;
  #generation = -1;
  #incomplete = false;
  #closed = false;

  constructor(options: VectorIndexOptions) {
    this.#options = options;
    this.#file = new IndexFile(options);
  }

  /** Of the articles that it holds, -1 before it holds any. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether its file is known to be missing, damaged or behind. */
  get fileIsStale(): boolean {
    return this.#file.isStale;
  }

  /** Best first. Waits for the first load, and a moment for what has just changed. */
  async search(vector: Float32Array, limit: number): Promise<Neighbour[]> {
    const { dims, changes } = this.#options;
    if (vector.length !== dims) {
      throw new RangeError(`Expected ${dims} dimensions, not ${vector.length}.`);
    }
    if (!this.isLoaded) await this.catchUp();
    else if (this.#seen !== changes.commits()) {
      await Promise.race([this.catchUp(), setTimeout(MAX_WAIT_MS, undefined, { ref: false })]);
    }
    return this.#active?.search(vector, limit) ?? [];
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
    await this.#active?.settled();
  }

  /** Writes the file if it is missing, damaged or behind, unless the signal is aborted first. */
  async flush(signal?: AbortSignal): Promise<void> {
    if (!this.#file.isKept) return this.settled();
    const check = await this.#file.check();
    if (holds(check, this.#options.source.articles())) {
      this.#file.markStale(false);
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

  async #catchUp(): Promise<void> {
    const { source, changes } = this.#options;
    const commits = changes.commits();
    if (this.#seen === commits) return;
    const generation = changes.generation();
    if (this.isLoaded && generation === this.#generation && !this.#incomplete) {
      this.#seen = commits;
      return;
    }
    const isFirst = this.#active === undefined;
    const active = (this.#active ??= await this.#open());
    const wanted = source.articles();
    await active.removeAllBut(new Set(wanted));
    const added = wanted.filter((article) => !active.has(article));
    if (isFirst && added.length > 0) this.#file.markStale(true);
    await this.#makeRoomFor(active, added);
    await this.#add(active, added);
    this.#seen = commits;
    this.#generation = generation;
    active.buildIfNeeded();
  }

  /** With the graph on disk if there are many vectors and it is good, otherwise with nothing yet. */
  async #open(): Promise<ActiveIndex> {
    const { source, exactBelow } = this.#options;
    const isSmall = source.count() < exactBelow;
    const check = await this.#file.check();
    // A collection without articles, such as a server's that has none of its own, needs no file.
    this.#file.markStale(check.state !== 'good' && source.articles().length > 0);
    const isOfUse = !isSmall && check.state === 'good';
    const stored = isOfUse ? await this.#file.read(check) : undefined;
    const exclusively = (work: () => Promise<void>): Promise<void> => this.#mutex.run(work);
    const isClosed = (): boolean => this.#closed;
    return new ActiveIndex({ ...this.#options, exclusively, isClosed }, stored);
  }

  /** Many new vectors would keep a graph busy for long: take another's work, or search exactly. */
  async #makeRoomFor(active: ActiveIndex, added: readonly number[]): Promise<void> {
    const { source } = this.#options;
    const isBehind = (): boolean => source.count() - active.size > MAX_GRAPH_DELTA;
    if (!active.isGraph || !isBehind()) return;
    const stored = await this.#file.readIfNew();
    if (stored !== undefined) active.replace(stored);
    if (added.some((article) => !active.has(article)) && isBehind()) await active.fallBack();
  }

  async #add(active: ActiveIndex, articles: readonly number[]): Promise<void> {
    const pace = pacer();
    this.#incomplete = false;
    for (const article of articles) {
      if (this.#closed) return;
      if (active.has(article)) continue;
      const vectors = this.#options.source.vectors(article);
      if (vectors === undefined) {
        this.#incomplete = true;
        await pace();
        continue;
      }
      await active.add(article, vectors, pace);
    }
  }

  async #write(check: FileCheck, shouldStop: () => boolean): Promise<void> {
    const { changes } = this.#options;
    const generation = this.isLoaded ? this.#generation : changes.generation();
    const held = await this.#graphToWrite(check, shouldStop);
    await this.#file.write(check, held, generation, shouldStop);
  }

  async #graphToWrite(check: FileCheck, shouldStop: () => boolean): Promise<HeldGraph> {
    const { source, dims } = this.#options;
    const active = this.#active;
    if (active === undefined) return graphFromSource(source, dims, check, shouldStop);
    const graph = await active.graphForFile(check, shouldStop);
    return { graph, articles: active.articles };
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
