import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../src/text/boilerplate.js';

describe("a page's furniture", () => {
  it.each([
    'Share',
    'Share on Facebook Tweet this Email',
    'FacebookTwitterWhatsApp',
    'Share this article on X | Pin it · Copy link:',
    'Share on Facebook on Twitter via WhatsApp',
    'Sign up for our newsletter',
    'Subscribe',
    '12 comments',
    '12 people found this helpful',
    'Was this page helpful? Yes No',
    'FOR IMMEDIATE RELEASE',
    '###',
    '# # #',
    '-30-',
    '– 30 –',
    'ENDS',
    '– ENDS –',
    '*** END ***',
    '-Ende-',
    '(ends)',
    '* * *',
  ])('is told by its whole line: %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'Share prices fell on Monday.',
    'Print is not dead',
    '12 people found this house empty',
    'Sign up to nothing',
    'Register your interest with the council before the end of the month, since nobody reads these now',
    'X marks the spot',
    '30',
    'Ends',
    'End of season',
    'The fair ENDS on Monday',
    '-30 degrees',
    '#30',
  ])('is not what only begins like it: %s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  it.each([
    ['share words', `${'x '.repeat(45)}!`],
    ['share words in one', `${'x'.repeat(259)}!`],
    ['share words and what may follow them', `${'share to link '.repeat(18)}!`],
    ['an invitation', `sign up ${'now'.repeat(80)}!`],
  ])('is told at once in a line made of %s', (_, line) => {
    const before = performance.now();
    isBoilerplate(line);
    expect(performance.now() - before).toBeLessThan(50);
  });
});
