import type { Command } from 'commander';
import { FORMAT_NAMES, KNOWN_ENDINGS } from '../../formats.js';
import { FRUGAL_HEAP, useHeap } from '../../processes/heap.js';
import { collect, guildOption, notEmpty, title, wholeNumber } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { tellReport } from '../views/report.js';

interface Options {
  readonly guild?: string;
  readonly title?: string;
  readonly force?: true;
  readonly prune?: true;
  readonly include?: string[];
  readonly exclude?: string[];
  readonly limit?: number;
  readonly sitemap?: true;
}

const MOST_FEED_ENTRIES = 1000;

const MORE = `
Reads text, ${FORMAT_NAMES}, and feeds; of a folder the files
that end in ${KNOWN_ENDINGS.join(', ')}.

Examples:
  newsdesk index article.md report.pdf
  newsdesk index articles/ --include "*.md" --exclude drafts --prune
  newsdesk index https://example.com/feed.xml --limit 20
  newsdesk index https://example.com/sitemap.xml --sitemap --limit 200
  pbpaste | newsdesk index - --title "From the clipboard"`;

export const index: Subcommand = (program, run) => {
  program
    .command('index')
    .description('add articles, or bring them up to date; what is unchanged is skipped')
    .argument(
      '<source...>',
      'files, folders, addresses of pages and feeds, or - for standard input',
    )
    .addOption(guildOption('for this server only (default: shared by all)'))
    .option('--title <title>', 'a title in place of the article’s own', title)
    .option('--force', 'read and split again even what is unchanged')
    .option('--prune', 'remove the articles of a folder whose file is gone')
    .option('--include <glob>', 'only these files of folders (repeatable)', collect('a pattern'))
    .option('--exclude <glob>', 'not these files and folders (repeatable)', collect('a pattern'))
    .option(
      '--limit <n>',
      'entries of a feed, or pages of a sitemap, at most',
      wholeNumber(1, MOST_FEED_ENTRIES),
    )
    .option('--sitemap', 'the sources are sitemaps: index the pages that they list')
    .addHelpText('after', MORE)
    .action((sources: string[], { guild, ...options }: Options, command: Command) => {
      sources.forEach(notEmpty('a file, folder or address'));
      if (options.sitemap === true && sources.includes('-')) {
        command.error('--sitemap needs the address or the file of a sitemap, not standard input');
      }
      return run(async (session) => {
        const { output, progress, signal } = session;
        useHeap(FRUGAL_HEAP);
        const newsdesk = await session.open(undefined, { savesAlone: true });
        const report = await newsdesk.index(sources, {
          ...options,
          collection: guild,
          onProgress: progress.index,
          signal,
        });
        return tellReport(report, output);
      });
    });
};
