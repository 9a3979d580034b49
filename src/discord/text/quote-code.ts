import { clean } from './clean.js';
import { ELLIPSIS } from './truncate.js';

/** Looks like a backtick, and ends no code. */
const BACKTICK = 'ˋ';

/** Foreign code in a quote, each line as code of its own, so that nothing in it can end a block. */
export function quoteCode(code: string, max: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of clean(code.slice(0, max)).split('\n')) {
    const shown = line.trim() === '' ? '>' : `> \`${line.replaceAll('`', BACKTICK)}\``;
    if (length + shown.length + 1 > max - ELLIPSIS.length - 3) {
      lines.push(`> ${ELLIPSIS}`);
      break;
    }
    lines.push(shown);
    length += shown.length + 1;
  }
  return lines.join('\n');
}
