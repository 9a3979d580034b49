import { guildOption } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { plainLine, table, time } from '../text.js';
import type { UnansweredQuestion } from '../../store/journal.js';

const LONGEST_QUESTION = 80;

export const unanswered: Subcommand = (program, run) => {
  program
    .command('unanswered')
    .description('questions that found no answer, most asked first')
    .addOption(guildOption('only those asked in this server'))
    .action(({ guild }: { guild?: string }) =>
      run(async (session) => {
        const newsdesk = await session.open();
        const questions = await newsdesk.unanswered(guild === undefined ? undefined : [guild]);
        session.output.result(questions, () => unansweredView(questions));
        return undefined;
      }),
    );
};

function unansweredView(questions: readonly UnansweredQuestion[]): string {
  if (questions.length === 0) return 'Every question so far was answered.';
  return table(
    ['TIMES', 'QUESTION', 'NEAREST', 'LAST ASKED (UTC)', 'SERVER'],
    questions.map(({ count, question, bestConfidence, lastAskedAt, collection }) => [
      count,
      plainLine(question, LONGEST_QUESTION),
      `${Math.round(bestConfidence * 100)} %`,
      time(lastAskedAt),
      collection,
    ]),
  );
}
