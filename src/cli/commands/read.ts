import { VERSION } from '../../version.js';
import type { ReadResult } from '../../articles/read.js';
import type { SourceItem } from '../../articles/source.js';
import { readingWarnings, standsInWarning } from '../../articles/reading-warnings.js';
import { collect, notEmpty, wholeNumber } from '../options.js';
import { FAILED, type Subcommand } from '../subcommand.js';
import { count, plain, plainLine } from '../text.js';
import { metadataLine } from '../views/metadata.js';

interface Options {
  readonly include?: string[];
  readonly exclude?: string[];
  readonly limit?: number;
}

const MOST_FEED_ENTRIES = 1000;
/** Sources that are fetched at the same time; each waits mostly for another machine. */
const AT_ONCE = 4;

export const read: Subcommand = (program, run) => {
  program
    .command('read')
    .description('show what would be read from sources, without indexing it')
    .argument(
      '<source...>',
      'files, folders, addresses of pages and feeds, or - for standard input',
    )
    .option('--include <glob>', 'only these files of folders (repeatable)', collect('a pattern'))
    .option('--exclude <glob>', 'not these files and folders (repeatable)', collect('a pattern'))
    .option('--limit <n>', 'entries of a feed at most', wholeNumber(1, MOST_FEED_ENTRIES))
    .action((sources: string[], options: Options) => {
      sources.forEach(notEmpty('a file, folder or address'));
      return run(async ({ output, config, signal }) => {
        const { readItem } = await import('../../articles/read.js');
        const { mapConcurrently } = await import('../../articles/map-concurrently.js');
        const { listSources } = await import('../../articles/sources.js');
        const lists: (Failed | SourceItem)[] = [];
        for (const source of sources) {
          const { items, failures } = await listSources([source], { ...options, signal });
          lists.push(...failures.map((failure) => ({ kind: 'failed' as const, ...failure })));
          lists.push(...items);
        }
        const readings = await mapConcurrently(lists, AT_ONCE, (item) =>
          item.kind === 'failed'
            ? Promise.resolve([item])
            : readItem(item, {
                allowPrivateUrls: config.allowPrivateUrls,
                userAgent: `Newsdesk/${VERSION} (article reader)`,
                limit: options.limit,
                stdin: process.stdin,
                signal,
              }),
        );
        const results: Shown[] = [];
        for (const result of readings.flat()) {
          if (result.kind !== 'left') results.push(result);
          else output.problem(`${plainLine(result.source)}: ${leftOut(result.count)}`);
        }
        for (const result of results) {
          if (result.kind === 'failed') output.problem(plainLine(result.error.message));
        }
        output.result(results.map(resultJson), () =>
          results
            .map((result) => resultView(result, (words) => output.style.bold(words)))
            .filter((view) => view !== '')
            .join('\n\n\n'),
        );
        return results.some(({ kind }) => kind === 'failed') ? FAILED : undefined;
      });
    });
};

type Failed = Extract<ReadResult, { kind: 'failed' }>;
type ReadArticle = Extract<ReadResult, { kind: 'article' }>;
type Shown = Exclude<ReadResult, { kind: 'left' }>;

function leftOut(entries: number): string {
  return `${count(entries, 'entry', 'entries')} left out by --limit.`;
}

function warningsOf({ article, standsIn }: ReadArticle): string[] {
  return [
    ...(standsIn === undefined ? [] : [standsInWarning(standsIn)]),
    ...readingWarnings(article),
  ];
}

function resultJson(result: Shown): unknown {
  switch (result.kind) {
    case 'article': {
      const { article } = result;
      const { source, title, url, author, publishedAt, site, language, text, blocks } = article;
      const warnings = warningsOf(result);
      const published = publishedAt;
      return { source, title, url, author, published, site, language, text, blocks, warnings };
    }
    case 'failed': {
      const { code, message } = result.error;
      return { source: result.source, error: { code, message } };
    }
    case 'unchanged':
      return { source: result.source, unchanged: true };
  }
}

function resultView(result: Shown, bold: (text: string) => string): string {
  if (result.kind !== 'article') return '';
  return articleView(result, bold);
}

function articleView(result: ReadArticle, bold: (text: string) => string): string {
  const { article } = result;
  const head = [
    bold(plainLine(article.title)),
    metadataLine(article),
    plainLine(article.url ?? article.source),
    ...warningsOf(result).map((warning) => `Note: ${warning}`),
  ].filter((line) => line !== '');
  return `${head.join('\n')}\n\n${plain(article.text)}`;
}
