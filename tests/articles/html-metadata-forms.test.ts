import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const TEXT =
  '<p>The old tannery on Mill Lane burnt down on Sunday night, and nobody was hurt.</p><p>The fire brigade of Kelby had it under control at four in the morning.</p>';
const page = (head: string, body = '', lang = 'en') =>
  readHtml(
    `<!doctype html><html lang="${lang}"><head>${head}</head><body><article>${body}${TEXT}</article></body></html>`,
    { source: 'page' },
  );
const json = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('the title of a page', () => {
  const FIRE = 'Fire in the old tannery';

  it.each([
    [
      'a heading of the second level under the logo',
      `<title>${FIRE} - The Quay Gazette</title>`,
      `<header><h1><a href="/">The Quay Gazette</a></h1></header><h2>${FIRE}</h2>`,
    ],
    [
      'the shorter of two headings that are parts of it, below the logo',
      `<title>${FIRE} | The Old Quay Road Fire Gazette</title>`,
      `<header><h1><a href="/">The Old Quay Road Fire Gazette</a></h1></header><h1>${FIRE}</h1>`,
    ],
    [
      'a heading without the sign that links to it',
      '<title>Manual</title>',
      `<h1>${FIRE}<a class="headerlink" href="#fire" title="Link to this heading">¶</a></h1>`,
    ],
    [
      'the heading after that of the menu',
      `<title>${FIRE} « Quay Gazette</title>`,
      `<h1>Main navigation</h1><h1>${FIRE}</h1>`,
    ],
    [
      'the heading after that of a notice',
      `<title>${FIRE} | News | Quay Gazette</title>`,
      `<h1>Your privacy</h1><h1>${FIRE}</h1>`,
    ],
    [
      'the part that the heading has too, if nothing names the site',
      `<meta property="og:title" content="${FIRE} | Quay Gazette"><title>${FIRE} | Quay Gazette</title>`,
      `<h1>${FIRE}</h1>`,
    ],
    [
      'no section of the paper',
      `<title>${FIRE}</title>${json({ '@type': 'NewsArticle', headline: 'Local news', name: FIRE })}`,
      `<h1>${FIRE}</h1>`,
    ],
    [
      'the part that the heading has too, before a section and the site',
      `<meta property="og:site_name" content="Quay Gazette"><title>${FIRE} – Local – Quay Gazette</title>`,
      `<h1>${FIRE}</h1>`,
    ],
    ['no address', `<title>${FIRE} - quaygazette.example</title>`, `<h1>${FIRE}</h1>`],
  ])('is %s', (_what, head, body) => {
    expect(page(head, body).title).toBe(FIRE);
  });

  it('keeps a part of its own after a dash', () => {
    const title = 'Fire in the tannery - what we know - and what we do not';
    const head = `<meta property="og:title" content="${title}">`;
    expect(page(head, '<h1>Fire in the tannery</h1>').title).toBe(title);
  });

  it('has no entities, which some write twice', () => {
    const twice = '<meta property="og:title" content="Caf&amp;eacute; closes">';
    expect(page(twice).title).toBe('Café closes');
    const linked = json({ '@type': 'NewsArticle', headline: 'Mayor&#x2019;s cat &amp; the crane' });
    expect(page(linked).title).toBe('Mayor’s cat & the crane');
  });
});

