import type { Span } from '../../text/span.js';
import { wordsOf } from '../../text/words.js';

const NUMBER = /(?<![\p{L}\p{Nd}.,-])\p{Nd}{1,12}(?:[.,:]\p{Nd}{1,12}){0,4}(?![\p{L}\p{Nd}-])/gu;
/** What a number is of stands right behind it. */
const UNIT = /^[^\p{L}\p{Nd}]{0,2}(\p{L}{2,20})/u;
/** What is said of a number ends here: "21 crowns in the shop and 17 at the door". */
const ENDS = /[,;.]|\s(?:and|or|but)\s/u;

interface Amount extends Span {
  /** Stems of the words from it to where something else begins. */
  readonly said: ReadonlySet<string>;
  /** Stems of the words from there to the next amount, or from the beginning to the first. */
  readonly before: ReadonlySet<string>;
}

/**
 * Of several amounts of one thing in a sentence the one behind which the question's words stand, if
 * they stand behind none other: asked for the price at the door, 17 of "21 crowns in the shop and 17
 * crowns at the door". If none stand behind any, the one before which they do: 52 of "a berth of nine
 * metres costs 39 crowns, and one of twelve 52 crowns". The span itself if that is not clear.
 */
export function qualifiedMark(asked: ReadonlySet<string>, text: string, span: Span): Span {
  const numbers = [...text.matchAll(NUMBER)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    unit: UNIT.exec(text.slice(index + length))?.[1],
  }));
  const inside = numbers.filter(({ start, end }) => start >= span.start && end <= span.end);
  const [own] = inside;
  if (own?.unit === undefined || inside.some(({ unit }) => unit !== own.unit)) return span;
  const alike = numbers.filter(({ unit }) => unit === own.unit);
  const amounts = amountsOf(text, alike);
  const behind = namedBehind(asked, amounts);
  const only = behind === undefined ? namedBefore(asked, amounts) : behind;
  if (only == null) return span;
  if (inside.length === 1 && only.start === own.start) return span;
  const counted = UNIT.exec(text.slice(own.end))?.[0] ?? '';
  const unit = inside.length > 1 ? counted : text.slice(own.end, span.end);
  const end = text.startsWith(unit, only.end) ? only.end + unit.length : only.end;
  return { start: only.start, end };
}

function amountsOf(text: string, numbers: readonly Span[]): readonly Amount[] {
  let from = 0;
  return numbers.map(({ start, end }, at) => {
    const before = stemsIn(text.slice(from, start));
    const rest = text.slice(end, numbers[at + 1]?.start ?? text.length);
    const until = ENDS.exec(rest)?.index ?? rest.length;
    from = end + until;
    return { start, end, said: stemsIn(rest.slice(0, until)), before };
  });
}

function stemsIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(({ stem }) => stem));
}

/** The only amount behind which words of the question stand; null if there are several. */
function namedBehind(
  asked: ReadonlySet<string>,
  amounts: readonly Amount[],
): Amount | null | undefined {
  const [only, more] = amounts.filter(({ said }, at) =>
    [...said].some((stem) => asked.has(stem) && isOnlyIn(stem, at, amounts, 'said')),
  );
  return more === undefined ? only : null;
}

/** The only amount after the first, which what is common to all stands before, that words of the question stand before. */
function namedBefore(asked: ReadonlySet<string>, amounts: readonly Amount[]): Amount | undefined {
  const [only, more] = amounts.filter(
    ({ before }, at) =>
      at > 0 &&
      [...before].some((stem) => asked.has(stem) && isOnlyIn(stem, at, amounts, 'before')),
  );
  return more === undefined ? only : undefined;
}

function isOnlyIn(
  stem: string,
  at: number,
  amounts: readonly Amount[],
  where: 'said' | 'before',
): boolean {
  return amounts.every((amount, index) => index === at || !amount[where].has(stem));
}
