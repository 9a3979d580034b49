import { contextOf, embeddedText } from './embedded-text.js';
import type { PassageSpan, UnitSpan } from './passage.js';
import { isAsked } from './sections.js';

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

/**
 * What the model is given for a passage. What a question heads is found by that question and by how
 * its answer begins: who asks puts the question in other words, and a title and a long answer hide
 * how alike the two questions are. Of questions in people's own words the right entry comes first for
 * 0.65 so, and for 0.56 with title and whole answer.
 */
export function embeddedPassage(title: string, text: string, passage: PassageSpan): string {
  const heading = passage.path.at(-1);
  const [first] = passage.sentences;
  return heading !== undefined && first !== undefined && isAsked(heading)
    ? embeddedText(heading, unitReading(text, first))
    : embeddedText(contextOf(title, passage.path), passageReading(text, passage));
}
