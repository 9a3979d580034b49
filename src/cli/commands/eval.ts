import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NewsdeskError } from '../../errors.js';
import { notEmpty } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { evaluationView } from '../views/evaluation.js';
import { pagesEvaluationView } from '../views/pages-evaluation.js';

interface Options {
  readonly offTopic?: string;
  readonly misses?: string;
  readonly keep?: string;
}

export const evaluation: Subcommand = (program, run) => {
  program
    .command('eval')
    .description('measure answers on a file of articles and questions, apart from your articles')
    .argument(
      '<file>',
      'in the format of SQuAD, or documents, pages of questions, weeks of news or labelled web pages as JSON',
      notEmpty('a file'),
    )
    .option('--off-topic <file>', 'questions that should not be answered', notEmpty('a file'))
    .option(
      '--misses <file>',
      'write what went wrong here, a JSON value a line',
      notEmpty('a file'),
    )
    .option('--keep <folder>', 'keep embedded texts here for the next run', notEmpty('a folder'))
    .action((file: string, { offTopic, misses, keep }: Options) =>
      run(async ({ output, progress, config, signal }) => {
        const { readWebPages } = await import('../../evaluation/web/web-pages.js');
        const pages = await readWebPages(path.resolve(file));
        if (pages !== undefined) {
          const { evaluatePages } = await import('../../evaluation/web/evaluate-pages.js');
          const { misses: missed, ...report } = await evaluatePages(pages, {
            onProgress: (done, total) => {
              progress.steps('reading', done, total);
            },
            signal,
          });
          progress.stop();
          if (misses !== undefined) await writeMisses(path.resolve(misses), missed);
          output.result({ ...report, missed: missed.length }, () => pagesEvaluationView(report));
          return undefined;
        }
        const { evaluate } = await import('../../evaluation/evaluate.js');
        const { misses: missed, ...report } = await evaluate(path.resolve(file), {
          model: config.model,
          reader: config.reader,
          offTopic: offTopic === undefined ? undefined : path.resolve(offTopic),
          keep: keep === undefined ? undefined : path.resolve(keep),
          minConfidence: config.minConfidence,
          onProgress: progress.steps,
          signal,
        });
        progress.stop();
        if (misses !== undefined) await writeMisses(path.resolve(misses), missed);
        output.result({ ...report, missed: missed.length }, () =>
          evaluationView(report, missed.length),
        );
        return undefined;
      }),
    );
};

async function writeMisses(file: string, misses: readonly unknown[]): Promise<void> {
  const lines = misses.map((miss) => `${JSON.stringify(miss)}\n`);
  await writeFile(file, lines.join('')).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NewsdeskError('file-unwritable', { file, reason }, { cause: error });
  });
}
