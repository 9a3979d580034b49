import type { ExactIndex } from './exact.js';
import type { FileCheck } from './files.js';
import { Graph } from './graph.js';
import { pacer } from './pace.js';

/**
 * Makes a graph hold just what the exact index holds, which may change meanwhile.
 * @param onSame called at the moment when both hold the same, before anything can change again
 * @param shouldStop asked after each turn that others had; once true, `onSame` is never called
 */
export async function buildGraph(
  graph: Graph,
  exact: ExactIndex,
  onSame: () => void,
  shouldStop: () => boolean,
): Promise<void> {
  const pace = pacer();
  for (;;) {
    let gaveWay = false;
    for (const label of [...exact.labels]) {
      const vector = exact.vector(label);
      if (vector === undefined || graph.has(label)) continue;
      graph.add(label, vector);
      const turn = pace();
      if (turn === undefined) continue;
      gaveWay = true;
      await turn;
      if (shouldStop()) return;
    }
    for (const label of [...graph.labels]) if (!exact.has(label)) graph.remove(label);
    if (gaveWay) continue;
    onSame();
    return;
  }
}

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
