import path from 'node:path';
import { Command } from 'commander';
import { watchFolder } from '../../articles/watch.js';
import type { IndexOptions, IndexReport, Newsdesk } from '../../newsdesk.js';
import { SHARED } from '../../store/store.js';
import { reportJson, reportText, tellFailures } from '../index-report.js';
import { globOption, guildOption } from '../options.js';
import type { Runner } from '../program.js';

interface Flags {
  readonly guild?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export function watchCommand(run: Runner): Command {
  return new Command('watch')
    .description('Index a folder and then its changes as they come, until Ctrl-C.')
    .argument('<folder>')
    .addOption(guildOption('for this Discord server alone (default: shared by all)'))
    .addOption(globOption('--include <glob>', 'only files that match; may be repeated'))
    .addOption(globOption('--exclude <glob>', 'leave out what matches; may be repeated'))
    .action(
      run(async (cli, folder: string, { guild, include, exclude }: Flags) => {
        const { output, progress, signal } = cli;
        const options: IndexOptions = {
          collection: guild,
          include,
          exclude,
          onProgress: progress.indexing,
          signal,
        };
        const tell = (report: IndexReport): void => {
          progress.clear();
          const changed = report.articles.some(({ status }) => status !== 'unchanged');
          if (changed) output.line(reportJson(report), () => reportText(report));
          tellFailures(cli, report);
        };
        await cli.withNewsdesk(async (newsdesk) => {
          tell(await newsdesk.index([folder], { ...options, prune: true }));
          const inTurn = oneAfterAnother();
          await watchFolder(folder, {
            include,
            exclude,
            signal,
            onReady: () => {
              output.note(`Watching ${path.resolve(folder)}. Ctrl-C ends it.`);
            },
            onChange: (files) =>
              inTurn(async () => {
                tell(await newsdesk.index(files, options));
              }),
            // A file that was moved is found under its new name first, and stays the same article.
            onRemove: (files) =>
              inTurn(async () => {
                tell(await pruneFiles(newsdesk, files, options));
              }),
          });
        });
        return 0;
      }),
    );
}
