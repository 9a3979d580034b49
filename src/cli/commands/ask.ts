import type { Command } from 'commander';
import { askResultJson } from '../ask-json.js';
import { askBatch } from '../batch.js';
import { linesOf, linesOfFile } from '../lines.js';
import { articleOption, guildOption, notEmpty } from '../options.js';
import { scopeFor } from '../scope.js';
import type { Subcommand } from '../subcommand.js';
import { answerView } from '../views/answer.js';

interface Options {
  readonly article?: string;
  readonly guild?: string;
  readonly batch?: string | true;
}

const STANDARD_INPUT = '-';

const EXAMPLES = `
Examples:
  newsdesk ask "Who is in Putin's delegation?"
  newsdesk ask where will he stay --article k3f9
  newsdesk ask --batch questions.txt --json > answers.jsonl`;

export const ask: Subcommand = (program, run) => {
  program
    .command('ask')
    .description('ask a question; the answer is in the articles’ own words')
    .argument('[question...]', 'the question')
    .addOption(articleOption())
    .addOption(guildOption('ask as in this server (default: the shared articles)'))
    .option(
      '--batch [file]',
      'a question a line, from a file or standard input',
      notEmpty('a file'),
    )
    .addHelpText('after', EXAMPLES)
    .action((words: string[], options: Options, command: Command) => {
      const { batch, article: articleId } = options;
      const question = words.join(' ').trim();
      if (batch === undefined && question === '') command.error('give a question');
      if (batch !== undefined && question !== '') {
        command.error('give either a question or --batch');
      }
      return run(async (session) => {
        const { output } = session;
        const lines =
          batch === undefined
            ? undefined
            : batch === true || batch === STANDARD_INPUT
              ? linesOf(process.stdin)
              : await linesOfFile(batch);
        const newsdesk = await session.open();
        const scope = await scopeFor(newsdesk, options);
        if (lines !== undefined) {
          const { exitCode } = await askBatch(newsdesk, lines, { scope, articleId }, output);
          return exitCode;
        }
        const result = await newsdesk.ask(question, { scope, articleId });
        output.result(askResultJson(result), () => answerView(result, output));
        return undefined;
      });
    });
};
