import { expect, it } from 'vitest';
import { gistOf } from '../../src/answering/gist.js';
import type { UnitKind } from '../../src/passages/passage.js';
import type { PassageRecord } from '../../src/store/store.js';

function passageOf(
  id: number,
  path: readonly string[],
  units: readonly (readonly [UnitKind, string])[],
): PassageRecord {
  const text = units.map(([, words]) => words).join('\n');
  let position = id * 1000;
  const start = position;
  const sentences = units.map(([kind, words], block) => {
    const from = position;
    position += words.length + 1;
    const vector = Float32Array.from([1, block / 10, id / 10]);
    const span = { start: from, end: from + words.length, kind, block };
    return { ...span, text: words, reading: words, vector, words: new Uint8Array(0) };
  });
  return {
    id,
    articleId: 'a',
    collection: 'shared',
    title: 'Pool',
    context: ['Pool', ...path].join('. '),
    source: '/pool.md',
    ordinal: id,
    path,
    start,
    end: start + text.length,
    text,
    vector: Float32Array.from([1, 0, 0]),
    sentences,
  };
}

it('is the line that says what a document is, and its headings in order', () => {
  const gist = gistOf([
    passageOf(0, [], [['sentence', 'All about the harbour pool.']]),
    passageOf(1, ['Rules'], [['item', 'No diving.']]),
    passageOf(2, ['Prices'], [['row', 'Adults | 8']]),
  ]);
  expect(gist?.lead.text).toBe('All about the harbour pool.');
  expect(gist?.lead.outline).toEqual(['Rules', 'Prices']);
});

it('is never a question of the document, nor an item while there is prose', () => {
  const gist = gistOf([
    passageOf(
      0,
      [],
      [
        ['item', 'Home'],
        ['sentence', 'Want to swim?'],
        ['sentence', 'The pool is open all year.'],
      ],
    ),
  ]);
  expect(gist?.lead.text).toBe('The pool is open all year.');
  expect(gist?.lead.outline).toBeUndefined();
});
