import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const LONG = 'A sentence of some length that stands for the words of an article. '.repeat(4).trim();

describe('a page that is made to be slow', () => {
  it.each([
    [
      'by nesting',
      ('<div class="x">'.repeat(180) + 'words, words' + '</div>'.repeat(180)).repeat(250),
    ],
    ['by names of furniture', '<div class="ad"><p>words</p></div>'.repeat(5_000)],
    ['by spaces', `<p>a${' '.repeat(1_000_000)}b</p><pre>a${' '.repeat(1_000_000)}b</pre>`],
    ['by spaces in pieces', `<p>a${'<b> </b>'.repeat(10_000)}b</p>`],
    ['by its title', `<title>${' - a'.repeat(500_000)}</title><p>${LONG}</p>`],
    ['by open comments', '<!--'.repeat(500_000)],
    [
      'by parts side by side',
      `<main>${`<p>${LONG}</p><div class="p">words</div>`.repeat(4_000)}</main>`,
    ],
    ['by questions', `<main>${'<label>Is it?</label><div hidden>Yes.</div>'.repeat(8_000)}</main>`],
    ['by times', `<main>${'<time>3 May</time><p>The tower was closed.</p>'.repeat(8_000)}</main>`],
    ['by signs', `<figure>${'<&'.repeat(500_000)}</figure>`],
    [
      'by spaces in a name',
      `<meta property="og${'\t'.repeat(300_000)}" content="x"><p>${LONG}</p>`,
    ],
    ['by names of pictures', `<p>${LONG}</p><img data-a="${'.jpg'.repeat(200_000)} x">`],
    [
      'by names',
      `<p class="${'a '.repeat(500_000)}" style="${'a:b;'.repeat(200_000)}">${LONG}</p>`,
    ],
    ['by small print', `<h1>x</h1>${'<div><h3>Disclaimer</h3><p>x</p></div>'.repeat(8_000)}`],
  ])('%s is read or refused in seconds', (_what, html) => {
    const started = Date.now();
    try {
      readHtml(html, { source: 'page.html', url: undefined });
    } catch (error) {
      expect(error).toMatchObject({ code: 'source-too-complex' });
    }
    expect(Date.now() - started).toBeLessThan(15_000);
  });
});
