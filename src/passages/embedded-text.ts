import { createHash } from 'node:crypto';

/**
 * What the model is given for a passage or a unit: its article's title tells what "he" is about, and
 * its headings what "yes" says yes to.
 * @param context by `contextOf()`
 */
export function embeddedText(context: string, text: string): string {
  const stop = endsSentence(context) ? '' : '.';
  return `${context}${stop} ${text.replace(/\s+/g, ' ')}`;
}

/** What every passage of a section is read after: its article's title and its headings. */
export function contextOf(title: string, path: readonly string[]): string {
  return [title, ...path].reduce(
    (before, next) => `${before}${endsSentence(before) ? '' : '.'} ${next}`,
  );
}

/**
 * What stands right above a section's text: its headings, as they are read before it; nothing if it
 * has none.
 * @param context by `contextOf()`
 */
export function headingsAbove(title: string, context: string): string {
  const headings = context.startsWith(title)
    ? context.slice(title.length).replace(/^\.?\s+/, '')
    : '';
  return headings === '' ? '' : `${headings}${endsSentence(headings) ? '' : '.'} `;
}

function endsSentence(words: string): boolean {
  return /[.!?…:。！？]["”’')\]»]{0,4}$/u.test(words);
}

/** The content address of an embedded text's vector: its SHA-256 in hex. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
