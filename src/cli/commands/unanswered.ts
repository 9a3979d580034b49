import { Command } from 'commander';
import type { UnansweredQuestion } from '../../store/journal.js';
import { table } from '../layout.js';
import { guildOption } from '../options.js';
import { printableLine } from '../printable.js';
import type { Runner } from '../program.js';

export function unansweredCommand(run: Runner): Command {
  return new Command('unanswered')
    .description('List the questions that found no answer, most asked first.')
    .addOption(guildOption('questions of this Discord server alone'))
    .action(
      run(async (cli, { guild }: { readonly guild?: string }) => {
        const questions = await cli.withNewsdesk((newsdesk) =>
          newsdesk.unanswered(guild === undefined ? undefined : [guild]),
        );
        cli.output.result(questions, () =>
          questions.length === 0
            ? 'Every question so far was answered.'
            : questionTable(questions),
        );
        return 0;
      }),
    );
}

function questionTable(questions: readonly UnansweredQuestion[]): string {
  return table(
    [
      { heading: 'ASKED', align: 'right' },
      { heading: 'LAST' },
      { heading: 'CONFIDENCE', align: 'right' },
      { heading: 'SERVER' },
      { heading: 'QUESTION' },
    ],
    questions.map(({ count, lastAskedAt, bestConfidence, collection, question }) => [
      count.toLocaleString('en'),
      lastAskedAt.slice(0, 10),
      bestConfidence.toFixed(2),
      collection === 'shared' ? '–' : collection,
      printableLine(question),
    ]),
  );
}
