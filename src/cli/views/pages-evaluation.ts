import type { PagesReport, Verdicts } from '../../evaluation/web/evaluate-pages.js';
import { duration, pairs } from '../text.js';

/** How well pages were read, as a table. */
export function pagesEvaluationView(report: PagesReport): string {
  return pairs([
    ['Pages', String(report.pages)],
    ['... that gave no article', String(report.refused)],
    ['Text that must be there: missing', share(report.withMissing)],
    ['Text that must not be there: present', share(report.withoutPresent)],
    [`Description's sentence missing, of ${report.descriptions}`, share(report.descriptionMissing)],
    ...verdictRows('Date', report.date),
    ...verdictRows('Author', report.author),
    ['Time per page at the median', duration(report.ms)],
  ]);
}

function verdictRows(name: string, { labelled, right, wrong }: Verdicts): [string, string][] {
  return [
    [`${name} right, of ${labelled}`, share(right)],
    ['... wrong', share(wrong)],
  ];
}

function share(value: number): string {
  return value.toFixed(3);
}
