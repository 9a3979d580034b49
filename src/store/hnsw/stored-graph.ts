import type { VectorSource } from '../sqlite/passage-vectors.js';
import { Graph } from './graph.js';

export interface StoredGraph {
  readonly graph: Graph;
  /** The labels of each article that the graph holds whole, by its number. */
  readonly members: Map<number, Int32Array>;
}

/** Reads a graph that has been checked, and tells which of today's articles it holds. */
export async function readStoredGraph(
  path: string,
  dims: number,
  source: VectorSource,
): Promise<StoredGraph> {
  const labels = new Map<number, number[]>();
  const live = new Set<number>();
  for (const { article, label } of source.labels()) {
    live.add(label);
    const siblings = labels.get(article);
    if (siblings === undefined) labels.set(article, [label]);
    else siblings.push(label);
  }
  const graph = await Graph.read(path, dims, (label) => live.has(label));
  const members = new Map<number, Int32Array>();
  for (const [article, ofArticle] of labels) {
    if (ofArticle.every((label) => graph.has(label))) {
      members.set(article, Int32Array.from(ofArticle));
    }
  }
  return { graph, members };
}
