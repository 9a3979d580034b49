import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const STORY = [
  'The roof of Kelby school is tight again after two years: roofer Aldo Brisk finished it on Thursday for 83,000 crowns, as the council had promised.',
  'For two winters the pupils had to put buckets under the beams of the hall, and the piano was moved to the library of the village, where it still stands.',
  'The money comes from the fund for old buildings, which pays for two roofs a year, and from a bazaar that the parents held in the spring.',
  'Next year the windows will follow, for which the council has put aside another 40,000 crowns, and the old stove will at last be taken down.',
] as const;
const TEXT = STORY.map((text) => `<p>${text}</p>`).join('');
const OFFER =
  '<p>The best card for your next journey has no fee for a whole year, and a bonus of 60,000 points after you spend 3,000 crowns within the first three months.</p><p>Rates are as of May 2026 and may change at any time.</p>';
const APPLY = '<a href="https://goldcard.example/apply" rel="nofollow sponsored">Apply now</a>';
const PAID = '<p>This site receives compensation from the companies of which it shows offers.</p>';

const read = (body: string) =>
  readHtml(
    `<!doctype html><html lang="en"><head><title>School roof repaired</title></head><body><header><a href="/">Kelby Gazette</a></header>${body}</body></html>`,
    { source: 'page.html' },
  ).text;

describe("an advertiser's box is left out, whatever its heading", () => {
  it.each([
    [
      'with a sponsored link, beside the article',
      `<main><article><h1>School roof repaired</h1>${TEXT}</article><div><h3>Travel further with Goldcard</h3>${OFFER}${APPLY}</div></main>`,
    ],
    [
      'that says who pays, above the article',
      `<div class="x1">${OFFER}${PAID}</div><div><h1>School roof repaired</h1>${TEXT}</div>`,
    ],
    [
      'that does both, in the article',
      `<main><h1>School roof repaired</h1>${TEXT}<section><h2>Save on your heating</h2>${OFFER}${PAID}<p>${APPLY}</p></section></main>`,
    ],
    [
      'under a label',
      `<article><h1>School roof repaired</h1><div><span>Sponsored</span><h4>Goldcard</h4>${OFFER}</div>${TEXT}</article>`,
    ],
    [
      'under the name of who pays',
      `<article><h1>School roof repaired</h1>${TEXT}<div><p>Paid for by Goldcard Ltd</p>${OFFER}</div></article>`,
    ],
    [
      'of an ad server',
      `<article><h1>School roof repaired</h1>${TEXT}<div data-ad-slot="12"><h4>Goldcard</h4>${OFFER}</div></article>`,
    ],
    [
      'that is called so for those who see nothing',
      `<article><h1>School roof repaired</h1>${TEXT}<div aria-label="Anzeige"><h4>Goldcard</h4>${OFFER}</div></article>`,
    ],
  ])('%s', (_what, body) => {
    expect(read(body)).toBe(STORY.join('\n\n'));
  });
});

describe('what an article says is kept', () => {
  it.each([
    [
      'of a thing that can be bought',
      `<article><h1>Three cards compared</h1>${TEXT}<section><h2>Goldcard</h2>${OFFER}${APPLY}</section><section><h2>Silvercard</h2>${OFFER}${APPLY}</section></article>`,
    ],
    [
      'of who is paid',
      `<article><h1>How these sites earn money</h1>${TEXT}<section><h2>Cards</h2>${OFFER}${PAID}</section></article>`,
    ],
    [
      'around the place of an advertisement',
      `<article><h1>Cards</h1>${TEXT}<div class="text">${OFFER}<div>Advertisement</div><p>${STORY[3]}</p></div></article>`,
    ],
    [
      'in a wrapper with the attribute of one',
      `<article data-ad="off"><h1>Cards</h1>${TEXT}${OFFER}</article>`,
    ],
    [
      'with a sponsored link in a sentence',
      `<article><h1>Cards</h1>${TEXT}<p>The best card ${APPLY} has no fee for a whole year, and a bonus after three months.</p></article>`,
    ],
  ])('%s', (_what, body) => {
    expect(read(body)).toContain('a whole year, and a bonus');
  });
});
