import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const TEXT = '<p>The bakery on Mill Lane reopens on Monday, after two years of repairs.</p>';
const page = (head: string, body: string) =>
  readHtml(`<!doctype html><html><head>${head}</head><body>${body}${TEXT}</body></html>`, {
    source: 'page',
  });
const json = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the date of a page', () => {
  it.each([
    '<abbr class="published" title="2026-03-04">last week</abbr>',
    '<span itemprop="datePublished" content="2026-03-04">last week</span>',
    '<span itemprop="datePublished">4 March 2026</span>',
    '<time content="2026-03-04">last week</time>',
    '<h1>Bakery reopens</h1><div>Published: 4 March 2026</div>',
    json({ '@type': 'WebPage', datePublished: '2026-03-04' }),
    '<meta name="citation_publication_date" content="2026/03/04">',
    '<meta name="DC:date" content="2026-03-04">',
  ])('is found in %s', (body) => {
    expect(page('', body).publishedAt?.slice(0, 10)).toBe('2026-03-04');
  });
});

describe('the author of a page', () => {
  it.each([
    '<div class="byline">By <a rel="author">Lotte Amaral</a>Twitter Culture Writer Jan 9, 2026</div>',
    '<div class="byline">By Lotte Amaral | Jan 9, 2026 11:15 am UTC</div>',
    '<div class="vcard"><span class="fn">Lotte Amaral</span></div>',
    '<h1>Bakery reopens</h1><p>Von Lotte Amaral</p>',
    '<meta name="author" content="wordpressadmin"><span class="author">Lotte Amaral</span>',
    json({
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Bakery reopens', author: { '@id': '#a' } },
        { '@type': 'Person', '@id': '#a', name: 'Lotte Amaral' },
      ],
    }),
  ])('is found in %s', (body) => {
    expect(page('<title>Bakery reopens</title>', body).author).toBe('Lotte Amaral');
  });

  it.each(['No Author', 'x@y.example', '→', 'admin'])('is not %s', (name) => {
    expect(page(`<meta name="author" content="${name}">`, '').author).toBeUndefined();
  });
});

describe('the title of a page', () => {
  it('is the heading that the page is called by, not the logo', () => {
    const body = '<h1>Kelby Gazette</h1><h1>Bakery on Mill Lane reopens</h1>';
    const { title } = page('<title>Bakery on Mill Lane reopens</title>', body);
    expect(title).toBe('Bakery on Mill Lane reopens');
  });

  it('is not a headline that neither the title nor a heading agrees with', () => {
    const linked = json({
      '@type': 'Article',
      headline: 'species of mammal',
      name: 'Brindle otter',
    });
    const { title } = page(
      `<title>Brindle otter - Wiki</title>${linked}`,
      '<h1>Brindle otter</h1>',
    );
    expect(title).toBe('Brindle otter');
  });

  it('is not a headline that has only small words of theirs', () => {
    const headline = 'mammal of the family of seals';
    const linked = json({ '@type': 'Article', headline, name: 'Common seal' });
    const head = `<title>Common seal - Encyclopedia of the Coast</title>${linked}`;
    expect(page(head, '<h1>Common seal</h1>').title).toBe('Common seal');
  });

  it('has its entities decoded', () => {
    const linked = json({ '@type': 'Article', headline: 'The Mayor&#8217;s dog' });
    expect(page(linked, '').title).toBe('The Mayor’s dog');
  });
});

describe('the title of a page whose only h1 is its logo', () => {
  it.each(['Ny bro åbner i Vesterby – Tidende Nord', 'Tidende Nord: Ny bro åbner i Vesterby'])(
    'is the heading below, though the title has the site’s name too: %s',
    (whole) => {
      const body = '<h1><a href="/">Tidende Nord</a></h1><main><h2>Ny bro åbner i Vesterby</h2>';
      expect(page(`<title>${whole}</title>`, body).title).toBe('Ny bro åbner i Vesterby');
    },
  );
});

describe('the title of a page whose first heading is a menu’s', () => {
  it.each(['Bakery on Mill Lane reopens - V8', 'V8 | Bakery on Mill Lane reopens'])(
    'is the heading below that its own title has: %s',
    (title) => {
      const body = '<h1>Navigation und Service</h1><article><h2>Bakery on Mill Lane reopens</h2>';
      expect(page(`<title>${title}</title>`, body).title).toBe('Bakery on Mill Lane reopens');
    },
  );
});
