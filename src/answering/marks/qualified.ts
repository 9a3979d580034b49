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
}

/**
 * Of several amounts of one thing in a sentence the one behind which the question's words stand, if
 * they stand behind none other: asked for the price at the door, 17 of "21 crowns in the shop and 17
 * crowns at the door". The span itself if that is not clear.
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
  const amounts = alike.map(({ start, end }, at): Amount => {
    const rest = text.slice(end, alike[at + 1]?.start ?? text.length);
    const until = ENDS.exec(rest)?.index ?? rest.length;
    return { start, end, said: new Set(wordsOf(rest.slice(0, until)).map(({ stem }) => stem)) };
  });
  const hits = amounts.map(({ said }) =>
    [...asked].filter(
      (stem) => said.has(stem) && amounts.filter((each) => each.said.has(stem)).length === 1,
    ),
  );
  const named = amounts.filter((_, at) => (hits[at]?.length ?? 0) > 0);
  const [only] = named;
  if (only === undefined || named.length > 1) return span;
  if (inside.length === 1 && only.start === own.start) return span;
  const behind = UNIT.exec(text.slice(own.end))?.[0] ?? '';
  const unit = inside.length > 1 ? behind : text.slice(own.end, span.end);
  const end = text.startsWith(unit, only.end) ? only.end + unit.length : only.end;
  return { start: only.start, end };
}
