import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const SAID = 'The roof is tight again since Thursday.';
const read = (body: string, title = 'Roof repaired | Kelby Gazette') =>
  readHtml(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`, {
    source: 'page.html',
  });

describe('a page of a few lines is read without what stands above its text', () => {
  it.each([
    [
      'a line with the name of the site',
      `<p>Kelby Gazette</p><h1>Roof repaired</h1><p>${SAID}</p>`,
    ],
    [
      'a heading of the site and what it says of itself',
      `<header><h1><a href="/">Kelby Gazette</a></h1><p>News from Kelby since 1921</p></header><main><h2>Roof repaired</h2><p>${SAID}</p></main><footer>Kelby Gazette, Mill Lane 4</footer>`,
    ],
    [
      'the same without any parts',
      `<h1>Kelby Gazette</h1><p>News from Kelby since 1921</p><h2>Roof repaired</h2><p>${SAID}</p>`,
    ],
    [
      'a menu in a division',
      `<div><a href="/">Home</a> <a href="/s">Sport</a> <a href="/c">Contact</a></div><h2>Roof repaired</h2><p>${SAID}</p>`,
    ],
    [
      'a row of a table that the page is laid out in',
      `<table><tr><td><b>Kelby Gazette</b></td></tr><tr><td><h1>Roof repaired</h1>${SAID}</td></tr></table>`,
    ],
    [
      'a name and a title in divisions',
      `<div class="masthead">The Kelby Gazette</div><div class="post"><div class="post-title">Roof repaired</div><div class="post-text">${SAID}</div></div>`,
    ],
    [
      'a name that is called so, without a title',
      `<div class="sitename">The Gazette of Kelby</div><div class="content">${SAID}</div>`,
    ],
  ])('%s', (_what, body) => {
    const title = /<h[12]>/.test(body) ? undefined : 'Roof repaired';
    expect(read(body, title)).toMatchObject({ title: 'Roof repaired', text: SAID });
  });

  it('but with a lead, and with headings of its own', () => {
    const lead = 'For two winters the pupils of Kelby had to put buckets under the roof.';
    const page = `<div class="logo">Kelby Gazette</div><h1>Roof repaired</h1><p class="lead">${lead}</p><h2>What it cost</h2><p>The roofer was paid 83,000 crowns.</p>`;
    expect(read(page).text).toBe(`${lead}\n\nWhat it cost\n\nThe roofer was paid 83,000 crowns.`);
  });

  it('and not at all if nothing else is said', () => {
    expect(read('<p class="logo">Kelby Gazette</p>').text).toBe('Kelby Gazette');
  });
});

describe('a page is dated by no day that its text is about', () => {
  it.each([
    ['<h1>Pool closed</h1><p>The pool is closed from 3 to 9 May 2026 for cleaning.</p>', undefined],
    ['<h1>Closed</h1><p>The oven is being repaired until 3 May 2026.</p>', undefined],
    ['<h1>Fair</h1><div>Our fair was first held on 12 June 1998 in Kelby.</div>', undefined],
    ['<h1>Closed</h1><p>Monday, 4 May 2026</p><p>The oven is broken.</p>', '2026-05-04'],
    ['<h1>Closed</h1><p>Published on 4 May 2026 by the baker of Mill Lane.</p>', '2026-05-04'],
  ])('%s', (body, date) => {
    expect(read(body, 'Kelby').publishedAt).toBe(date);
  });
});
