import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '../../articles/file-errors.js';
import { NewsdeskError } from '../../errors.js';
import { FRUGAL_HEAP, useHeap } from '../../processes/heap.js';
import type { IndexOptions, IndexReport } from '../../newsdesk.js';
import { collect, guildOption, notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { tellReport } from '../views/report.js';

interface Options {
  readonly guild?: string;
  readonly include?: string[];
  readonly exclude?: string[];
}

export const watch: Subcommand = (program, run) => {
  program
    .command('watch')
    .description('index a folder, and its changes as they come, until Ctrl-C; a report a change')
    .argument('<folder>', 'the folder', notEmpty('a folder'))
    .addOption(guildOption('for this server only (default: shared by all)'))
    .option('--include <glob>', 'only these files (repeatable)', collect('a pattern'))
    .option('--exclude <glob>', 'not these files and folders (repeatable)', collect('a pattern'))
    .action((given: string, { guild, ...filters }: Options) =>
      run(async (session) => {
        const { output, progress, signal } = session;
        const { watchFolder } = await import('../../articles/watch.js');
        const folder = await existingFolder(given);
        useHeap(FRUGAL_HEAP);
        const newsdesk = await session.open();
        const options: IndexOptions = {
          ...filters,
          collection: guild,
          prune: true,
          onProgress: progress.index,
          signal,
        };
        const update = async (sources: readonly string[]): Promise<void> => {
          const report = withoutEmptyFolder(await newsdesk.index(sources, options));
          if (report.articles.some(({ status }) => status !== 'unchanged')) {
            tellReport(report, output);
          }
        };
        try {
          await update([folder]);
          await watchFolder(folder, {
            ...filters,
            signal,
            onReady: () => {
              output.note(`Watching ${folder}. Ctrl-C ends it.`);
            },
            onChange: update,
            // The whole folder: what is gone may have been moved within it, and then keeps its id.
            onRemove: () => update([folder]),
          });
        } catch (error) {
          if (!signal.aborted) throw error;
        }
        return undefined;
      }),
    );
};

async function existingFolder(given: string): Promise<string> {
  const folder = path.resolve(given);
  const stats = await stat(folder).catch((error: unknown) => {
    throw fileError(error, folder);
  });
  if (!stats.isDirectory()) throw new NewsdeskError('watch-needs-folder', { source: folder });
  return folder;
}

/** A watched folder may be empty for a while. */
function withoutEmptyFolder(report: IndexReport): IndexReport {
  const articles = report.articles.filter(({ error }) => error?.code !== 'folder-empty');
  const failed = report.failed - (report.articles.length - articles.length);
  return { ...report, failed, articles };
}
