import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GRAPH_SPACE, type Graph } from './graph.js';
import { MANIFEST_SCHEMA, parseManifest, type Manifest } from './manifest.js';
import { syncFile } from '../sync-file.js';

/** A file begun so long ago belongs to a process that has died. */
const ABANDONED_MS = 3_600_000;

/** Which graph a file must hold to be of use. */
export interface GraphIdentity {
  /** Begins the names of its files; made of checked parts only. */
  readonly stem: string;
  readonly model: string;
  readonly dims: number;
  readonly lineage: string;
}

export type FileCheck =
  | { readonly state: 'good'; readonly manifest: Manifest; readonly path: string }
  | { readonly state: 'missing' }
  | { readonly state: 'bad'; readonly reason: string };

/** Says whether there is a graph that can safely be read: hnswlib crashes on damaged files. */
export async function checkGraphFile(
  directory: string,
  { stem, model, dims, lineage }: GraphIdentity,
): Promise<FileCheck> {
  let text: string;
  try {
    text = await readFile(join(directory, `${stem}.json`), 'utf8');
  } catch (error) {
    if (isMissing(error)) return { state: 'missing' };
    return { state: 'bad', reason: `${stem}.json can't be read` };
  }
  const manifest = parseManifest(text);
  if (manifest === undefined) return { state: 'bad', reason: `${stem}.json is not a manifest` };
  if (!manifest.file.startsWith(`${stem}.`)) {
    return { state: 'bad', reason: `${stem}.json names another's file` };
  }
  if (manifest.model !== model || manifest.dims !== dims) {
    return { state: 'bad', reason: `${stem}.json is of ${manifest.model}` };
  }
  if (manifest.lineage !== lineage) {
    return { state: 'bad', reason: `${stem}.json is of another database` };
  }
  const path = join(directory, manifest.file);
  try {
    const { size } = await stat(path);
    if (size !== manifest.bytes || (await sha256Of(path)) !== manifest.sha256) {
      return { state: 'bad', reason: `${manifest.file} is damaged` };
    }
  } catch {
    return { state: 'bad', reason: `${manifest.file} can't be read` };
  }
  return { state: 'good', manifest, path };
}

/**
 * Puts a graph on disk so that a reader, or a crash at any moment, finds the old one or the new one
 * whole: the graph has a new name, and the manifest that names it is replaced in one step.
 */
export async function writeGraphFile(
  directory: string,
  identity: GraphIdentity,
  graph: Graph,
  state: Pick<Manifest, 'generation' | 'articles' | 'lastArticle'>,
): Promise<Manifest> {
  await makeDirectory(directory);
  const { stem, model, dims, lineage } = identity;
  const beside = join(directory, `${stem}.${randomUUID()}.tmp`);
  try {
    await graph.write(beside);
    await syncFile(beside);
    const sha256 = await sha256Of(beside);
    const file = `${stem}.${sha256.slice(0, 16)}.hnsw`;
    const manifest: Manifest = {
      schema: MANIFEST_SCHEMA,
      file,
      sha256,
      bytes: (await stat(beside)).size,
      model,
      dims,
      space: GRAPH_SPACE,
      count: graph.count,
      deleted: graph.count - graph.size,
      maxElements: graph.capacity,
      lineage,
      ...state,
    };
    await replace(beside, join(directory, file));
    await writeManifest(directory, stem, manifest);
    await removeOthers(directory, stem, file);
    return manifest;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Removes the files of graphs that are not wanted. */
export async function removeOtherGraphs(
  directory: string,
  isWanted: (stem: string) => boolean,
): Promise<void> {
  for (const name of await namesIn(directory)) {
    const stem = /^((?:shared|\d+)\.\d+\.(?:passages|sentences))\./.exec(name)?.[1];
    if (stem !== undefined && !isWanted(stem)) await remove(join(directory, name));
  }
}

/** Bytes of all files in the folder. */
export async function bytesIn(directory: string): Promise<number> {
  let bytes = 0;
  for (const name of await namesIn(directory)) {
    bytes += await stat(join(directory, name)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return bytes;
}

async function writeManifest(directory: string, stem: string, manifest: Manifest): Promise<void> {
  const beside = join(directory, `${stem}.${randomUUID()}.tmp`);
  const handle = await open(beside, 'wx');
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await replace(beside, join(directory, `${stem}.json`));
}

/** A folder in the way, whoever put it there, is no reason to stay without an index. */
async function replace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    await remove(to);
    await rename(from, to);
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    if (!(await stat(directory)).isFile()) throw error;
    await remove(directory);
    await mkdir(directory, { recursive: true });
  }
}

async function removeOthers(directory: string, stem: string, kept: string): Promise<void> {
  for (const name of await namesIn(directory)) {
    if (!name.startsWith(`${stem}.`) || name === kept || name === `${stem}.json`) continue;
    const path = join(directory, name);
    if (name.endsWith('.tmp') && !(await isAbandoned(path))) continue;
    await remove(path);
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > ABANDONED_MS,
    () => false,
  );
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
