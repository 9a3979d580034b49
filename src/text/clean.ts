/** Control characters other than tab and line feed: C0, DEL and C1. */

const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;

/** Line ends become line feeds, other control characters go; all else stays as it is. */
export function cleanText(text: string): string {
  // Vertical tab, form feed and NEL end a line too (UAX #14).
  return text.replace(/\r\n?|[\v\f\x85]/g, '\n').replace(CONTROLS, '');
}

/** One line, without spaces at its ends or more than one between words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Paragraphs as they are stored: no spaces at line ends, one blank line between them. */
export function tidyParagraphs(text: string): string {
  // Trimmed line by line: a pattern for spaces at line ends takes the square of a long run's length.
  const lines = cleanText(text).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Whether there is anything to read: a letter or a digit of any script. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
