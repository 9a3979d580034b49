import { cleanLine } from './clean.js';
import { escape } from './escape.js';
import { truncate } from './truncate.js';

/** Line beginnings are escaped too, which a cut-off part may gain or lose. */
const LINE_START_RESERVE = 1;

/** Foreign text on one line of markdown, no longer than `max` once it is escaped. */
export function inline(text: string, max: number): string {
  const measure = (part: string) => escape(part).length;
  return escape(truncate(cleanLine(examined(text, max)), max - LINE_START_RESERVE, measure));
}

/** Foreign text for a place that has no markdown: an author line, a footer, a choice, a label. */
export function plain(text: string, max: number): string {
  return truncate(cleanLine(examined(text, max)), max);
}

/** Much more than is shown, and never the millions of characters that a title might have. */
function examined(text: string, max: number): string {
  return text.slice(0, max * 16);
}