describe('the date of a page', () => {
  it.each([
    ...['article.published', 'published_at', 'bt:pubDate', 'dcterms.issued', 'DC.date.published'],
    ...['DC.Date', 'citation_online_date', 'og:release_date'],
  ])('is found in a meta named %s', (name) => {
    expect(page(meta(name, '2024-11-09')).publishedAt).toBe('2024-11-09');
  });

  it.each([
    ['ja', '2024年11月9日 8時'],
    ['ko', '2024년 11월 9일'],
    ['hu', '2024. november 9.'],
    ['tr', '9 Kasım 2024'],
    ['ro', '9 noiembrie 2024'],
    ['en', 'Saturday, November 9th, 2024'],
    ['en', '09.11.2024'],
    ['fr', 'Publié le 09/11/2024 à 10h12'],
  ])('is understood as %s writes it: %s', (lang, text) => {
    expect(page('', `<h1>Fire</h1><p class="date">${text}</p>`, lang).publishedAt).toBe(
      '2024-11-09',
    );
  });

  it.each([
    ['sw-pubdate', '20241109'],
    ['pubdate', '20241109T0815'],
    ['date', '20241109T081500Z'],
  ])('is understood without signs between its parts: %s %s', (name, written) => {
    expect(page(meta(name, written)).publishedAt).toBe('2024-11-09');
  });

  it.each(['20241309', '241109', '120241109'])('is not in a number: %s', (written) => {
    expect(page(meta('pubdate', written)).publishedAt).toBeUndefined();
  });

  it('is in an element that tells how long ago it is', () => {
    const ago = '<relative-time datetime="2024-11-09T08:00:00Z">3 days ago</relative-time>';
    expect(page('', ago).publishedAt).toBe('2024-11-09T08:00:00Z');
  });

  it('is none if month and day may be either', () => {
    expect(page('', '<div class="date">04/03/2025 05:22 pm</div>').publishedAt).toBeUndefined();
  });
});

describe('the title of a page without headings', () => {
  it.each([
    ['the link to the first page', '<header><a href="/">Quay Gazette</a></header>'],
    [
      'the picture that is its logo',
      '<div class="logo"><img alt="Quay Gazette" src="l.png"></div>',
    ],
    ['its foot', '<footer>© 2026 Quay Gazette. All rights reserved.</footer>'],
  ])('ends before the name that %s gives the site', (_where, part) => {
    expect(page('<title>Tannery burns | Quay Gazette</title>', part).title).toBe('Tannery burns');
  });

  it('is kept whole if nothing says what a part of it is', () => {
    expect(page('<title>Tannery burns - an update</title>').title).toBe(
      'Tannery burns - an update',
    );
  });
});

describe('the author of a page', () => {
  it.each([
    '<p>By <a href="/i">Imke Soland</a> and <a href="/o">Odo Finch</a> | 3 May 2026</p>',
    '<p>By Imke Soland and Odo Finch</p>',
    '<p>Text: Imke Soland and Odo Finch</p>',
  ])('may be two: %s', (line) => {
    expect(page('', line).author).toBe('Imke Soland and Odo Finch');
  });

  it.each([
    '<div class="byline">Imke SolandMastodonScience EditorMar 9, 2026 4:01 pm UTC</div>',
    '<div class="byline"><span>Imke Soland</span><span>Mastodon</span><span>Mar 9, 2026</span></div>',
    '<a class="p-author h-card" href="x">Imke Soland</a>',
    '<h1>Fire</h1><p>Words by Imke Soland</p>',
    meta('author', 'Imke Soland (imke@quay.example)'),
    meta('dcterms.creator', 'Imke Soland'),
  ])('is found in %s', (body) => {
    expect(page('', body).author).toBe('Imke Soland');
  });

  it.each(['WebPage', 'AboutPage', 'ItemPage'])(
    'is whom the data of a %s refers to, if nothing there is called an article',
    (type) => {
      const graph = [
        { '@type': type, author: { '@id': '#person' } },
        { '@type': 'Person', '@id': '#person', name: 'Imke Soland' },
      ];
      expect(page(json({ '@graph': graph })).author).toBe('Imke Soland');
    },
  );

  it.each(['Webmaster', 'None', 'N/A', 'Default User', 'Super User', 'Copyright Quay Ltd.'])(
    'is not %s',
    (name) => {
      expect(page(meta('author', name)).author).toBeUndefined();
    },
  );

  it.each(['Ian McDonald', 'Jo FitzGerald', 'Ada DeVito'])('may be called %s', (name) => {
    expect(page('', `<div class="byline">By ${name}</div>`).author).toBe(name);
  });
});
