import { expect, it } from 'vitest';
import { quoteCode } from '../../../src/discord/text/quote-code.js';

it('shows each line as code of its own', () => {
  expect(quoteCode('npm ci\n\nnpm start', 100)).toBe('> `npm ci`\n>\n> `npm start`');
});

it('lets nothing in the code end it', () => {
  expect(quoteCode('a ``` b\n> # c', 100)).toBe('> `a ˋˋˋ b`\n> `> # c`');
});

it('is cut off between lines, within the limit', () => {
  const shown = quoteCode('x'.repeat(40).concat('\n').repeat(20), 200);
  expect(shown.length).toBeLessThanOrEqual(200);
  expect(shown.endsWith('> …')).toBe(true);
});
