import { Command } from 'commander';
import { scopeOf, type ArticleSummary } from '../../store/store.js';
import { shorten, table } from '../layout.js';
import { guildOption } from '../options.js';
import { printableLine } from '../printable.js';
import type { Runner } from '../program.js';

const TITLE_WIDTH = 48;

export function listCommand(run: Runner): Command {
  return new Command('list')
    .description('List the articles.')
    .addOption(guildOption('what this Discord server sees: its own and the shared ones'))
    .action(
      run(async (cli, { guild }: { readonly guild?: string }) => {
        const articles = await cli.withNewsdesk((newsdesk) =>
          newsdesk.list(guild === undefined ? undefined : scopeOf(guild)),
        );
        cli.output.result(articles.map(articleJson), () =>
          articles.length === 0
            ? 'There are no articles yet. Add some with "newsdesk index SOURCE".'
            : articleTable(articles),
        );
        return 0;
      }),
    );
}

function articleJson({ contentHash: _, validators: __, ...article }: ArticleSummary): object {
  return article;
}

function articleTable(articles: readonly ArticleSummary[]): string {
  return table(
    [
      { heading: 'ID' },
      { heading: 'TITLE' },
      { heading: 'SEEN BY' },
      { heading: 'PASSAGES', align: 'right' },
      { heading: 'INDEXED' },
      { heading: 'SOURCE' },
    ],
    articles.map(({ id, title, collection, passages, indexedAt, source }) => [
      id,
      shorten(printableLine(title), TITLE_WIDTH),
      collection === 'shared' ? 'all' : collection,
      passages.toLocaleString('en'),
      indexedAt.slice(0, 10),
      printableLine(source),
    ]),
  );
}
