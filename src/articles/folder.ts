import { type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { NewsdeskError } from '../errors.js';
import { KNOWN_ENDINGS } from '../formats.js';
import { fileError } from './file-errors.js';
import type { ListOptions, ReadFailure, SourceItem, SourceList } from './source.js';

/** Whether a path inside a folder is one that indexing the folder takes. */
export type PathFilter = (relativePath: string) => boolean;

/** Tells which files of a folder are articles, and which subfolders are looked into. */
export function folderFilters(options: Pick<ListOptions, 'include' | 'exclude'>): {
  readonly takesFile: PathFilter;
  readonly looksInto: PathFilter;
} {
  const included = matcher(options.include);
  const excluded = matcher(options.exclude);
  const looksInto: PathFilter = (relative) => {
    const name = path.basename(relative);
    return !name.startsWith('.') && name !== 'node_modules' && excluded?.(relative) !== true;
  };
  return {
    looksInto,
    takesFile: (relative) =>
      looksInto(relative) &&
      KNOWN_ENDINGS.includes(path.extname(relative).toLowerCase()) &&
      included?.(relative) !== false,
  };
}

/**
 * Lists a folder's articles, subfolders included, in the order of their paths. Hidden files and
 * `node_modules` are left out. A symbolic link counts if it leads to a file of the same folder.
 * @throws NewsdeskError if the folder cannot be read or has no article
 */
export async function listFolder(folder: string, options: ListOptions): Promise<SourceList> {
  const { takesFile, looksInto } = folderFilters(options);
  const failures: ReadFailure[] = [];
  const files: string[] = [];
  const links: string[] = [];

  const walk = async (relative: string): Promise<void> => {
    options.signal?.throwIfAborted();
    for (const entry of await entriesOf(path.join(folder, relative))) {
      const inside = path.join(relative, entry.name);
      if (entry.isDirectory()) {
        if (looksInto(inside)) await walk(inside).catch(keepFailure);
      } else if (takesFile(inside)) {
        if (entry.isFile()) files.push(inside);
        else if (entry.isSymbolicLink()) links.push(inside);
      }
    }
  };
  const keepFailure = (error: unknown) => {
    if (!(error instanceof NewsdeskError)) throw error;
    failures.push({ source: String(error.details['source']), error });
  };
  await walk('');
  files.push(...(await linksInside(folder, files, links)));

  if (files.length === 0 && failures.length === 0) {
    const endings = KNOWN_ENDINGS.join(', ');
    throw new NewsdeskError('folder-empty', { source: folder, endings });
  }
  const items = files.sort().map(async (relative): Promise<SourceItem> => {
    const source = path.join(folder, relative);
    // A file that vanishes meanwhile is told when it is read.
    const stats = await stat(source).catch(() => undefined);
    return { source, kind: 'file', bytes: stats?.size, folder };
  });
  return { items: await Promise.all(items), failures };
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    throw fileError(error, directory);
  }
}

/** The links that lead to a file of the folder which is not taken already. */
async function linksInside(
  folder: string,
  files: readonly string[],
  links: readonly string[],
): Promise<string[]> {
  const root = await realpath(folder);
  const taken = new Set(files.map((relative) => path.join(root, relative)));
  const inside: string[] = [];
  for (const link of links) {
    const target = await realpath(path.join(folder, link)).catch(() => undefined);
    if (target === undefined || !target.startsWith(root + path.sep) || taken.has(target)) continue;
    if (!(await stat(target)).isFile()) continue;
    taken.add(target);
    inside.push(link);
  }
  return inside;
}

function matcher(globs: readonly string[] = []): PathFilter | undefined {
  if (globs.length === 0) return undefined;
  const matchers = globs
    .map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''))
    .map((glob) => picomatch(glob, { basename: !glob.includes('/'), nocase: true }));
  return (relative) => {
    const posix = relative.split(path.sep).join('/');
    return matchers.some((matches) => matches(posix));
  };
}
