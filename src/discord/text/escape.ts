/**
 * Characters that begin or end something in Discord's markdown: emphasis, code, spoilers, quotes,
 * masked links, mentions, timestamps and custom emoji. A backslash before them is never shown.
 */
const SPECIAL = /[\\`*_~|<>[\]@]/g;

/** Headings, small print and lists are special at the beginning of a line only. */
const LINE_START = /^([^\S\n\r\u2028\u2029]*)(#{1,3}|-#|[-+])(?=\s|$)/gm;
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)\.(?=\s|$)/gm;

/** Makes every character of a cleaned text stand for itself. At most doubles its length. */
export function escape(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(LINE_START, (_, space: string, mark: string) => space + mark.replace(/^./, '\\$&'))
    .replace(NUMBERED, '$1\\.');
}

/** The text that was escaped. */
export function unescape(text: string): string {
  return text.replace(/\\([\\`*_~|<>[\]@#+.-])/g, '$1');
}
