import type { IndexedArticle, IndexReport } from '../../newsdesk.js';
import type { Output } from '../output.js';
import { FAILED } from '../subcommand.js';
import { count, duration, plainLine } from '../text.js';

/** Says what became of each source, and returns the exit code. */
export function tellReport(report: IndexReport, output: Output): number | undefined {
  for (const { title, error, warning } of report.articles) {
    if (error !== undefined) output.problem(plainLine(error.message));
    if (warning !== undefined) output.problem(plainLine(`${title}: ${warning}`));
  }
  output.done(reportJson(report), () => reportView(report));
  return report.failed > 0 ? FAILED : undefined;
}

export function reportJson(report: IndexReport): unknown {
  return {
    ...report,
    articles: report.articles.map(({ error, ...article }) =>
      error === undefined
        ? article
        : { ...article, error: { code: error.code, message: error.message } },
    ),
  };
}

/** A line for each article that changed, then the sums. */
function reportView(report: IndexReport): string {
  const { added, updated, unchanged, removed, failed, left = 0, embedded, ms, articles } = report;
  const changed = articles.filter(({ status }) => status !== 'unchanged' && status !== 'failed');
  const beyond = { 'left out by the limit': left };
  const sums = Object.entries({ added, updated, unchanged, removed, failed, ...beyond })
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${number.toLocaleString('en')} ${name}`);
  const texts = embedded === 0 ? 'nothing to embed' : `${count(embedded, 'text')} embedded`;
  const summary = [sums.join(', ') || 'nothing to do', texts, duration(ms)].join('; ');
  return [...changed.map(articleLine), summary].join('\n');
}

function articleLine({ id, title, status, passages }: IndexedArticle): string {
  return `${status.padEnd(7)}  ${id ?? ''}  ${plainLine(title, 70)} (${count(passages, 'passage')})`;
}
