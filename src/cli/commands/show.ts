import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { plain, plainLine } from '../text.js';
import { metadataJson, metadataLine } from '../views/metadata.js';

export const show: Subcommand = (program, run) => {
  program
    .command('show')
    .description('print an article’s stored text')
    .argument('<id>', 'an id that "newsdesk list" shows', notEmpty('an id'))
    .action((id: string) =>
      run(async (session) => {
        const { output } = session;
        const article = await (await session.open()).show(id);
        const { title, source, text } = article;
        output.result({ id: article.id, title, source, text, ...metadataJson(article) }, () => {
          const origin = [metadataLine(article), plainLine(article.url ?? source)];
          const head = [
            output.style.bold(plainLine(title)),
            ...origin.filter((line) => line !== ''),
          ];
          return `${head.join('\n')}\n\n${plain(text)}`;
        });
        return undefined;
      }),
    );
};
