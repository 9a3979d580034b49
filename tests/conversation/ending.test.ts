import { expect, test } from 'vitest';
import { withoutEnd } from '../../src/conversation/ending.js';

test('A question loses the marks and spaces that end it, and none within', () => {
  expect(withoutEnd('Is it open? Since when ?! …')).toBe('Is it open? Since when');
  expect(withoutEnd('?!')).toBe('');
  expect(withoutEnd('why')).toBe('why');
});
