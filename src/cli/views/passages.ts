import type { Output } from '../output.js';
import { plain, plainLine, wrap } from '../text.js';
import type { Passage } from '../../retrieval/passage.js';

const WIDEST_TEXT = 100;
const LONGEST_OPENING = 100;

/** Passages in full, best first, each under its article. */
export function passagesView(
  passages: readonly Passage[],
  { style, columns }: Pick<Output, 'style' | 'columns'>,
): string {
  if (passages.length === 0) return 'Nothing in the articles is near to that.';
  const width = columns === undefined ? undefined : Math.min(columns, WIDEST_TEXT);
  return passages
    .map(({ title, source, url, articleId, text }, index) =>
      [
        style.bold(`${index + 1}. ${plainLine(title)}`),
        style.dim(`${plainLine(url ?? source)} (article ${articleId})`),
        wrap(plain(text).trim(), width),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The articles of passages and how the passages begin, a line each. */
export function nearestView(passages: readonly Passage[]): string {
  return passages
    .map(
      ({ title, text }, index) =>
        `${index + 1}. ${plainLine(title)}: ${plainLine(text, LONGEST_OPENING)}`,
    )
    .join('\n');
}
