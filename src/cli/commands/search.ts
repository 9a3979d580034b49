import { Command } from 'commander';
import type { Passage } from '../../answering/answer.js';
import { scopeOf } from '../../store/store.js';
import { indent, wrap } from '../layout.js';
import { articleOption, guildOption, limitOption } from '../options.js';
import { printable, printableLine } from '../printable.js';
import type { Output } from '../output.js';
import type { Runner } from '../program.js';
import { questionOf } from '../question.js';

interface Flags {
  readonly limit?: number;
  readonly article?: string;
  readonly guild?: string;
}

const MOST_PASSAGES = 50;

export function searchCommand(run: Runner): Command {
  return new Command('search')
    .description('Find the passages that are nearest to some words.')
    .argument('<query...>')
    .addOption(limitOption('passages at most', MOST_PASSAGES))
    .addOption(articleOption())
    .addOption(guildOption('see what this Discord server sees'))
    .action(
      run(async (cli, words: string[], { limit, article, guild }: Flags) => {
        const query = questionOf(words);
        const passages = await cli.withNewsdesk((newsdesk) =>
          newsdesk.search(query, {
            scope: scopeOf(guild),
            articleId: article,
            limit,
            signal: cli.signal,
          }),
        );
        cli.output.result({ query, passages }, () =>
          passages.length === 0
            ? 'Nothing in the articles is near to that.'
            : passages.map((passage) => passageText(passage, cli.output)).join('\n\n'),
        );
        return 0;
      }),
    );
}

function passageText({ title, source, url, text }: Passage, { style, columns }: Output): string {
  const shown = printable(text);
  return [
    style.bold(printableLine(title)),
    indent(columns === undefined ? shown : wrap(shown, columns - 2)),
    style.dim(indent(printableLine(url ?? source))),
  ].join('\n');
}
