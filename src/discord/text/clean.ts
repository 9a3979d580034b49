/** Line breaks of every kind (Unicode UAX 14, classes BK, CR, LF and NL). */
const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/**
 * What is not seen and only misleads: controls, bidirectional overrides and marks, zero-width
 * characters, tags and interlinear marks. Joiners stay between letters of scripts that need them
 * (see `JOINERS`).
 */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** Zero-width joiners, which beside Latin text could only split a word that is looked for. */
const JOINERS = /[\u200c\u200d]+/g;
const LATIN = /^[\x20-\x7e]?$/;

/** No script stacks more marks than this on one letter; towers of them reach into other lines. */
const MARK_TOWER = /(\p{M}{4})\p{M}+/gu;

/** Half of a character; JSON would carry it, and Discord refuse it. */
const LONE_SURROGATE = /\p{Cs}/gu;

const MANY_BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/g;

/** Text from anywhere as text that can be shown: well-formed, visible, `\n` as the only line break. */
export function clean(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(LINE_BREAK, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(JOINERS, keptJoiners)
    .replace(MARK_TOWER, '$1')
    .replace(MANY_BLANK_LINES, '\n\n');
}

function keptJoiners(joiners: string, at: number, text: string): string {
  const isLatin = LATIN.test(text.charAt(at - 1)) || LATIN.test(text.charAt(at + joiners.length));
  return isLatin ? '' : joiners;
}

/** The same on one line, with single spaces and none at the ends. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}
