import { expect, it } from 'vitest';
import { withApostrophes } from '../../src/conversation/apostrophes.js';

it.each([
  ['whats included?', "what's included?"],
  ['Whos that, and wheres it?', "Who's that, and where's it?"],
  ['what isnt?', "what isn't?"],
  ['if i dont pay', "if i don't pay"],
  ['cant I take my car? it wont fit', "can't I take my car? it won't fit"],
])('%s: %s', (written, meant) => {
  expect(withApostrophes(written)).toBe(meant);
});

it('leaves other words as they are', () => {
  for (const text of ["what's new?", 'the ants want hats', 'shows its wheres']) {
    expect(withApostrophes(text)).toBe(text.replace('wheres', "where's"));
  }
});
