import type { Block, DocumentText } from '../documents/block.js';
import { trimSpan } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { contextOf } from './embedded-text.js';
import type { PassageSpan, UnitSpan } from './passage.js';
import { headerOf } from './places.js';
import { unitReading } from './reading.js';
import { sectionsOf, type Section } from './sections.js';
import { unitsOf } from './units.js';

/** Word pieces that a block may bring a passage to; a longer passage is less sharp. */
const PACKED_TOKENS = 160;
/** Title and headings that took more of every passage than this would drown the text. */
const LONGEST_CONTEXT_TOKENS = 96;
/** [CLS], [SEP] and the stop between context and text. */
const EXTRA_TOKENS = 3;
/** A line that introduces a list is read before each part of it if it is no longer than this. */
const LONGEST_INTRODUCTION = 160;

export interface SplitOptions {
  /** Longest input of the model in word pieces. */
  readonly maxTokens: number;
  readonly language?: string | undefined;
  /** Word pieces of each text; they add up over texts that are joined by white space. */
  readonly countTokens: (texts: readonly string[]) => Promise<number[]>;
}

interface CountedUnit extends UnitSpan {
  readonly tokens: number;
}

/**
 * Splits an article into passages of whole units of one section, each with its title and headings
 * within `maxTokens`. Blocks are kept together if they fit; a paragraph that is too long is cut,
 * overlapping by a sentence, and a list or a table between items or rows. Headings, questions and
 * the names of columns are read before what they head, and are no units.
 */
export async function splitPassages(
  title: string,
  { text, blocks }: DocumentText,
  options: SplitOptions,
): Promise<PassageSpan[]> {
  const passages: PassageSpan[] = [];
  for (const section of sectionsOf(text, blocks)) {
    const [contextTokens = 0] = await options.countTokens([contextOf(title, section.path)]);
    const context = Math.min(contextTokens, LONGEST_CONTEXT_TOKENS);
    const budget = Math.max(options.maxTokens - EXTRA_TOKENS - context, options.maxTokens / 2);
    const counted: CountedUnit[][] = [];
    for (const { at } of section.blocks) {
      const units = unitsOf(text, blocks, at, options.language);
      counted.push(await countUnits(text, units, budget, options));
    }
    const introducing = introducers(section.blocks);
    for (const units of packBlocks(counted, budget)) {
      passages.push(passageOf(text, blocks, section.path, introducing, units));
    }
  }
  return passages;
}

function passageOf(
  text: string,
  blocks: readonly Block[],
  path: Section['path'],
  introducing: ReadonlyMap<number, Block | undefined>,
  units: readonly CountedUnit[],
): PassageSpan {
  const [first] = units;
  const start = first === undefined ? 0 : beginningOf(text, blocks, first);
  const introduction = first && introductionOf(text, introducing.get(first.block), start);
  return {
    start,
    end: units.at(-1)?.end ?? start,
    path: introduction === undefined ? path : [...path, introduction],
    sentences: units.map(({ start, end, kind, block, reading }) => ({
      start,
      end,
      kind,
      block,
      reading,
    })),
  };
}

/** An item is shown with its marker, a turn with its speaker, a table's first row with its header. */
function beginningOf(
  text: string,
  blocks: readonly Block[],
  { start, block: at }: Span & { block: number },
): number {
  const block = blocks[at];
  if (block === undefined || block.start !== start) return start;
  if (block.kind === 'item')
    return Math.max(text.lastIndexOf('\n', start) + 1, start - block.marker.length - 1);
  if (block.kind === 'turn') return Math.min(start, block.speaker.start);
  if (block.kind === 'row') {
    const header = headerOf(blocks, at);
    return header !== undefined && blocks[at - 1] === header ? header.start : start;
  }
  return start;
}

/** The line before a list or a table, for a part of it that does not hold that line itself. */
function introductionOf(
  text: string,
  introducing: Block | undefined,
  start: number,
): string | undefined {
  if (introducing?.kind !== 'paragraph' || introducing.start >= start) return undefined;
  const words = text.slice(introducing.start, introducing.end);
  return words.length <= LONGEST_INTRODUCTION ? words.replace(/\s+/g, ' ') : undefined;
}

