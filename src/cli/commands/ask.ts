import type { Command } from 'commander';
import { askResultJson } from '../ask-json.js';
import { articleOption, guildOption, notEmpty } from '../options.js';
import { scopeFor } from '../scope.js';
import type { Subcommand } from '../subcommand.js';

interface Options {
  readonly article?: string;
  readonly guild?: string;
  readonly batch?: string | true;
  readonly conversation?: string | true;
}

const STANDARD_INPUT = '-';

const EXAMPLES = `
Examples:
  newsdesk ask "Who is in Putin's delegation?"
  newsdesk ask where will he stay --article k3f9
  newsdesk ask --batch questions.txt --json > answers.jsonl
  newsdesk ask --conversation dialogue.txt`;

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
    .option(
      '--conversation [file]',
      'a question a line in one conversation; an empty line begins another',
      notEmpty('a file'),
    )
    .addHelpText('after', EXAMPLES)
    .action((words: string[], options: Options, command: Command) => {
      const { batch, conversation, article: articleId } = options;
      const question = words.join(' ').trim();
      const source = batch ?? conversation;
      if (batch !== undefined && conversation !== undefined) {
        command.error('give either --batch or --conversation');
      }
      if (source === undefined && question === '') command.error('give a question');
      if (source !== undefined && question !== '') {
        command.error(
          `give either a question or ${batch === undefined ? '--conversation' : '--batch'}`,
        );
      }
      return run(async (session) => {
        const { output } = session;
        const lines = source === undefined ? undefined : await linesFrom(source);
        const newsdesk = await session.open(undefined, { warm: true });
        const scope = await scopeFor(newsdesk, options);
        if (lines !== undefined) {
          const { askBatch, askConversation } = await import('../batch.js');
          const askAll = conversation === undefined ? askBatch : askConversation;
          const { exitCode } = await askAll(newsdesk, lines, { scope, articleId }, output);
          return exitCode;
        }
        const result = await newsdesk.ask(question, { scope, articleId });
        const { answerView } = await import('../views/answer.js');
        output.result(askResultJson(result), () => answerView(result, output));
        return undefined;
      });
    });
};

async function linesFrom(source: string | true): Promise<AsyncIterable<string> | string[]> {
  const { linesOf, linesOfFile } = await import('../lines.js');
  return source === true || source === STANDARD_INPUT
    ? linesOf(process.stdin)
    : linesOfFile(source);
}
