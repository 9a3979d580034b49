import { expect, test } from 'vitest';
import { pageOf } from '../../src/discord/pages.js';

const seven = [1, 2, 3, 4, 5, 6, 7];

test('a page has its share, and the last one the rest', () => {
  expect(pageOf(seven, 0, 5)).toEqual({ items: [1, 2, 3, 4, 5], page: 0, pages: 2 });
  expect(pageOf(seven, 1, 5)).toEqual({ items: [6, 7], page: 1, pages: 2 });
});

test('a page that there is no longer is the last one', () => {
  expect(pageOf(seven, 40, 5)).toEqual({ items: [6, 7], page: 1, pages: 2 });
  expect(pageOf([], 3, 5)).toEqual({ items: [], page: 0, pages: 1 });
});
