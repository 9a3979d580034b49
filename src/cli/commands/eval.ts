import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NewsdeskError } from '../../errors.js';
import { evaluate, type EvaluationReport, type Miss } from '../../evaluation/evaluate.js';
import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { duration, pairs } from '../text.js';

interface Options {
  readonly offTopic?: string;
  readonly misses?: string;
}

export const evaluation: Subcommand = (program, run) => {
  program
    .command('eval')
    .description('measure answers on a file in the format of SQuAD, apart from your articles')
    .argument('<file>', 'paragraphs, questions and their answers', notEmpty('a file'))
    .option('--off-topic <file>', 'questions that should not be answered', notEmpty('a file'))
    .option(
      '--misses <file>',
      'write what went wrong here, a JSON value a line',
      notEmpty('a file'),
    )
    .action((file: string, { offTopic, misses }: Options) =>
      run(async ({ output, progress, config, signal }) => {
        const { misses: missed, ...report } = await evaluate(path.resolve(file), {
          model: config.model,
          offTopic: offTopic === undefined ? undefined : path.resolve(offTopic),
          minConfidence: config.minConfidence,
          onProgress: progress.steps,
          signal,
        });
        progress.stop();
        if (misses !== undefined) await writeMisses(path.resolve(misses), missed);
        output.result({ ...report, missed: missed.length }, () =>
          reportView(report, missed.length),
        );
        return undefined;
      }),
    );
};

async function writeMisses(file: string, misses: readonly Miss[]): Promise<void> {
  const lines = misses.map((miss) => `${JSON.stringify(miss)}\n`);
  await writeFile(file, lines.join('')).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NewsdeskError('file-unwritable', { file, reason }, { cause: error });
  });
}

function reportView(report: Omit<EvaluationReport, 'misses'>, missed: number): string {
  const { offTopic } = report;
  const share = (value: number): string => value.toFixed(3);
  const rows: [string, string][] = [
    ['Paragraphs', String(report.articles)],
    ['Questions', String(report.questions)],
    ['Right passage first (R@1)', share(report.recallAt1)],
    ['... in the first three (R@3)', share(report.recallAt3)],
    ['... in the first five (R@5)', share(report.recallAt5)],
    ['Mean reciprocal rank', share(report.mrr)],
    ['Answer in the bold sentences', share(report.goldInSentence)],
    ['... in the best two sentences', share(report.goldInBestTwo)],
    ['Bold sentences on average', report.averageSentences.toFixed(2)],
    [`Answered at ${report.minConfidence.toFixed(2)}`, share(report.answered)],
    ['... rightly', share(report.rightOfAnswered)],
    ['With highlighted words', share(report.highlighted)],
    ['... that fit the answer', share(report.highlightPrecision)],
  ];
  if (offTopic !== undefined) {
    rows.push(
      ['Off-topic questions', String(offTopic.questions)],
      ['... refused', share(offTopic.refused)],
      ['Confidence AUC', offTopic.auc.toFixed(4)],
    );
  }
  rows.push(
    ['Time per question', duration(report.ms.question)],
    ['... of which embedding', duration(report.ms.embedding)],
    ['Misses', String(missed)],
  );
  return pairs(rows);
}
