import { stemOf, type Word } from './words.js';

/** Words between the brackets at most: "(born 14 May 1902 in Vessin – 3 November 1979)". */
const WITHIN = 12;
const YEAR = /^1\d{3}$|^20\d{2}$/u;
const LIFE = ['born', 'birth', 'died', 'die', 'death'].map(stemOf);

/** "Odalys Brennecke (14 May 1902 – 3 November 1979)" says when she was born and died. */
export function lifeStems(words: readonly Word[]): readonly string[] {
  const from = words.findIndex(({ before }, at) => at > 0 && before.endsWith('('));
  const opening = words[from - 1];
  if (opening?.capitalised !== true) return [];
  const end = words.findIndex(({ before }, at) => at > from && before.startsWith(')'));
  const inside = words.slice(from, end < 0 ? from + WITHIN : Math.min(end, from + WITHIN));
  const born = inside.findIndex(({ text }) => YEAR.test(text));
  const died = inside.findLastIndex(({ text }) => YEAR.test(text));
  const isRange = inside.slice(born + 1, died + 1).some(({ before }) => /[-–—]/u.test(before));
  return born >= 0 && died > born && isRange ? LIFE : [];
}
