import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSitemap } from '../../src/articles/sitemap.js';
import { sitemapPages } from '../../src/articles/sitemap-pages.js';
import { pages, serve } from './loopback.js';
import { readKind } from './kinds/read-kind.js';
import { temporaryFolder } from './temporary-folder.js';

const loc = (name: string, address: string) => `<${name}><loc> ${address} </loc></${name}>`;
const urlset = (...addresses: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((each) => loc('url', each)).join('')}</urlset>`;
const list = (source: string, limit?: number) =>
  sitemapPages(
    { source, kind: 'url', bytes: undefined },
    { allowPrivateUrls: true, userAgent: 'test', limit },
  );

describe('a sitemap', () => {
  it('lists pages of its own host, each once', () => {
    const own = 'https://a.example/one?a=1&amp;b=2';
    const text = urlset(own, own, 'https://b.example/two', 'ftp://a.example/three');
    expect(readSitemap(Buffer.from(text), 'https://a.example/sitemap.xml').pages).toEqual([
      'https://a.example/one?a=1&b=2',
    ]);
  });

  it('that lists others leads to their pages, packed or not, and fails for one alone', async () => {
    let origin = '';
    origin = await serve((request, response) => {
      const index = ['/a.xml', '/b.xml.gz', '/gone.xml'].map((path) =>
        loc('sitemap', origin + path),
      );
      pages({
        '/index.xml': { type: 'text/xml', body: `<sitemapindex>${index.join('')}</sitemapindex>` },
        '/a.xml': { type: 'text/xml', body: urlset(`${origin}/1`, `${origin}/2`) },
        '/b.xml.gz': { type: 'application/gzip', body: gzipSync(urlset(`${origin}/3`)) },
      })(request, response);
    });
    const found = await list(`${origin}/index.xml`);
    expect(found.items.map(({ source }) => source)).toEqual(
      ['/1', '/2', '/3'].map((p) => origin + p),
    );
    expect(found.failures).toMatchObject([
      { source: `${origin}/gone.xml`, error: { code: 'url-status' } },
    ]);
    expect((await list(`${origin}/index.xml`, 1)).items).toHaveLength(1);
  });

  it('may be a file', async () => {
    const listed = urlset('https://a.example/1', 'https://b.example/2');
    const folder = await temporaryFolder({ 'sitemap.xml': listed });
    const { items, failures } = await list(path.join(folder, 'sitemap.xml'));
    expect(items.map(({ source: page }) => page)).toEqual([
      'https://a.example/1',
      'https://b.example/2',
    ]);
    expect(failures).toEqual([]);
  });

  it('without pages, or one that is no sitemap, is refused', async () => {
    const origin = await serve(pages({ '/a.xml': '<html><p>Not here.</p></html>' }));
    expect((await list(`${origin}/a.xml`)).failures).toMatchObject([
      { error: { code: 'sitemap-empty' } },
    ]);
  });

  it('that unpacks to gigabytes is refused', () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    expect(() => readSitemap(bomb, 'https://a.example/s.xml.gz')).toThrow(
      /too much time or memory/,
    );
  });

  it('is no article', async () => {
    await expect(readKind(urlset('https://a.example/'), 'sitemap.xml')).rejects.toMatchObject({
      code: 'source-sitemap',
    });
  });
});

it('reads the words of other XML', async () => {
  const xml =
    '<?xml version="1.0"?><report><title>Prefixed</title><para>The weir holds.</para></report>';
  const { text } = await readKind(xml, 'report.xml');
  expect(text).toContain('The weir holds.');
  expect(text).not.toContain('<');
});
