import { crossValidate, type CrossValidation, type Figures } from './cross-validate.js';
import { FEATURES, type FeatureNames } from './features.js';
import { areaUnderCurve, calibrationError, reliability, shareOf, type Judged } from './metrics.js';
import type { PassageFeature } from '../retrieval/passage-features.js';
import type { Observations } from './observe.js';

const ABLATIONS: readonly (readonly [string, FeatureNames])[] = [
  ['passage: similarity of the whole alone', rankedBy('dense')],
  ['passage: best sentence alone', rankedBy('sentence')],
  ['passage: BM25 alone', rankedBy('keyword')],
  ['passage: these three', rankedBy('dense', 'sentence', 'keyword')],
  ['passage: the first look alone', rankedBy(...FEATURES.candidate)],
  ['passage: all with BM25', { ...FEATURES, passage: [...FEATURES.passage, 'keyword'] }],
  ['sentence: similarity alone', { ...FEATURES, sentence: ['similarity'] }],
  [
    'sentence: without words in their context',
    without('alignment', 'previousAlignment', 'nextAlignment', 'askedAlignment', 'headAlignment'),
  ],
  [
    'sentence: shared words instead',
    {
      ...FEATURES,
      sentence: [
        'coverage',
        'previousCoverage',
        'nextCoverage',
        ...FEATURES.sentence.filter((name) => !name.endsWith('lignment')),
      ],
    },
  ],
  [
    'sentence: without what kind of answer is asked for',
    without('evidence', 'lacksEvidence', 'head', 'askedAlignment', 'headAlignment'),
  ],
  ['sentence: without its neighbours', without('previousAlignment', 'nextAlignment')],
];

function rankedBy(...passage: readonly PassageFeature[]): FeatureNames {
  return { ...FEATURES, candidate: passage, passage };
}

function without(...names: readonly FeatureNames['sentence'][number][]): FeatureNames {
  return { ...FEATURES, sentence: FEATURES.sentence.filter((name) => !names.includes(name)) };
}

/** The page of figures, every one of them cross-validated. */
export function evaluationPage(
  observations: Observations,
  whole: CrossValidation,
  minConfidence: number,
): string {
  const ablations = ABLATIONS.map(
    ([name, names]) => [name, crossValidate(observations, names).figures] as const,
  );
  return `# Evaluation

This page is written by \`npm run fit -- FILE\`, which also fits src/answering/coefficients.ts.
Every figure is cross-validated: fitted on seven eighths of the titles, measured on the rest, eight
times over. ${observations.own.length} questions, each paragraph an article of its own.

## What each part brings

${figuresTable([['all', whole.figures], ...ablations])}

R@1, R@5 and MRR: rank of the passage that holds the answer. Best: the answer is in the best
sentence. Bold: it is in the one or two that are shown in bold, ${whole.figures.averageBold.toFixed(2)} on average.

Marked: in ${percent(whole.figures.marked)} of the questions the words that answer are marked within the sentence; of these
marks ${percent(whole.figures.markedRight)} contain the answer or are contained in it.

## Answered or refused at ${minConfidence}

${refusalTable(whole, minConfidence)}

The area under the ROC curve, own questions against off-topic ones, is
${areaOf(whole.judged.own, whole.judged.offTopic)}; against those whose paragraph was taken out it is
${areaOf(whole.judged.own, whole.judged.nearTopic)}.

## Is the confidence true?

Confidence is the probability that the articles say it, times the probability that the bold
sentences are the ones if they do: two logistic regressions, which give calibrated probabilities
where their features suffice (Platt, 1999). Of own and off-topic questions together:

${reliabilityTable([...whole.judged.own, ...whole.judged.offTopic])}
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function figuresTable(rows: readonly (readonly [string, Figures])[]): string {
  return table(
    ['', 'R@1', 'R@5', 'MRR', 'best', 'bold'],
    rows.map(([name, { recallAt1, recallAt5, mrr, goldInBest, goldInBold }]) => [
      name,
      ...[recallAt1, recallAt5, mrr, goldInBest, goldInBold].map((value) => value.toFixed(3)),
    ]),
  );
}

function refusalTable({ judged }: CrossValidation, minConfidence: number): string {
  const kinds = {
    own: 'questions of 120 paragraphs, of which one answers',
    alone: 'the paragraph that answers, alone',
    offTopic: 'other titles only (off topic)',
    nearTopic: 'its own title, the paragraph that answers taken out',
    aloneNearTopic: 'another paragraph of its title, alone',
  };
  return table(
    ['asked of', 'answered', 'of these rightly'],
    Object.entries(kinds).map(([kind, name]) => {
      const answered = judged[kind as keyof typeof kinds];
      const given = answered.filter(({ confidence }) => confidence >= minConfidence);
      return [
        name,
        (given.length / answered.length).toFixed(3),
        (shareOf(given, ({ right }) => right) ?? 0).toFixed(3),
      ];
    }),
  );
}

function areaOf(positives: readonly Judged[], negatives: readonly Judged[]): string {
  const confidences = (judged: readonly Judged[]): number[] =>
    judged.map(({ confidence }) => confidence);
  return (areaUnderCurve(confidences(positives), confidences(negatives)) ?? 0).toFixed(4);
}

function reliabilityTable(judged: readonly Judged[]): string {
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
