import type { IndexedArticle, IndexReport } from '../newsdesk.js';
import type { Cli } from './cli.js';
import { failureJson } from './failure.js';
import { count } from './layout.js';
import { printableLine } from './printable.js';

/** Tells what became of each source, and gives the exit code. */
export function tellReport({ output }: Pick<Cli, 'output'>, report: IndexReport): number {
  output.done(reportJson(report), () => reportText(report));
  tellFailures({ output }, report);
  return report.failed > 0 ? 1 : 0;
}

export function tellFailures({ output }: Pick<Cli, 'output'>, report: IndexReport): void {
  for (const { error } of report.articles) {
    if (error !== undefined) output.warning(error.message);
  }
}

export function reportJson(report: IndexReport): object {
  return {
    ...report,
    articles: report.articles.map(({ error, ...article }) =>
      error === undefined ? article : { ...article, error: failureJson(error) },
    ),
  };
}

/** Lines for what has changed, and a last one that sums up. */
export function reportText(report: IndexReport): string {
  return [...report.articles.flatMap(changeLine), summary(report)].join('\n');
}

function changeLine({ id, title, status, passages }: IndexedArticle): string[] {
  if (status === 'unchanged' || status === 'failed') return [];
  const size = status === 'removed' ? '' : ` (${count(passages, 'passage')})`;
  return [`${status.padEnd(7)}  ${id ?? ''}  ${printableLine(title)}${size}`];
}

function summary({ added, updated, unchanged, removed, failed, embedded, ms }: IndexReport): string {
  const counts = { added, updated, unchanged, removed, failed };
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n.toLocaleString('en')} ${name}`);
  const what = parts.length === 0 ? 'Nothing to do' : parts.join(', ');
  return `${what}; ${count(embedded, 'text')} embedded in ${(ms / 1000).toFixed(1)} s.`;
}
