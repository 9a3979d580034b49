import type { Stats } from '../../newsdesk.js';
import type { Subcommand } from '../subcommand.js';
import { pairs, size } from '../text.js';

export const stats: Subcommand = (program, run) => {
  program
    .command('stats')
    .description('counts, sizes, the model, and questions asked and unanswered')
    .action(() =>
      run(async (session) => {
        const found = await (await session.open()).stats();
        session.output.result(found, () => statsView(found, session.config.dataDir));
        return undefined;
      }),
    );
};

function statsView(found: Stats, dataDir: string): string {
  const number = (value: number): string => value.toLocaleString('en');
  const { bytes, feedback } = found;
  return pairs([
    ['Articles', number(found.articles)],
    ['Passages', number(found.passages)],
    ['Sentences', number(found.sentences)],
    ['Characters', number(found.characters)],
    ['Vectors', `${number(found.vectors)} of ${found.dims} dimensions`],
    ['Model', found.model],
    ['On disk', `${size(bytes.database)} database, ${size(bytes.index)} index`],
    ['Data folder', dataDir],
    [
      'Questions',
      `${number(found.asked)} asked, ${number(found.answered)} answered, ${number(found.unanswered)} not`,
    ],
    ['Feedback', `${number(feedback.up)} up, ${number(feedback.down)} down`],
    ['Version', found.version],
  ]);
}
