import { Command } from 'commander';
import type { Stats } from '../../newsdesk.js';
import { pairs } from '../layout.js';
import type { Runner } from '../program.js';

export function statsCommand(run: Runner): Command {
  return new Command('stats')
    .description('Count articles, passages and questions, and tell sizes and the model.')
    .action(
      run(async (cli) => {
        const stats = await cli.withNewsdesk((newsdesk) => newsdesk.stats());
        const { dataDir } = cli.config;
        cli.output.result({ ...stats, dataDir }, () => statsText(stats, dataDir));
        return 0;
      }),
    );
}

function statsText(stats: Stats, dataDir: string): string {
  const n = (value: number): string => value.toLocaleString('en');
  const { articles, passages, sentences, characters, bytes, feedback } = stats;
  return pairs([
    ['Newsdesk', stats.version],
    ['data folder', dataDir],
    ['model', `${stats.model} (${n(stats.dims)} dimensions)`],
    ['articles', `${n(articles)} (${n(characters)} characters)`],
    ['passages', `${n(passages)} of ${n(sentences)} sentences`],
    ['vectors', n(stats.vectors)],
    ['on disk', `${megabytes(bytes.database)} database, ${megabytes(bytes.index)} vector index`],
    ['questions', `${n(stats.asked)} asked, ${n(stats.unanswered)} unanswered`],
    ['feedback', `${n(feedback.up)} up, ${n(feedback.down)} down`],
  ]);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
