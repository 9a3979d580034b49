import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readItem, type ReadOptions, type ReadResult } from '../../src/articles/read.js';
import { listSources } from '../../src/articles/sources.js';
import { pages, serve } from './loopback.js';
import { makePdf } from './kinds/pdf/maker.js';
import { ARTICLE_FILE, ARTICLE_PARAGRAPHS, fixture } from './putin.js';
import { temporaryFolder } from './temporary-folder.js';

const OPTIONS: ReadOptions = { allowPrivateUrls: true, userAgent: 'Newsdesk/test' };

async function read(source: string, options: Partial<ReadOptions> = {}): Promise<ReadResult[]> {
  const { items, failures } = await listSources([source]);
  expect(failures).toEqual([]);
  const results = await Promise.all(
    items.map((item) => readItem(item, { ...OPTIONS, ...options })),
  );
  return results.flat();
}

async function articles(source: string, options: Partial<ReadOptions> = {}) {
  const results = await read(source, options);
  return results.map((result) => {
    if (result.kind !== 'article') throw new Error(JSON.stringify(result));
    return result.article;
  });
}

async function failure(source: string, options: Partial<ReadOptions> = {}) {
  const [result] = await read(source, options);
  return result?.kind === 'failed' ? { source: result.source, code: result.error.code } : result;
}

const LONG = 'A sentence of some length that stands for the words of an article. '.repeat(8).trim();
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><p>${LONG}</p></article></body></html>`;

describe('the same article as text, HTML and PDF', () => {
  it('has the same sentences', async () => {
    const folder = await temporaryFolder({
      'putin.pdf': await makePdf(ARTICLE_PARAGRAPHS, { header: 'The Meridian Post', footer: '#' }),
    });
    const sentences = async (source: string) => {
      const [article] = await articles(source);
      const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
        article?.text ?? '',
      );
      return [...segments].map(({ segment }) => segment.trim()).filter(Boolean);
    };
    const fromText = await sentences(ARTICLE_FILE);
    const own = ARTICLE_PARAGRAPHS.join('\n');
    const expected = fromText.filter((sentence) => own.includes(sentence));
    expect(expected.length).toBeGreaterThan(15);
    expect(await sentences(path.join(folder, 'putin.pdf'))).toEqual(expected);
    const fromHtml = await sentences(fixture('news-page.html'));
    expect(fromHtml.filter((sentence) => sentence !== 'A parade, a concert and a church')).toEqual(
      expected,
    );
  });
});

describe('a file', () => {
  it('becomes an article that is found again by its path', async () => {
    const [article] = await articles(ARTICLE_FILE);
    expect(article).toMatchObject({ source: ARTICLE_FILE, title: 'Putin North Korea' });
    expect(article?.url).toBeUndefined();
  });

  it.each([
    ['empty', '', 'source-empty'],
    ['binary', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex'), 'source-binary'],
    ['too large', new Uint8Array(25_000_001), 'source-too-large'],
  ])('that is %s fails with its path', async (_what, content, code) => {
    const folder = await temporaryFolder({ 'a.txt': content });
    expect(await failure(path.join(folder, 'a.txt'))).toMatchObject({
      source: path.join(folder, 'a.txt'),
      code,
    });
  });

  it('that vanishes after it was listed fails with its path', async () => {
    const source = '/no/such/file.txt';
    const result = await readItem({ source, kind: 'file', bytes: 3 }, OPTIONS);
    expect(result).toMatchObject([{ kind: 'failed', source, error: { code: 'file-not-found' } }]);
  });
});

describe('standard input', () => {
  const stdin = (content: string) => Readable.from([Buffer.from(content)]);

  it('is named by what it says, so that two inputs are two articles', async () => {
    const [one] = await articles('-', { stdin: stdin('He came on Tuesday.') });
    const [same] = await articles('-', { stdin: stdin('He came on Tuesday.') });
    const [other] = await articles('-', { stdin: stdin('He left on Thursday.') });
    expect(one).toMatchObject({ title: 'He came on Tuesday.', text: 'He came on Tuesday.' });
    expect(one?.source).toMatch(/^stdin:[0-9a-f]{12}$/);
    expect(same?.source).toBe(one?.source);
    expect(other?.source).not.toBe(one?.source);
  });

  it('is told to be empty or not there', async () => {
    expect(await failure('-', { stdin: stdin('') })).toMatchObject({ code: 'source-empty' });
    expect(await failure('-')).toMatchObject({ code: 'stdin-missing' });
  });
});

describe('a page on the web', () => {
  it('becomes an article with its address and what finds out whether it has changed', async () => {
    const origin = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else
        response.writeHead(200, { etag: '"v1"', 'content-type': 'text/html' }).end(page('A visit'));
    });
    const source = `${origin}/old`;
    expect(await articles(`${source}#part`)).toEqual([
      {
        source,
        url: `${origin}/new`,
        title: 'A visit',
        text: LONG,
        blocks: [{ kind: 'paragraph', start: 0, end: LONG.length }],
        language: 'en',
        validators: { etag: '"v1"', lastModified: undefined },
      },
    ]);
    expect(await read(source, { validators: { etag: '"v1"' } })).toEqual([
      { kind: 'unchanged', source },
    ]);
  });

  it('may be text, Markdown or PDF', async () => {
    const origin = await serve(
      pages({
        '/a-visit.txt': { type: 'text/plain', body: LONG },
        '/notes': { type: 'text/markdown; charset=utf-8', body: `# Notes\n\n${LONG}` },
        '/putin.pdf': { type: 'application/octet-stream', body: await makePdf(ARTICLE_PARAGRAPHS) },
      }),
    );
    const read = async (address: string) => (await articles(origin + address))[0];
    expect(await read('/a-visit.txt')).toMatchObject({ title: 'A Visit', text: LONG });
    expect(await read('/notes')).toMatchObject({ title: 'Notes', text: LONG });
    expect(await read('/putin.pdf')).toMatchObject({
      title: 'Putin',
      text: ARTICLE_PARAGRAPHS.join('\n\n'),
    });
  });

  it('that is not to be had fails with its address', async () => {
    const origin = await serve(pages({ '/empty': '' }));
    expect(await failure(`${origin}/gone`)).toMatchObject({
      source: `${origin}/gone`,
      code: 'url-status',
    });
    expect(await failure(`${origin}/empty`)).toMatchObject({ code: 'source-empty' });
    expect(await failure(`${origin}/gone`, { allowPrivateUrls: false })).toMatchObject({
      code: 'url-private',
    });
  });
});

