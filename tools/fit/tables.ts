import {
  calibrationError,
  reliability,
  shareOf,
  areaUnderCurve,
  type Judged,
} from '../../src/evaluation/metrics.js';
import { KINDS, type ObservationKind } from './observation.js';
import type { BySet, Figures, Validation } from './validate.js';

export interface Page {
  readonly crossValidated: BySet;
  readonly leftOut: BySet;
  readonly minConfidence: number;
  /** How sure an answer is was fitted alone. */
  readonly sureness: boolean;
  /** Of answers of which the best passages were read. */
  readonly reading?: boolean | undefined;
  /** With some of the features only, by what was left out. */
  readonly ablations: readonly (readonly [string, BySet])[];
}

/** The page of figures: a column a set, each by models that never saw what they were measured on. */
export function evaluationPage(page: Page): string {
  const { crossValidated, leftOut, minConfidence, sureness, reading = false, ablations } = page;
  return `${reading ? READING_HEAD : HEAD} Each
column is a set that \`newsdesk eval\` reads. Sets weigh alike in the fit, whatever their size.

${SETS}

${sureness ? SURENESS_ALONE : ''}The files are not part of Newsdesk. Near misses are answerable questions of which a name, a number or
a noun was changed for another of its kind, and those that a set has itself.

## Leaving each set out

Fitted on the other sets alone: what a new kind of text meets.

${figuresTable(leftOut)}

${refusalTable(leftOut, minConfidence)}

## Cross-validated

Fitted on three quarters of every set's titles, documents, pages or weeks, measured on the rest, four
times over.

${figuresTable(crossValidated)}

${refusalTable(crossValidated, minConfidence)}

${LEGEND} Answers are given from a confidence of ${minConfidence} on: the least at which at most 2 % of
off-topic questions are answered in every set, cross-validated.
${ablationTable(ablations)}
## Is the confidence true?

Confidence is the probability that the articles say it, times the probability that the bold
units are the ones if they do: two logistic regressions, which give calibrated probabilities
where their features suffice (Platt, 1999). Of own and off-topic questions of all sets together,
cross-validated:

${reliabilityTable([...crossValidated.values()].flatMap(({ judged }) => [...judged.own, ...judged.offTopic]))}
`;
}

/** What each column is. */
export const SETS = `- **xquad**: the development half of English XQuAD (Artetxe et al., 2020), paragraphs of Wikipedia.
- **wiki**: six other Wikipedia titles, in the format of SQuAD.
- **documents**: invented documents of many kinds: rules, lists of questions, steps, tables, news.
- **faq**: questions and answers of health authorities, each page as Markdown and as HTML, asked in
  its own words and in those of others. Near misses of it are left out: its entries answer one another's.
- **news**: weeks of news pages with quiz questions, if it has a column; the pages are their publishers'.`;

/** What the tables' rows are. */
export const LEGEND = `R@1, R@5 and MRR: rank of the passage that holds the answer. Best: the answer is in the best unit (a
sentence, an item, a row). Bold: it is in what is shown in bold. Marked: of so many questions the words
that answer are marked within the unit; of these marks so many contain the answer or are contained in
it.`;

const HEAD = `# Evaluation

This page is written by \`npm run fit -- FILE…\`, which also fits src/answering/coefficients.ts.`;

const READING_HEAD = `# Evaluation with the reader

What evaluation.md shows of answers without the reader, this page shows of answers of which the best
passages were read. It is written by \`npm run fit -- FILE… --read\`, which also fits
src/answering/reading-coefficients.ts. Which passages are found is as it was fitted without reading.`;

const SURENESS_ALONE = `Of this version how sure an answer is was fitted to these sets. What is found and shown was fitted to
xquad before, so that its own ranks and answers in bold are of questions that it has seen: by
cross-validation they were 0.969 and 0.884 there.

`;

