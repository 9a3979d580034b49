import { trimSpan } from '../text/sentences.js';
import type { Span } from '../text/span.js';

/** A line of a plain text that is not blank; the span is without the white space around it. */
export interface Line extends Span {
  readonly text: string;
  /** Columns before its first letter, a tab counted as the way to the next column of four. */
  readonly indent: number;
  /** The character that all of it is drawn with, if it is a rule: `=====`, `- - -`. */
  readonly rule: string | undefined;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

const TAB = 4;
const RULE_LEAST = 3;

/** The lines of a text, in order, without the blank ones. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const span = trimSpan(text, { start, end });
    if (span.start < span.end) {
      const line = text.slice(span.start, span.end);
      const indent = columns(text.slice(start, span.start));
      lines.push({ ...span, text: line, indent, rule: ruleOf(line), apart });
      apart = false;
    } else apart = true;
    start = end + 1;
  }
  return lines;
}

function columns(space: string): number {
  let width = 0;
  for (const character of space) width += character === '\t' ? TAB - (width % TAB) : 1;
  return width;
}

/** One character again and again, and what tables are drawn with beside it. */
function ruleOf(line: string): string | undefined {
  const drawn = line.replace(/[\s|+:]/g, '');
  const first = drawn.charAt(0);
  const isRule = /[=\-~_*#^─═]/.test(first) && drawn === first.repeat(drawn.length);
  return isRule && drawn.length >= RULE_LEAST ? first : undefined;
}
