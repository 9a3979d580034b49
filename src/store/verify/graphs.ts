import { join } from 'node:path';
import { articlesDigest } from '../hnsw/manifest.js';
import { checkGraphFile, type GraphIdentity } from '../hnsw/files.js';
import { Graph } from '../hnsw/graph.js';
import type { SqliteFile } from '../sqlite/database.js';
import type { StoredModel } from '../sqlite/models.js';
import { vectorSource } from '../sqlite/passage-vectors.js';
import type { Collection } from '../store.js';
import { finding, type Finding } from './finding.js';

export interface GraphPlace {
  readonly directory: string;
  readonly identity: (collection: Collection) => GraphIdentity;
}

/** Checks the files of the vector indexes against what they are made from. */
export async function checkGraphs(
  sqlite: SqliteFile,
  model: StoredModel,
  place: GraphPlace,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const collections = sqlite
    .prepare<[], string>('SELECT DISTINCT collection FROM articles ORDER BY collection')
    .pluck()
    .all();
  for (const collection of collections) {
    const found = await checkGraph(sqlite, model, place, collection);
    if (found !== undefined) findings.push(found);
  }
  return findings;
}

async function checkGraph(
  sqlite: SqliteFile,
  model: StoredModel,
  { directory, identity }: GraphPlace,
  collection: Collection,
): Promise<Finding | undefined> {
  const source = vectorSource(sqlite, model, collection);
  const ofGraph = identity(collection);
  const file = join(directory, `${ofGraph.stem}.json`);
  const check = await checkGraphFile(directory, ofGraph);
  if (check.state === 'missing') {
    return finding('index-file-missing', `${file} is missing.`, 'flush-graphs');
  }
  if (check.state === 'bad') {
    return finding('index-file-bad', `In ${directory}, ${check.reason}.`, 'flush-graphs');
  }
  const complete = source.articles().filter((number) => source.vectors(number) !== undefined);
  const { manifest, path } = check;
  if (manifest.articles !== articlesDigest(complete)) {
    return finding(
      'index-file-behind',
      `${file} does not have the latest articles.`,
      'flush-graphs',
    );
  }
  const members = new Set(complete);
  const wanted = new Set<number>();
  for (const { article, label } of source.labels()) if (members.has(article)) wanted.add(label);
  const graph = await Graph.read(path, model.dims, (label) => wanted.has(label));
  const isWhole =
    graph.size === wanted.size &&
    graph.count === manifest.count &&
    graph.count - graph.size === manifest.deleted &&
    (graph.count === 0 || graph.capacity === manifest.maxElements);
  return isWhole
    ? undefined
    : finding('index-labels', `${path} does not hold what it should.`, 'rebuild-graphs');
}
