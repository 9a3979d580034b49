import { graphemes } from '../../text/graphemes.js';

export const ELLIPSIS = '…';

/**
 * The text, or as much of it as `measure` finds no longer than `max`, and an ellipsis.
 * `measure` must be that of the whole if it sums over graphemes, as escaping is.
 */
export function truncate(
  text: string,
  max: number,
  measure: (part: string) => number = (part) => part.length,
): string {
  if (measure(text) <= max) return text;
  let kept = '';
  let length = ELLIPSIS.length;
  for (const grapheme of graphemes(text)) {
    length += measure(grapheme);
    if (length > max) break;
    kept += grapheme;
  }
  return kept.trimEnd() + ELLIPSIS;
}
