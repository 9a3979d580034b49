import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { htmlFragment, readHtml } from '../../src/articles/html.js';
import { ARTICLE_PARAGRAPHS, fixture } from './putin.js';

const read = (html: string, url?: string) => readHtml(html, { source: 'page.html', url });
const body = (inner: string) =>
  `<!doctype html><html><body><article>${inner}</article></body></html>`;
const LONG = 'A sentence of some length that stands for the words of an article. '.repeat(4).trim();

describe('a news page', async () => {
  const page = await readFile(fixture('news-page.html'), 'utf8');
  const article = read(page, 'https://meridianpost.example/world/putin-pyongyang?utm_source=feed');

  it("gives the article's sentences, its subheading, and nothing else", () => {
    const withSubheading = [...ARTICLE_PARAGRAPHS];
    withSubheading.splice(3, 0, 'A parade, a concert and a church');
    expect(article.text.split('\n\n')).toEqual(withSubheading);
  });

  it('says what the page says of itself', () => {
    expect(article).toMatchObject({
      title: 'Putin confirms first visit to Pyongyang since 2000',
      author: 'Hannah Okafor, Li Wen',
      publishedAt: '2024-06-18T07:30:00+01:00',
      site: 'The Meridian Post',
      language: 'en-GB',
      url: 'https://meridianpost.example/world/putin-pyongyang',
    });
  });

  it('is read the same without JSON-LD', () => {
    const bare = page.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/, '');
    expect(read(bare)).toMatchObject({
      title: 'Putin confirms first visit to Pyongyang since 2000',
      author: 'Hannah Okafor and Li Wen',
      publishedAt: '2024-06-18T07:30:00+01:00',
      text: article.text,
    });
  });
});

describe('the canonical URL', () => {
  const page = (href: string) =>
    `<html><head><link rel="canonical" href="${href}"></head><body><p>${LONG}</p></body></html>`;
  const fetchedFrom = 'https://example.com/news/1?utm=x';

  it.each([
    ['of the same host is believed', '/news/1', 'https://example.com/news/1'],
    [
      'with www is the same host',
      'https://www.example.com/news/1',
      'https://www.example.com/news/1',
    ],
    ['of another host is not', 'https://evil.example/news/1', fetchedFrom],
    ['of another scheme is not', 'javascript:alert(1)', fetchedFrom],
    ['of the front page is not', 'https://example.com/', fetchedFrom],
  ])('%s', (_what, href, expected) => {
    expect(read(page(href), fetchedFrom).url).toBe(expected);
  });

  it('of a saved file tells where the page is from', () => {
    expect(read(page('https://example.com/news/1')).url).toBe('https://example.com/news/1');
  });
});

describe('the text of a page', () => {
  it.each([
    ['lists', '<ul><li>one<li>two <b>bold</b></ul>', '- one\n- two bold'],
    ['numbered lists', '<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four'],
    ['lists in lists', '<ul><li>one<ul><li>a</li><li>b</li></ul></li></ul>', '- one\n  - a\n  - b'],
    [
      'tables',
      '<table><tr><th>City</th><th>People</th></tr><tr><td>Pyongyang</td><td>3 million</td></tr></table>',
      'City | People\nPyongyang | 3 million',
    ],
    ['line breaks', '<p>one<br>two</p>', 'one\ntwo'],
    ['code', '<pre>if (a) {\n  b();\n}</pre>', 'if (a) {\n  b();\n}'],
    ['entities', '<p>Q&amp;A &ldquo;quoted&rdquo; caf&eacute;</p>', 'Q&A “quoted” café'],
    ['words next to inline marks', '<p>semi<b>con</b>ductor</p>', 'semiconductor'],
    ['notes', '<p>Known since 1950.<sup>[12]</sup></p>', 'Known since 1950.'],
    ['dates inside sentences', '<p>It began on <time>1 May</time>.</p>', 'It began on 1 May.'],
  ])('keeps %s readable', (_what, html, text) => {
    expect(htmlFragment(html, 'x').text).toBe(text);
  });

  it('leaves out what invites, not what only begins alike', () => {
    const html =
      '<p>Read more: Summit ends</p><p>Share this</p><p>Related stories</p>' +
      '<p>Share prices fell on Monday.</p><p>Comments by the minister were met with anger.</p>';
    expect(htmlFragment(html, 'x').text).toBe(
      'Share prices fell on Monday.\n\nComments by the minister were met with anger.',
    );
  });

  it('is found where all of it is in a part with an unlucky name', () => {
    const page = `<html><body><div id="comments"><p>${LONG}</p><p>${LONG}</p></div></body></html>`;
    expect(read(page).text).toContain(LONG);
  });

  it('is found on the shortest of pages', () => {
    expect(read('<p>Hello there.</p>').text).toBe('Hello there.');
    expect(read('<html lang=de><title>Note</title>Only words')).toMatchObject({
      title: 'Note',
      language: 'de',
      text: 'Only words',
    });
  });

  it('is empty where scripts would have to write it', () => {
    expect(read('<html><body><div id="app"></div><script>go()</script></body></html>').text).toBe(
      '',
    );
  });

  it('does not contain the files that a saved page carries', () => {
    const picture = `data:image/png;base64,${'A'.repeat(6_000_000)}`;
    expect(read(body(`<img src="${picture}"><p>${LONG}</p>`)).text).toBe(LONG);
  });
});

describe('the title', () => {
  it.each([
    ['the site at the end', 'A visit - The Post', 'A visit'],
    ['the site in front', 'The Post | A visit', 'A visit'],
    ['a dash of its own', 'A visit - and a row - The Post', 'A visit - and a row'],
    ['no site', 'Twenty-one visits', 'Twenty-one visits'],
  ])('is rid of the site: %s', (_what, title, expected) => {
    const page = `<html><head><title>${title}</title><meta property="og:site_name" content="The Post"></head><body><p>${LONG}</p></body></html>`;
    expect(read(page).title).toBe(expected);
  });
});

describe('a page that would take too long', () => {
  it.each([
    ['by its depth', '<div>'.repeat(3_000)],
    ['by its number of elements', '<b>x</b>'.repeat(60_000)],
    [
      'by elements with next to nothing in them',
      '<table><tr>'.repeat(100) + '<td>x'.repeat(30_000),
    ],
    ['by its size', `<p>${'x'.repeat(5_100_000)}</p>`],
  ])('%s is refused at once', (_what, html) => {
    const started = Date.now();
    expect(() => read(html)).toThrow(
      expect.objectContaining({ code: 'source-too-complex' }) as Error,
    );
    expect(Date.now() - started).toBeLessThan(15_000);
  });
});

describe('a page with more siblings than the stack holds', () => {
  it('is read', () => {
    const { text } = read(`<body>The mill is old.${' &'.repeat(300_000)}</body>`);
    expect(text.slice(0, 16)).toBe('The mill is old.');
  });
});
