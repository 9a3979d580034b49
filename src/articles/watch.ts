import path from 'node:path';
import { watch } from 'chokidar';
import { fileError } from './file-errors.js';
import { folderFilters } from './folder.js';
import type { ListOptions } from './source.js';

export interface WatchHandlers extends Pick<ListOptions, 'include' | 'exclude'> {
  /** Files that appeared or changed and have come to rest; absolute paths. */
  readonly onChange: (paths: readonly string[]) => void | Promise<void>;
  /** Files that are gone; absolute paths. */
  readonly onRemove: (paths: readonly string[]) => void | Promise<void>;
  /** Called when the folder is being watched. */
  readonly onReady?: (() => void) | undefined;
  readonly signal: AbortSignal;
}

/** A file is taken up when its size has not changed for so long: an editor or a copy has ended. */
const SETTLED_MS = 300;
/** Changes that come together are told together. */
const GATHER_MS = 200;

/**
 * Watches a folder until the signal is aborted, with the same files as indexing the folder takes.
 * What is there at the start is not told. Handlers run one after another, never two at once.
 * @throws what a handler throws, or NewsdeskError if the folder cannot be watched
 */
export async function watchFolder(folder: string, handlers: WatchHandlers): Promise<void> {
  const root = path.resolve(folder);
  const { takesFile, looksInto } = folderFilters(handlers);
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 50 },
    ignored: (file, stats) => {
      const relative = path.relative(root, file);
      if (relative === '') return false;
      return stats?.isFile() === true ? !takesFile(relative) : !looksInto(relative);
    },
  });
  const changed = new Set<string>();
  const removed = new Set<string>();

  try {
    await new Promise<void>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let running = Promise.resolve();
      const tell = async () => {
        const [changes, removals] = [[...changed], [...removed]];
        changed.clear();
        removed.clear();
        if (removals.length > 0) await handlers.onRemove(removals);
        if (changes.length > 0) await handlers.onChange(changes);
      };
      const gather = (into: Set<string>, outOf: Set<string>) => (file: string) => {
        if (!takesFile(path.relative(root, file))) return;
        outOf.delete(file);
        into.add(file);
        clearTimeout(timer);
        timer = setTimeout(() => {
          running = running.then(tell).catch(reject);
        }, GATHER_MS);
      };
      const stop = () => {
        clearTimeout(timer);
        // A handler at work is let to its end.
        void running.then(resolve);
      };
      watcher
        .on('add', gather(changed, removed))
        .on('change', gather(changed, removed))
        .on('unlink', gather(removed, changed))
        .on('error', (error) => {
          reject(fileError(error, root));
        })
        .on('ready', () => handlers.onReady?.());
      if (handlers.signal.aborted) stop();
      else handlers.signal.addEventListener('abort', stop, { once: true });
    });
  } finally {
    await watcher.close();
  }
}
