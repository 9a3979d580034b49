import type { VectorSource } from '../sqlite/passage-vectors.js';
import type { FileCheck } from './files.js';
import { Graph, isWorn } from './graph.js';
import { pacer } from './pace.js';
import { readStoredGraph } from './stored-graph.js';

/**
 * A graph of all that there is, from the old file if it can, for a process that writes it and
 * never searches: no vector is in memory twice.
 * @param shouldStop asked now and then; what is returned after it was true is not whole
 */
export async function graphFromSource(
  source: VectorSource,
  dims: number,
  check: FileCheck,
  shouldStop: () => boolean,
): Promise<{ readonly graph: Graph; readonly articles: readonly number[] }> {
  const stored = isWorthReading(check, source)
    ? await readStoredGraph(check.path, dims, source).catch(() => undefined)
    : undefined;
  const isOfUse = stored !== undefined && !stored.graph.isWorn;
  const graph = isOfUse ? stored.graph : Graph.create(dims, source.count());
  const articles: number[] = [];
  const pace = pacer();
  for (const number of source.articles()) {
    if (!isOfUse || !stored.members.has(number)) {
      const vectors = source.vectors(number);
      if (vectors === undefined) continue;
      for (const { label, vector } of vectors) {
        graph.add(label, vector);
        await pace();
        if (shouldStop()) return { graph, articles };
      }
    }
    articles.push(number);
  }
  return { graph, articles };
}

/** If most articles have been replaced, the old graph would only be in memory beside the new one. */
function isWorthReading(
  check: FileCheck,
  source: VectorSource,
): check is FileCheck & { state: 'good' } {
  if (check.state !== 'good') return false;
  const { count, lastArticle } = check.manifest;
  return !isWorn(count, source.count(lastArticle));
}
