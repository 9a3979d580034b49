import type { VectorSource } from '../sqlite/passage-vectors.js';
import { checkGraphFile, writeGraphFile, type FileCheck, type GraphIdentity } from './files.js';
import type { Graph } from './graph.js';
import { articlesDigest } from './manifest.js';
import { readStoredGraph, type StoredGraph } from './stored-graph.js';

export interface IndexFileOptions {
  readonly source: VectorSource;
  readonly dims: number;
  readonly identity: () => GraphIdentity;
  /** Undefined if graphs are kept in memory alone. */
  readonly directory: string | undefined;
  readonly onProblem: (code: string, details: object) => void;
}

/** A graph to be written, and the numbers of the articles that it holds whole. */
export interface HeldGraph {
  readonly graph: Graph;
  readonly articles: readonly number[];
}

/**
 * The file of one index. It only spares the building of the graph, so that nothing that is wrong
 * with it is an error: it is reported, and the graph is made of what SQLite has.
 */
export class IndexFile {
  readonly #options: IndexFileOptions;
  /** The checksum of the graph that this process has read or written last. */
  #known: string | undefined;
  #isStale = false;

  constructor(options: IndexFileOptions) {
    this.#options = options;
  }

  /** Whether it is known to be missing, damaged or behind. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Whether there is to be one. */
  get isKept(): boolean {
    return this.#options.directory !== undefined;
  }

  async check(): Promise<FileCheck> {
    const { directory, identity, onProblem } = this.#options;
    if (directory === undefined) return { state: 'missing' };
    const check = await checkGraphFile(directory, identity());
    if (check.state === 'bad') onProblem('index-file-bad', { reason: check.reason });
    return check;
  }

  /** @returns undefined if the native library can't read it, though its checksum is right */
  async read(check: FileCheck & { state: 'good' }): Promise<StoredGraph | undefined> {
    const { dims, source, onProblem } = this.#options;
    try {
      const stored = await readStoredGraph(check.path, dims, source);
      this.#known = check.manifest.sha256;
      return stored;
    } catch (error) {
      onProblem('index-file-bad', { reason: String(error) });
      this.#isStale = true;
      return undefined;
    }
  }

  /** The graph that another process has written since this one read or wrote it. */
  async readIfNew(): Promise<StoredGraph | undefined> {
    const check = await this.check();
    if (check.state !== 'good' || check.manifest.sha256 === this.#known) return undefined;
    return this.read(check);
  }

  /** Notes whether it is behind, as a look at the articles has shown. */
  markStale(isStale: boolean): void {
    this.#isStale = isStale && this.isKept;
  }

  /**
   * Writes the graph unless the file has the same articles already.
   * @param shouldStop once true, the graph may not be whole and nothing is written
   */
  async write(
    check: FileCheck,
    { graph, articles }: HeldGraph,
    generation: number,
    shouldStop: () => boolean,
  ): Promise<void> {
    const { directory, identity, onProblem } = this.#options;
    if (directory === undefined || shouldStop() || holds(check, articles)) return;
    try {
      const lastArticle = articles.reduce((last, number) => Math.max(last, number), 0);
      const state = { generation, articles: articlesDigest(articles), lastArticle };
      const manifest = await writeGraphFile(directory, identity(), graph, state);
      this.#known = manifest.sha256;
      this.#isStale = false;
    } catch (error) {
      onProblem('index-file-unwritable', { reason: String(error) });
    }
  }
}

/** Whether the file is good and holds just these articles. */
export function holds(check: FileCheck, articles: readonly number[]): boolean {
  return check.state === 'good' && check.manifest.articles === articlesDigest(articles);
}
