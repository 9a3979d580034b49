import { LEGEND, SETS, figuresTable, refusalTable, reliabilityTable } from './tables.js';
import type { BySet } from './validate.js';

export interface MeasuredPage {
  readonly measured: BySet;
  readonly minConfidence: number;
  /** Of answers of which the best passages were read. */
  readonly reading: boolean;
}

/** The page of figures of the coefficients as they stand: a column a set, nothing fitted. */
export function measuredPage({ measured, minConfidence, reading }: MeasuredPage): string {
  const judged = [...measured.values()].flatMap(({ judged }) => [
    ...judged.own,
    ...judged.offTopic,
  ]);
  return `${reading ? READING_HEAD : HEAD}

${SETS}

The files are not part of Newsdesk. Near misses are answerable questions of which a name, a number or
a noun was changed for another of its kind, some of which are answered after all, and those that a set
has itself.

## Figures

${figuresTable(measured)}

${refusalTable(measured, minConfidence)}

${LEGEND} Answers are given from a confidence of ${minConfidence} on.

## Is the confidence true?

Of own and off-topic questions of all sets together:

${reliabilityTable(judged)}
`;
}

const HEAD = `# Evaluation

This page is written by \`npm run fit -- FILE… --measure\`, which measures the coefficients as they stand
and fits nothing; \`npm run fit -- FILE…\` fits them again and shows what comes of it by cross-validation.
It is of answers without the reader; [evaluation-reading.md](evaluation-reading.md) is of those with it,
which is how Newsdesk answers if nothing is set.

What src/answering/coefficients.ts has was fitted to xquad alone, so that its column is of questions that
it has seen (by cross-validation R@1 was 0.969 and bold 0.884 there), and all others are of kinds of text
that it has not.`;

const READING_HEAD = `# Evaluation with the reader

What evaluation.md shows of answers without the reader, this page shows of answers of which the best
two passages were read. It is written by \`npm run fit -- FILE… --measure\`, which fits nothing.

Passages are found by what was fitted to xquad alone. What reading adds was fitted to xquad, wiki,
documents and faq, each weighing alike; leaving each of them out, R@1 was 0.975, 0.911, 0.825 and 0.816
and bold 0.925, 0.888, 0.759 and 0.822. The least confidence that is an answer is set by hand, so that
fewer questions are answered whose passage is taken out. An offset of how
sure an answer is, and what is taken from it among very many passages, were set on all five sets; no news
was seen by anything else. News is four of the weeks, of 2,900 to 4,600 passages each.`;
