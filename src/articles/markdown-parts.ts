import {
  MAX_MARKDOWN_MARKS,
  MAX_MARKDOWN_WORK,
  MARKDOWN_PART_WORK,
  MARKDOWN_WORK_FOR_ALL,
  MARKDOWN_WORK_PER_CHARACTER,
} from './limits.js';
import { definedLabels, definitionOf, labelsIn } from './markdown-labels.js';
import { verbatimEnd } from './markdown-verbatim.js';

/** What is parsed at once, or what is taken as text since parsing it would take too long. */
export interface MarkdownPart {
  readonly kind: 'markdown' | 'text';
  readonly text: string;
}

/** Lines that stay together: those of a paragraph, an item, a row, or of code. */
interface Stretch {
  readonly first: string;
  readonly lines: string[];
  /** In what parsing a character takes, some µs. */
  work: number;
  marks: number;
  readonly isVerbatim: boolean;
}

/**
 * Cuts a file into parts, for parsing takes time as the square of the paragraphs, items and quotes
 * that it meets at once: between sections or paragraphs, where the list or the table that goes on is
 * not too long. What no person wrote is text: hundreds of marks in one paragraph, and what is left
 * of a file once it has taken more work than one of its length should.
 */
export function markdownParts(markdown: string): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let part: Stretch[] = [];
  let work = 0;
  let left = Math.min(
    MARKDOWN_WORK_FOR_ALL + MARKDOWN_WORK_PER_CHARACTER * markdown.length,
    MAX_MARKDOWN_WORK,
  );
  const endPart = (): void => {
    const text = part.flatMap(({ lines }) => lines).join('');
    if (text !== '') parts.push({ kind: left > 0 ? 'markdown' : 'text', text });
    left -= work;
    part = [];
    work = 0;
  };
  for (const stretch of stretches(markdown)) {
    if (stretch.marks > MAX_MARKDOWN_MARKS) {
      endPart();
      parts.push({ kind: 'text', text: stretch.lines.join('') });
      continue;
    }
    if (work >= MARKDOWN_PART_WORK && mayCut(part.at(-1), stretch, work)) endPart();
    part.push(stretch);
    work += stretch.work;
  }
  endPart();
  return withDefinitions(parts);
}

/** Whether a part may end between two stretches: the longer it is, the more. */
function mayCut(before: Stretch | undefined, after: Stretch, work: number): boolean {
  if (before === undefined || isBlank(after.first)) return false;
  if (work >= 32 * MARKDOWN_PART_WORK) return true;
  if (isRow(before.first) && isRow(after.first)) return false;
  if (isQuote(before.first) && isQuote(after.first)) return false;
  if (/^[ \t]/.test(after.first)) return false;
  return isBlank(before.first) || ITEM.test(after.first) || work >= 4 * MARKDOWN_PART_WORK;
}

/** A heading or its underline, a row of a table, a quote or an item. */
const BEGINS = /^[ \t]*(?:[-*+#|>=]|\d{1,9}[.)])/u;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/u;
/** What containers begin with. */
const CONTAINERS = /^[ \t>*+-]*/u;
const MARKS = new Set('[]*_~`<&\\');
/** For each of these after a link the parser looks whether only such follow. */
const PUNCTUATION = new Set('!"\'),.:;?');
/** Dots between a chapter and its page are more than other runs. */
const LONGEST_RUN = 100;

const WORK_PER_LINE = 20;
const WORK_PER_VERBATIM_LINE = 10;
const WORK_PER_BLOCK = 60;
const WORK_PER_MARK = 15;

function* stretches(markdown: string): Generator<Stretch> {
  let current: Stretch | undefined;
  let ends: ((line: string) => boolean) | undefined;
  for (const line of markdown.split(/(?<=\n)/)) {
    if (ends !== undefined && current !== undefined) {
      current.lines.push(line);
      current.work += line.length + WORK_PER_VERBATIM_LINE;
      if (ends(line)) ends = undefined;
      continue;
    }
    // One blank line says what many do.
    if (current !== undefined && isBlank(current.first) && isBlank(line)) continue;
    ends = verbatimEnd(line);
    if (
      current === undefined ||
      ends !== undefined ||
      current.isVerbatim ||
      isBlank(line) !== isBlank(current.first) ||
      BEGINS.test(line) ||
      current.work >= 4 * MARKDOWN_PART_WORK
    ) {
      if (current !== undefined) yield current;
      const work = isBlank(line) ? 0 : WORK_PER_BLOCK;
      current = { first: line, lines: [], work, marks: 0, isVerbatim: ends !== undefined };
    }
    const marks = current.isVerbatim ? 0 : marksIn(line);
    const containers = (CONTAINERS.exec(line)?.[0] ?? '').replace(/[ \t]+/g, '').length;
    current.lines.push(line);
    current.marks += marks;
    current.work += line.length + WORK_PER_LINE;
    current.work += marks * WORK_PER_MARK + containers * WORK_PER_BLOCK;
  }
  if (current !== undefined) yield current;
}

/** Marks, and what of a run of punctuation is more than any sentence ends with. */
function marksIn(line: string): number {
  let marks = 0;
  let run = 0;
  for (const character of line) {
    run = PUNCTUATION.has(character) ? run + 1 : 0;
    if (MARKS.has(character) || run > LONGEST_RUN) marks += 1;
  }
  return marks;
}

function isBlank(line: string): boolean {
  // Other white space is text in Markdown.
  return /^[ \t\r\n]*$/.test(line);
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith('|');
}

function isQuote(line: string): boolean {
  return line.trimStart().startsWith('>');
}

/** Each part with what its links and notes refer to in other parts. */
function withDefinitions(parts: readonly MarkdownPart[]): MarkdownPart[] {
  if (parts.length < 2) return [...parts];
  const all = new Set(parts.flatMap(({ text }) => [...definedLabels(text)]));
  return parts.map((part) => {
    if (part.kind === 'text') return part;
    const own = definedLabels(part.text);
    const missing = [...labelsIn(part.text)].filter((label) => all.has(label) && !own.has(label));
    return { ...part, text: missing.map(definitionOf).join('') + part.text };
  });
}