describe('a feed', () => {
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Post</title><link>https://example.com/</link><language>en-us</language>${items}</channel></rss>`;

  it('gives each entry: from the feed where it is whole there, else from its page', async () => {
    const origin = await serve((request, response) => {
      const answers = pages({
        '/feed': {
          type: 'application/rss+xml',
          body: rss(`
            <item><title>Whole &amp; here</title><link>/whole</link><dc:creator>Hannah Okafor</dc:creator>
              <pubDate>Tue, 18 Jun 2024 07:30:00 +0100</pubDate><description>Short.</description>
              <content:encoded><![CDATA[<p>He <b>came</b>.</p><p>He left.</p><script>x()</script>]]></content:encoded></item>
            <item><title>Elsewhere</title><link>/else#top</link><description>Only a summary…</description></item>
            <item><title>Gone</title><link>/gone</link><description>Only a summary…</description></item>
            <item><title>Whole again</title><link>/whole</link><description>Twice.</description></item>`),
        },
        '/else': page('Elsewhere, as the page says'),
      });
      answers(request, response);
    });
    const results = await read(`${origin}/feed`);
    expect(results).toMatchObject([
      {
        kind: 'article',
        article: {
          source: `${origin}/whole`,
          url: `${origin}/whole`,
          title: 'Whole & here',
          author: 'Hannah Okafor',
          publishedAt: '2024-06-18T06:30:00.000Z',
          site: 'The Post',
          language: 'en-US',
          text: 'He came.\n\nHe left.',
        },
      },
      {
        kind: 'article',
        article: {
          source: `${origin}/else`,
          title: 'Elsewhere, as the page says',
          site: 'The Post',
          language: 'en',
          text: LONG,
        },
      },
      {
        kind: 'article',
        article: { source: `${origin}/gone`, title: 'Gone', text: 'Only a summary…' },
        standsIn: { code: 'url-status' },
      },
    ]);
  });

  it.each([
    [
      'a recording',
      { type: 'audio/mpeg', body: Buffer.from('ID3\u0004\0\0\0\0\u0001\0\0', 'latin1') },
    ],
    ['a check for robots', '<title>Just a moment...</title><p>Verify you are human.</p>'],
    ['a login', '<title>Sign in</title><p>Sign in to read on.</p>'],
    ['no text', '<title>Player</title><div id="app"></div>'],
  ])('says what it says of an entry whose page is %s', async (_what, body) => {
    const item =
      '<item><title>Eels</title><link>/eels</link><description>Mara Quill on eels.</description></item>';
    const feed = { type: 'application/rss+xml', body: rss(item) };
    const origin = await serve(pages({ '/feed': feed, '/eels': body }));
    expect(await read(`${origin}/feed`)).toMatchObject([
      { kind: 'article', article: { source: `${origin}/eels`, text: 'Mara Quill on eels.' } },
    ]);
  });

  it('in Atom gives the page of an entry whose content is short, and that if there is no page', async () => {
    const entry = (path: string) =>
      `<entry><id>${path}</id><title>Ferry</title><link href="${path}"/><content type="html">The ferry stops in May.</content></entry>`;
    const feed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom">${entry('/there')}${entry('/gone')}</a:feed>`;
    const prefixed = feed.replace(/(<\/?)(?=entry|id|title|link|content)/g, '$1a:');
    const answers = pages({
      '/feed': { type: 'application/atom+xml', body: prefixed },
      '/there': page('Ferry'),
    });
    const origin = await serve(answers);
    expect(await read(`${origin}/feed`)).toMatchObject([
      { article: { source: `${origin}/there`, text: LONG } },
      { article: { text: 'The ferry stops in May.' }, standsIn: { code: 'url-status' } },
    ]);
  });

  it('gives no more entries than are asked for, the first ones, and counts the others', async () => {
    const items = [1, 2, 3].map(
      (n) =>
        `<item><title>${n}</title><link>/${n}</link><content:encoded>Words ${n}</content:encoded></item>`,
    );
    const origin = await serve(pages({ '/': { type: 'text/xml', body: rss(items.join('')) } }));
    const found = await read(origin, { limit: 2 });
    expect(found).toMatchObject([
      { kind: 'article', article: { text: 'Words 1' } },
      { kind: 'article', article: { text: 'Words 2' } },
      { kind: 'left', count: 1 },
    ]);
  });

  it.each([
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><id>urn:1</id><title type="html">A &lt;b&gt;visit&lt;/b&gt;</title><link rel="self" href="https://example.com/self"/><link href="https://example.com/1"/><author><name>Li Wen</name></author><published>2024-06-18T07:30:00Z</published><content type="html">&lt;p&gt;He came.&lt;/p&gt;</content></entry></feed>`,
      { publishedAt: '2024-06-18T07:30:00Z', author: 'Li Wen', title: 'A visit' },
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notes</title><link>https://example.com</link></channel><item rdf:about="https://example.com/1"><title>A visit</title><link>https://example.com/1</link><content:encoded>He came.</content:encoded></item></rdf:RDF>`,
      { title: 'A visit' },
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Notes',
        items: [
          { id: '1', url: 'https://example.com/1', title: 'A visit', content_text: 'He came.' },
        ],
      }),
      { title: 'A visit' },
    ],
  ])('may be %s, from a file too', async (_format, content, expected) => {
    const folder = await temporaryFolder({ 'feed.xml': content });
    expect(await articles(path.join(folder, 'feed.xml'))).toMatchObject([
      { source: 'https://example.com/1', text: 'He came.', site: 'Notes', ...expected },
    ]);
  });

  it('does not lead to private addresses', async () => {
    const folder = await temporaryFolder({
      'feed.xml': rss('<item><title>x</title><link>http://127.0.0.1:9/</link></item>'),
    });
    const file = path.join(folder, 'feed.xml');
    expect(await failure(file, { allowPrivateUrls: false })).toMatchObject({ code: 'url-private' });
  });

  it('with an entry that has no link gives what it says', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'feed.xml');
    await writeFile(
      file,
      rss('<item><guid isPermaLink="false">n1</guid><description>He came.</description></item>'),
    );
    expect(await articles(file)).toMatchObject([
      { source: `${file}#n1`, title: 'He came.', text: 'He came.' },
    ]);
  });

  it.each([
    ['no entries', rss('')],
    ['damage', '<rss version="2.0"><channel><item>'],
  ])('with %s is told to be empty', async (_what, content) => {
    const folder = await temporaryFolder({ 'feed.xml': content });
    expect(await failure(path.join(folder, 'feed.xml'))).toMatchObject({ code: 'feed-empty' });
  });
});

it('stops with the reason of the signal that stopped it', async () => {
  const origin = await serve(() => undefined);
  const signal = AbortSignal.timeout(50);
  await expect(read(origin, { signal })).rejects.toThrow(/timeout/);
});
