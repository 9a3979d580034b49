import type { UnitSource } from '../sqlite/units.js';
import { Graph } from './graph.js';

export interface StoredGraph {
  readonly graph: Graph;
  /** The labels of each article that the graph holds whole, by its number. */
  readonly members: Map<number, Int32Array>;
  /** The passage of each of these labels. */
  readonly passages: Map<number, number>;
}

/** Reads a graph that has been checked, and tells which of today's articles it holds. */
export async function readStoredGraph(
  path: string,
  dims: number,
  source: UnitSource,
): Promise<StoredGraph> {
  const labels = new Map<number, number[]>();
  const passages = new Map<number, number>();
  for (const { article, label, passage } of source.labels()) {
    passages.set(label, passage);
    const siblings = labels.get(article);
    if (siblings === undefined) labels.set(article, [label]);
    else siblings.push(label);
  }
  const graph = await Graph.read(path, dims, (label) => passages.has(label));
  const members = new Map<number, Int32Array>();
  for (const [article, ofArticle] of labels) {
    if (ofArticle.every((label) => graph.has(label))) {
      members.set(article, Int32Array.from(ofArticle));
    } else {
      for (const label of ofArticle) passages.delete(label);
    }
  }
  return { graph, members, passages };
}
