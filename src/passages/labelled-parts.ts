import { trimSpan } from '../text/sentences.js';
import type { Span } from '../text/span.js';

/** Of so many labels in one line each has a value of its own; two may be in a sentence. */
const FEWEST = 3;
/** A longer line is prose, and a longer part of one no value. */
const LONGEST = 1_200;
const LONGEST_PART = 120;
/** What a line begins with. */
const FIRST = /^\p{Lu}[^:.!?|\n]{0,40}:\s(?=\S)/u;
/** The last word of a label (a value that is quoted is what somebody says), and small words after the first: "Age: ", "Last seen: ", "Date of birth: ". */
const NEXT =
  /(?<=\s)(?:\p{Lu}\p{L}{1,20} (?=(?:Name|Number|No|Date|Time|Type|Code|Address|Status|Size|Price|Fee|Office|Id|ID)\.?:))?\p{Lu}[\p{L}\p{N}]{0,20}\.?(?: \p{Ll}{1,14}){0,2}:\s(?=[^\s"“„«‘])/gu;
const SEPARATOR = /\s[|•·]\s|;\s/gu;

/**
 * The parts of a sentence that is a line of labels with their values, "Name: Tarn Lady Age: 9 years
 * Price: 4,300 crowns": each label with its value, as a form or a record is printed in one line.
 */
export function labelledParts(text: string, span: Span): Span[] {
  if (span.end - span.start > LONGEST) return [span];
  const line = text.slice(span.start, span.end);
  if (!FIRST.test(line)) return [span];
  const parts = separated(line) ?? unseparated(line);
  return parts === undefined
    ? [span]
    : parts.map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
}

/** Between signs, if most parts have a label. */
function separated(line: string): Span[] | undefined {
  const signs = [...line.matchAll(SEPARATOR)];
  const starts = [0, ...signs.map((sign) => sign.index + sign[0].length)];
  const parts = starts.map((start, at) => ({ start, end: signs[at]?.index ?? line.length }));
  const labelled = parts.filter(({ start, end }) => FIRST.test(line.slice(start, end)));
  return labelled.length >= FEWEST && labelled.length > parts.length / 2
    ? parts.filter(({ start, end }) => start < end)
    : undefined;
}

function unseparated(line: string): Span[] | undefined {
  const first = FIRST.exec(line)?.[0].length ?? 0;
  const later = [...line.matchAll(NEXT)].map(({ index }) => index);
  const starts = [0, ...later.filter((start) => start >= first)];
  if (starts.length < FEWEST) return undefined;
  const parts = starts.map((start, at) =>
    trimSpan(line, { start, end: starts[at + 1] ?? line.length }),
  );
  return parts.every(({ start, end }) => end - start <= LONGEST_PART) ? parts : undefined;
}
