import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';
import { headerOf, parentOf } from '../../src/passages/places.js';

const { text, blocks } = readMarkdown(
  'Stations:\n\n| Name | Year |\n|---|---|\n| Kelby | 1990 |\n| Orm | 1991 |\n\n- one\n  - two\n  - three\n    - four\n- five\n\nEnd.\n\n- six\n',
);

function wordsOf(block: { readonly start: number; readonly end: number } | undefined): string {
  return block === undefined ? '' : text.slice(block.start, block.end);
}

function placeOf(words: string): number {
  return blocks.findIndex((block) => wordsOf(block) === words);
}

test('A row has the header of its own table', () => {
  expect(wordsOf(headerOf(blocks, placeOf('Kelby | 1990')))).toBe('Name | Year');
  expect(wordsOf(headerOf(blocks, placeOf('Orm | 1991')))).toBe('Name | Year');
  expect(headerOf(blocks, placeOf('Name | Year'))).toBeUndefined();
  expect(headerOf(blocks, placeOf('one'))).toBeUndefined();
});

test.each([
  ['one', ''],
  ['two', 'one'],
  ['three', 'one'],
  ['four', 'three'],
  ['five', ''],
  ['six', ''],
])('The item %j is in %j', (item, parent) => {
  expect(wordsOf(parentOf(blocks, placeOf(item)))).toBe(parent);
});
