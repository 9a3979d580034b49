/** Each step of a segmenter costs what all the text that it was given is long (V8 copies it). */
const WINDOW = 256;
/** No character that people write is longer; a tower of marks or a chain of joiners is cut. */
const LONGEST = 1_024;

const ASCII = /^[\n\x20-\x7e]*$/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** User-perceived characters (UAX 29), so that no emoji or accented letter is ever cut in two. */
export function* graphemes(text: string): Generator<string> {
  // In ASCII each character is one, and telling so is a hundred times faster.
  if (ASCII.test(text)) {
    yield* text;
    return;
  }
  let from = 0;
  let length = WINDOW;
  while (from < text.length) {
    const to = endOf(text, from + length);
    const window = text.slice(from, to);
    let taken = 0;
    for (const { segment, index } of segmenter.segment(window)) {
      // What reaches the window's end may go on behind it.
      if (to < text.length && index + segment.length === window.length) break;
      yield segment;
      taken = index + segment.length;
    }
    if (taken > 0) length = WINDOW;
    else if (length < LONGEST) length *= 2;
    else {
      yield window;
      taken = window.length;
      length = WINDOW;
    }
    from += taken;
  }
}

/** A window's end, which must not cut a surrogate pair. */
function endOf(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end;
}
