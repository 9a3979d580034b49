/**
 * Halves of common English compounds that keep their hyphen. They settle what the document itself
 * leaves open: whether a hyphen at a line's end was there before the line was broken.
 */
const COMPOUND_STARTS = new Set(
  (
    'anti cross full half high ill long low mid non old one self semi short single two three four ' +
    'five six seven eight nine ten vice well'
  ).split(' '),
);
const COMPOUND_ENDS = new Set('backed based driven era owned related speaking'.split(' '));
/** What follows the first halves in words that are no compounds, such as "highest" and "sixteen". */
const ENDING = /^(?:age|ed|en|ening|er|est|ing|ish|ity|ly|ment|ness|teen|th|ty)\b/;

/** Words that a suspended hyphen goes before, as in "two- and three-year". */
const AFTER_SUSPENDED = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e)\b/;

const WORD = /\p{L}+(?:-\p{L}+)*/gu;
const DIVIDED = /(?<!\p{L})(?<!\p{L}-)(\p{L}+(?:-\p{L}+)*)[-\u2010]$/u;
/** No word is longer, and a pattern that is tied to the end is slow on a long line. */
const LONGEST_WORD = 60;

/** The words of some lines, in lower case, but for those that a line's end divides. */
export function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of withoutDivided(line).toLowerCase().matchAll(WORD)) words.add(word);
  }
  return words;
}

/** Joins two lines of a paragraph, and the word that they share if one is divided. */
export function joinLines(line: string, next: string, known: ReadonlySet<string>): string {
  if (line.endsWith('\u00ad')) return line.slice(0, -1) + next;
  if (/[—/]$/.test(line)) return line + next;
  const start = DIVIDED.exec(line.slice(-LONGEST_WORD))?.[1];
  if (start === undefined || AFTER_SUSPENDED.test(next)) return `${line} ${next}`;
  const end = /^\p{Ll}[\p{L}-]*/u.exec(next)?.[0];
  if (end === undefined || keepsHyphen(start.toLowerCase(), end.toLowerCase(), known)) {
    return line + next;
  }
  return line.slice(0, -1) + next;
}

function keepsHyphen(start: string, end: string, known: ReadonlySet<string>): boolean {
  if (known.has(start + end)) return false;
  if (known.has(`${start}-${end}`)) return true;
  if (start.includes('-') || end.includes('-')) return true;
  return COMPOUND_ENDS.has(end) || (COMPOUND_STARTS.has(start) && !ENDING.test(end));
}

function withoutDivided(line: string): string {
  return line.slice(0, -LONGEST_WORD) + line.slice(-LONGEST_WORD).replace(DIVIDED, '');
}
