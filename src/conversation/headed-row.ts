import { indexOfTitle } from '../retrieval/text-index.js';
import type { Reading } from './reading.js';
import { ANYTHING, CELL, FIRST, LAST, type RowAsked } from './structure.js';
import type { Topic } from './topic.js';

const ASKS = new Set('what whats which'.split(' '));

/**
 * "What's first on Sunday?", whatever answered before: the first row of the article's only table that
 * stands below a heading with all that is said. Undefined if there are several such headings.
 */
export function rowBelowHeading(
  { words, content }: Reading,
  { passages }: Topic,
): RowAsked | undefined {
  const isFirst = words.some(({ text }) => FIRST.has(text));
  if (!ASKS.has(words[0]?.text ?? '')) return undefined;
  if (!isFirst && !words.some(({ text }) => LAST.has(text))) return undefined;
  const wanted = content.filter(
    ({ text }) => !FIRST.has(text) && !LAST.has(text) && !ANYTHING.has(text),
  );
  if (wanted.length === 0) return undefined;
  const below = passages.filter(({ path }) => {
    const { positions } = indexOfTitle(path.at(-1) ?? '');
    return wanted.every(({ stem }) => positions.has(stem));
  });
  const rows = below.flatMap((passage) =>
    passage.sentences.filter(({ kind }) => kind === 'row').map((row) => ({ passage, row })),
  );
  const found = isFirst ? rows[0] : rows.at(-1);
  if (found === undefined || rows.length < 2) return undefined;
  const isOne =
    below.every(({ path }) => path.join('\n') === found.passage.path.join('\n')) &&
    rows.every(({ row }, at) => at === 0 || row.block - (rows[at - 1]?.row.block ?? 0) <= 1);
  if (!isOne) return undefined;
  const about = found.row.text.split(CELL).find((cell) => /\p{L}{2}/u.test(cell));
  return { ...found, about: about ?? found.row.text, understood: `What is ${about ?? 'it'}?` };
}
