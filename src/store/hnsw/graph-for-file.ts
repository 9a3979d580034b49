import { buildGraph } from './build.js';
import type { ExactIndex } from './exact.js';
import type { FileCheck } from './files.js';
import { Graph } from './graph.js';

/**
 * Few vectors are searched without a graph; this makes one for their file, from the old if it can.
 * @param shouldStop asked now and then; what is returned after it was true is not whole
 */
export async function graphForFile(
  exact: ExactIndex,
  dims: number,
  check: FileCheck,
  shouldStop: () => boolean,
): Promise<Graph> {
  let graph: Graph | undefined;
  if (check.state === 'good') {
    const isLive = (label: number): boolean => exact.has(label);
    graph = await Graph.read(check.path, dims, isLive).catch(() => undefined);
  }
  if (graph === undefined || graph.isWorn) graph = Graph.create(dims, exact.size);
  await buildGraph(graph, exact, () => undefined, shouldStop);
  return graph;
}
