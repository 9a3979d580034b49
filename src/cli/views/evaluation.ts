import type { EvaluationReport } from '../../evaluation/evaluate.js';
import { duration, pairs, table } from '../text.js';

/** The figures as a table; those that a set says nothing of are left out. */
export function evaluationView(report: Omit<EvaluationReport, 'misses'>, missed: number): string {
  const rows: [string, string][] = [
    ['Articles', String(report.articles)],
    ['Questions', String(report.questions)],
    ['Right passage first (R@1)', share(report.recallAt1)],
    ['... in the first three (R@3)', share(report.recallAt3)],
    ['... in the first five (R@5)', share(report.recallAt5)],
    ['Mean reciprocal rank', share(report.mrr)],
    ['Answer in bold', share(report.goldInSentence)],
    ['... in the best of it alone', share(report.goldInBest)],
    ['In bold on average', report.averageSentences.toFixed(2)],
    [`Answered at ${report.minConfidence.toFixed(2)}`, share(report.answered)],
    ['... rightly', share(report.rightOfAnswered)],
    ['The question itself is the answer', share(report.questionAsAnswer)],
    ['A heading, marker or header row is the answer', share(report.structureAsAnswer)],
    ["Bold that is not the article's text", share(report.misquoted)],
    ['With highlighted words', share(report.highlighted)],
    ['... that fit the answer', share(report.highlightPrecision)],
    ...refusalRows('Near misses', report.nearMisses),
    ...refusalRows('Off-topic questions', report.offTopic),
    ...conversationRows(report.conversations),
    ['Calibration error', report.calibrationError.toFixed(4)],
    ['Time per question', duration(report.ms.question)],
    ['... of which embedding', duration(report.ms.embedding)],
    ['Misses', String(missed)],
  ];
  return [pairs(rows), ...kindTable(report)].join('\n\n');
}

function refusalRows(
  name: string,
  refusals: EvaluationReport['nearMisses'],
): readonly [string, string][] {
  if (refusals === undefined) return [];
  return [
    [name, String(refusals.questions)],
    ['... refused', share(refusals.refused)],
    ['... confidence AUC', refusals.auc.toFixed(4)],
  ];
}

function conversationRows(report: EvaluationReport['conversations']): readonly [string, string][] {
  if (report === undefined) return [];
  const of = ({ turns, right }: { turns: number; right: number }): string =>
    `${share(right)} of ${turns}`;
  return [
    ['Conversations', String(report.conversations)],
    ['... first questions answered', of(report.opening)],
    ['... follow-ups answered', of(report.followUps)],
    ['... changes of topic followed', of(report.changes)],
    ['... refused where nothing answers', of(report.refused)],
  ];
}

function kindTable({ kinds }: Pick<EvaluationReport, 'kinds'>): string[] {
  if (kinds.length === 0) return [];
  return [
    table(
      ['Kind', 'Questions', 'R@1', 'In bold', 'Answered', 'Rightly'],
      kinds.map((kind) => [
        kind.kind,
        String(kind.questions),
        share(kind.recallAt1),
        share(kind.goldInSentence),
        share(kind.answered),
        share(kind.rightOfAnswered),
      ]),
    ),
  ];
}

function share(value: number): string {
  return value.toFixed(3);
}
