import { stemOf, type Word } from './words.js';

/** From two on: "one" is mostly a pronoun. */
const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const PLACES = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ENDS = ['st', 'nd', 'rd'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...SMALL.map((word, at) => [word, String(at + 2)] as const),
  ...PLACES.map((word, at) => [word, `${at + 1}${ENDS[at] ?? 'th'}`] as const),
  ...TENS.map((word, at) => [word, String(at * 10 + 20)] as const),
];
const OTHER_FORM: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([word, digits]) => [
    [word, stemOf(digits)],
    [digits, stemOf(word)],
  ]),
);

/** Stems of the numbers of a text in their other form: `10` of "ten visits", "ten" of "10 visits". */
export function numberStems(words: readonly Word[]): readonly string[] {
  return words.flatMap(({ text }) => OTHER_FORM.get(text) ?? []);
}
