import { contentWords } from '../../retrieval/terms.js';
import { splitSentences } from '../../text/sentences.js';
import type { Span } from '../../text/span.js';
import { wordsOf, type Word } from '../../text/words.js';
import { cleanLine } from './clean.js';
import { quote } from './quote.js';

/** Of a passage; longer ones are rows of a sheet, or no prose at all. */
const LOOKED_AT = 4000;

/**
 * One quoted line of a passage, no longer than `max`: from the sentence that has most of a query's
 * words, which are bold, or from the beginning if none has any.
 */
export function snippet(passage: string, query: string, max: number): string {
  const text = cleanLine(passage.slice(0, LOOKED_AT));
  const stems = new Set(contentWords(wordsOf(query)).map(({ stem }) => stem));
  const sentences = splitSentences(text, { start: 0, end: text.length }).map((span) => {
    const matched = wordsOf(text.slice(span.start, span.end)).filter(({ stem }) => stems.has(stem));
    return { span, matched };
  });
  const [first] = sentences;
  if (first === undefined) return quote(text, {}, max);
  const best = sentences.reduce((most, each) =>
    distinct(each.matched) > distinct(most.matched) ? each : most,
  );
  const shown = text.slice(best.span.start);
  return quote(shown, { bold: joined(best.matched, shown) }, max);
}

function distinct(words: readonly Word[]): number {
  return new Set(words.map(({ stem }) => stem)).size;
}

/** Words with nothing but a space between them are marked as one. */
function joined(words: readonly Word[], text: string): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of words) {
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start) === ' ') {
      spans[spans.length - 1] = { start: last.start, end };
    } else spans.push({ start, end });
  }
  return spans;
}
