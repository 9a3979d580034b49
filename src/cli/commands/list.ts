import { guildOption, scopeOrAll } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { plainLine, table, time } from '../text.js';
import type { ArticleSummary } from '../../store/store.js';
import { metadataJson } from '../views/metadata.js';

const LONGEST_TITLE = 50;

export const list: Subcommand = (program, run) => {
  program
    .command('list')
    .description('list the articles')
    .addOption(guildOption('only what this server sees (default: all)'))
    .action(({ guild }: { guild?: string }) =>
      run(async (session) => {
        const articles = await (await session.open()).list(scopeOrAll(guild));
        session.output.result(articles.map(articleJson), () => listView(articles));
        return undefined;
      }),
    );
};

function articleJson(article: ArticleSummary): unknown {
  const { id, title, source, collection, passages, sentences, characters, indexedAt } = article;
  return {
    id,
    title,
    source,
    collection,
    passages,
    sentences,
    characters,
    indexedAt,
    ...metadataJson(article),
  };
}

function listView(articles: readonly ArticleSummary[]): string {
  if (articles.length === 0)
    return 'There are no articles yet. Add some with "newsdesk index FILE".';
  return table(
    ['ID', 'TITLE', 'COLLECTION', 'PASSAGES', 'INDEXED (UTC)', 'SOURCE'],
    articles.map(({ id, title, collection, passages, indexedAt, source }) => [
      id,
      plainLine(title, LONGEST_TITLE),
      collection,
      passages,
      time(indexedAt),
      plainLine(source),
    ]),
  );
}