/** For each item or row of a section, by its place in the document, what stands before all of them. */
function introducers(blocks: Section['blocks']): Map<number, Block | undefined> {
  const found = new Map<number, Block | undefined>();
  blocks.forEach(({ block, at }, index) => {
    const group = groupOf(block);
    if (group === undefined) return;
    const before = blocks[index - 1];
    const goesOn = before !== undefined && groupOf(before.block) === group;
    found.set(at, goesOn ? found.get(before.at) : before?.block);
  });
  return found;
}

/** Lists in lists are of one group. */
function groupOf(block: Block | undefined): string | undefined {
  if (block?.kind === 'item') return 'list';
  return block?.kind === 'row' ? `table ${block.table}` : undefined;
}

function packBlocks(blocks: readonly (readonly CountedUnit[])[], budget: number): CountedUnit[][] {
  const passages: CountedUnit[][] = [];
  let current: CountedUnit[] = [];
  const close = (): void => {
    if (current.length > 0) passages.push(current);
    current = [];
  };
  for (const units of blocks) {
    if (sum(units) > budget) {
      close();
      for (const passage of cutParagraph(units, budget)) passages.push(passage);
      continue;
    }
    if (sum(current) + sum(units) > Math.min(PACKED_TOKENS, budget)) close();
    for (const unit of units) current.push(unit);
  }
  close();
  return passages;
}

/**
 * Cuts into parts of about equal length; each begins with the last sentence of the one before, if
 * that is not all that the one before says.
 */
function cutParagraph(paragraph: readonly CountedUnit[], budget: number): CountedUnit[][] {
  const parts = Math.ceil(sum(paragraph) / (budget * 0.8));
  const target = sum(paragraph) / parts;
  const passages: CountedUnit[][] = [];
  let current: CountedUnit[] = [];
  let fresh = 0;
  for (const sentence of paragraph) {
    const full = sum(current) + sentence.tokens > budget || (fresh > 0 && sum(current) >= target);
    if (full && fresh > 0) {
      passages.push(current);
      const last = current.length > 1 ? current.at(-1) : undefined;
      current = last !== undefined && last.tokens + sentence.tokens <= budget ? [last] : [];
      fresh = 0;
    }
    current.push(sentence);
    fresh++;
  }
  if (fresh > 0) passages.push(current);
  return passages;
}

async function countUnits(
  text: string,
  units: readonly UnitSpan[],
  budget: number,
  options: SplitOptions,
): Promise<CountedUnit[]> {
  const counts = await options.countTokens(units.map((unit) => unitReading(text, unit)));
  const counted = await Promise.all(
    units.map(async (unit, index) => {
      const tokens = counts[index] ?? 0;
      if (tokens <= budget) return [{ ...unit, tokens }];
      const { kind, block } = unit;
      const halves = halve(text, unit).map((span) => ({ ...span, kind, block }));
      // A row's cells may be long, or its columns' names: what can't be halved is cut by the model.
      if (halves.length < 2) return [{ ...unit, tokens: budget }];
      return countUnits(text, halves, budget, options);
    }),
  );
  return counted.flat();
}

/** Cuts an overlong sentence near its middle: after a clause if there is one, else between words. */
function halve(text: string, { start, end }: Span): Span[] {
  const middle = Math.floor((start + end) / 2);
  const reach = Math.floor((end - start) / 4);
  const cut =
    nearest(text, /[;:,—–]\s+/g, middle, reach) ??
    nearest(text, /\s+/g, middle, reach) ??
    (isLowSurrogate(text, middle) ? middle + 1 : middle);
  return [trimSpan(text, { start, end: cut }), trimSpan(text, { start: cut, end })].filter(
    (span) => span.start < span.end,
  );
}

function nearest(text: string, pattern: RegExp, middle: number, reach: number): number | undefined {
  const from = middle - reach;
  const ends = [...text.slice(from, middle + reach).matchAll(pattern)].map(
    (match) => from + match.index + match[0].length,
  );
  return ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}

function isLowSurrogate(text: string, index: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(index));
}

function sum(sentences: readonly CountedUnit[]): number {
  return sentences.reduce((total, { tokens }) => total + tokens, 0);
}