function ablationTable(ablations: Page['ablations']): string {
  if (ablations.length === 0) return '';
  const [first] = ablations;
  const names = [...(first?.[1].keys() ?? [])];
  const rows = ablations.map(([name, sets]) => [
    name,
    ...names.flatMap((set) => {
      const figures = sets.get(set)?.figures;
      return [decimal(figures?.recallAt1 ?? 0), decimal(figures?.goldInBold ?? 0)];
    }),
  ]);
  return `
## What each part brings

Cross-validated, R@1 and answer in bold for each set.

${table(['', ...names.flatMap((name) => [`${name} R@1`, 'bold'])], rows)}
`;
}

export function figuresTable(sets: BySet): string {
  const rows: readonly (readonly [string, (figures: Figures) => string])[] = [
    ['questions', ({ questions }) => String(questions)],
    ['R@1', ({ recallAt1 }) => decimal(recallAt1)],
    ['R@5', ({ recallAt5 }) => decimal(recallAt5)],
    ['MRR', ({ mrr }) => decimal(mrr)],
    ['best', ({ goldInBest }) => decimal(goldInBest)],
    ['bold', ({ goldInBold }) => decimal(goldInBold)],
    ['units in bold', ({ averageBold }) => averageBold.toFixed(2)],
    ['marked', ({ marked }) => decimal(marked)],
    ['... rightly', ({ markedRight }) => decimal(markedRight)],
  ];
  return columns(
    sets,
    rows.map(([name, show]) => [name, ({ figures }) => show(figures)]),
  );
}

export function refusalTable(sets: BySet, minConfidence: number): string {
  const answered = (judged: readonly Judged[]): string =>
    judged.length === 0
      ? '–'
      : decimal(shareOf(judged, ({ confidence }) => confidence >= minConfidence) ?? 0);
  const kinds = Object.keys(KINDS) as ObservationKind[];
  return columns(sets, [
    ...kinds.map(
      (kind) =>
        [`answered of ${KINDS[kind]}`, ({ judged }: Validation) => answered(judged[kind])] as const,
    ),
    [
      'own answers that are right',
      ({ judged: { own } }) =>
        decimal(
          shareOf(
            own.filter(({ confidence }) => confidence >= minConfidence),
            ({ right }) => right,
          ) ?? 0,
        ),
    ],
    [
      'area under the curve, own against off-topic',
      ({ judged }) => areaOf(judged.own, judged.offTopic),
    ],
    ['... own against near misses', ({ judged }) => areaOf(judged.own, judged.nearMiss)],
    [
      'calibration error, own and off-topic',
      ({ judged }) => decimal(calibrationError(reliability([...judged.own, ...judged.offTopic]))),
    ],
    [
      '... near misses too',
      ({ judged }) =>
        decimal(
          calibrationError(reliability([...judged.own, ...judged.offTopic, ...judged.nearMiss])),
        ),
    ],
  ]);
}

function columns(
  sets: BySet,
  rows: readonly (readonly [string, (validation: Validation) => string])[],
): string {
  return table(
    ['', ...sets.keys()],
    rows.map(([name, show]) => [name, ...[...sets.values()].map(show)]),
  );
}

function decimal(value: number): string {
  return value.toFixed(3);
}

function areaOf(positives: readonly Judged[], negatives: readonly Judged[]): string {
  const confidences = (judged: readonly Judged[]): number[] =>
    judged.map(({ confidence }) => confidence);
  const area = areaUnderCurve(confidences(positives), confidences(negatives));
  return area === undefined ? '–' : area.toFixed(4);
}

export function reliabilityTable(judged: readonly Judged[]): string {
  const bins = reliability(judged);
  const rows = bins.map(({ from, to, count, predicted, observed }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    String(count),
    predicted.toFixed(3),
    observed.toFixed(3),
  ]);
  return `${table(['confidence', 'questions', 'predicted', 'right'], rows)}

Expected calibration error: ${calibrationError(bins).toFixed(4)}.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
