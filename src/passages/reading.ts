import type { PassageSpan, UnitSpan } from './passage.js';

/** What a unit is read as: its words, and what a reader sees beside them. */
export function unitReading(text: string, { start, end, reading }: UnitSpan): string {
  return reading ?? text.slice(start, end);
}

/** What a passage is read as: its text, or its units' readings if they say more. */
export function passageReading(
  text: string,
  { start, end, sentences }: Pick<PassageSpan, 'start' | 'end' | 'sentences'>,
): string {
  return sentences.some(({ reading }) => reading !== undefined)
    ? sentences.map((unit) => unitReading(text, unit)).join('\n')
    : text.slice(start, end);
}
