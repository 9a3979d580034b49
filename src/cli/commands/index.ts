import { Command, Option } from 'commander';
import { filled, globOption, guildOption, limitOption } from '../options.js';
import type { Runner } from '../program.js';
import { tellReport } from '../index-report.js';

interface Flags {
  readonly guild?: string;
  readonly title?: string;
  readonly force?: boolean;
  readonly prune?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly limit?: number;
}

const MOST_ENTRIES = 1000;

const EXAMPLES = `
Examples:
  newsdesk index story.html notes.md report.pdf
  newsdesk index ~/articles --prune --exclude "drafts/**"
  newsdesk index https://example.com/feed.xml --limit 20
  pbpaste | newsdesk index - --title "From the clipboard"`;

export function indexCommand(run: Runner): Command {
  return new Command('index')
    .description('Add articles, or bring them up to date; what is unchanged is skipped.')
    .argument('<source...>', 'files, folders, URLs of pages or feeds, or - for standard input')
    .addOption(guildOption('for this Discord server alone (default: shared by all)'))
    .addOption(new Option('--title <title>', 'title of a single article').argParser(filled))
    .option('--force', 'read and split again even what is unchanged')
    .option('--prune', 'remove the articles of a folder whose file is gone')
    .addOption(globOption('--include <glob>', 'only files of a folder that match; may be repeated'))
    .addOption(globOption('--exclude <glob>', 'leave out what matches; may be repeated'))
    .addOption(limitOption('entries of a feed at most', MOST_ENTRIES))
    .addHelpText('after', EXAMPLES)
    .action(
      run(async (cli, sources: string[], { guild, ...flags }: Flags) => {
        const report = await cli.withNewsdesk((newsdesk) =>
          newsdesk.index(sources, {
            ...flags,
            collection: guild,
            onProgress: cli.progress.indexing,
            signal: cli.signal,
          }),
        );
        return tellReport(cli, report);
      }),
    );
}
