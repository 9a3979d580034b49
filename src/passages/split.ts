import type { PassageSpan } from './passage.js';
import { proseRuns } from './paragraphs.js';
import { splitSentences, trimSpan } from '../text/sentences.js';
import type { Span } from '../text/span.js';

/** Word pieces that a paragraph may bring a passage to; a longer passage is less sharp. */
const PACKED_TOKENS = 160;
/** A title that took more of every passage than this would drown the text. */
const LONGEST_TITLE_TOKENS = 48;
/** [CLS], [SEP] and the stop between title and text. */
const EXTRA_TOKENS = 3;

export interface SplitOptions {
  /** Longest input of the model in word pieces. */
  readonly maxTokens: number;
  readonly language?: string | undefined;
  /** Word pieces of each text; they add up over texts that are joined by white space. */
  readonly countTokens: (texts: readonly string[]) => Promise<number[]>;
}

interface CountedSentence extends Span {
  readonly tokens: number;
}

/**
 * Splits an article into passages of whole sentences, each with its title within `maxTokens`.
 * Paragraphs are kept together where they fit; one that is too long is cut, overlapping by a
 * sentence. Boilerplate, headings and stray headlines are in no passage.
 */
export async function splitPassages(
  title: string,
  text: string,
  options: SplitOptions,
): Promise<PassageSpan[]> {
  const runs = proseRuns(text).map((run) =>
    run.map((paragraph) => splitSentences(text, paragraph, options.language)),
  );
  const [titleTokens = 0] = await options.countTokens([title]);
  const budget = options.maxTokens - EXTRA_TOKENS - Math.min(titleTokens, LONGEST_TITLE_TOKENS);
  const passages: PassageSpan[] = [];
  for (const run of runs) {
    const paragraphs = await Promise.all(
      run.map((sentences) => countSentences(text, sentences, budget, options)),
    );
    passages.push(...packParagraphs(paragraphs, budget).map(asPassage));
  }
  return passages;
}

function asPassage(sentences: readonly Span[]): PassageSpan {
  return {
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
  };
}

function packParagraphs(
  paragraphs: readonly (readonly CountedSentence[])[],
  budget: number,
): CountedSentence[][] {
  const passages: CountedSentence[][] = [];
  let current: CountedSentence[] = [];
  const close = (): void => {
    if (current.length > 0) passages.push(current);
    current = [];
  };
  for (const paragraph of paragraphs) {
    if (sum(paragraph) > budget) {
      close();
      passages.push(...cutParagraph(paragraph, budget));
      continue;
    }
    if (sum(current) + sum(paragraph) > Math.min(PACKED_TOKENS, budget)) close();
    current.push(...paragraph);
  }
  close();
  return passages;
}

/** Cuts into parts of about equal length; each begins with the last sentence of the one before. */
function cutParagraph(paragraph: readonly CountedSentence[], budget: number): CountedSentence[][] {
  const parts = Math.ceil(sum(paragraph) / (budget * 0.8));
  const target = sum(paragraph) / parts;
  const passages: CountedSentence[][] = [];
  let current: CountedSentence[] = [];
  let fresh = 0;
  for (const sentence of paragraph) {
    const full = sum(current) + sentence.tokens > budget || (fresh > 0 && sum(current) >= target);
    if (full && fresh > 0) {
      passages.push(current);
      const last = current.at(-1);
      current = last !== undefined && last.tokens + sentence.tokens <= budget ? [last] : [];
      fresh = 0;
    }
    current.push(sentence);
    fresh++;
  }
  if (fresh > 0) passages.push(current);
  return passages;
}

async function countSentences(
  text: string,
  sentences: readonly Span[],
  budget: number,
  options: SplitOptions,
): Promise<CountedSentence[]> {
  const counts = await options.countTokens(
    sentences.map(({ start, end }) => text.slice(start, end)),
  );
  const counted = await Promise.all(
    sentences.map(async (sentence, index) => {
      const tokens = counts[index] ?? 0;
      if (tokens <= budget) return [{ ...sentence, tokens }];
      return countSentences(text, halve(text, sentence), budget, options);
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

function sum(sentences: readonly CountedSentence[]): number {
  return sentences.reduce((total, { tokens }) => total + tokens, 0);
}
