import { Command } from 'commander';
import { articleId } from '../options.js';
import type { Runner } from '../program.js';

export function showCommand(run: Runner): Command {
  return new Command('show')
    .description(`Print an article's stored text, which every offset points into.`)
    .argument('<id>', 'as "newsdesk list" shows it', articleId)
    .action(
      run(async (cli, id: string) => {
        const { title, source, text, ...rest } = await cli.withNewsdesk((newsdesk) =>
          newsdesk.show(id),
        );
        const { url, author, publishedAt, site, language } = rest;
        cli.output.raw({ id, title, source, url, author, publishedAt, site, language, text }, text);
        return 0;
      }),
    );
}
