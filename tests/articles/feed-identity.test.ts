import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/articles/feed.js';

const feed = (items: readonly { link: string; guid?: string }[]) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title>${items
    .map(
      ({ link, guid }, index) =>
        `<item><title>Version ${index}</title><link>${link}</link>${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}<content:encoded>Change ${index} is here.</content:encoded></item>`,
    )
    .join('')}</channel></rss>`;
const sources = (items: readonly { link: string; guid?: string }[]) =>
  readFeed(feed(items), '/changelog.xml').entries.map(({ source }) => source);

it.each(['rss', 'r'])('a feed is read whose elements all have a prefix: %s', (prefix) => {
  const plain = feed([{ link: 'https://a.example/1' }, { link: 'https://a.example/2' }]);
  const prefixed = plain.replace(/(<\/?)(?=[a-z]+[ >])/g, `$1${prefix}:`);
  expect(prefixed).toContain(`<${prefix}:rss `);
  const { entries } = readFeed(prefixed, '/feed.xml');
  expect(entries.map(({ title }) => title)).toEqual(['Version 0', 'Version 1']);
});

describe('entries that share an address', () => {
  const page = 'https://lanternfish.example/changelog';

  it('are told apart by what stands behind it', () => {
    const items = ['v3-2', 'v3-1', 'v3-0'].map((part) => ({ link: `${page}#${part}` }));
    expect(sources(items)).toEqual(items.map(({ link }) => link));
  });

  it('are told apart by their ids, as a podcast’s', () => {
    const items = ['a1', 'a2', 'a3'].map((guid) => ({ link: page, guid }));
    expect(sources(items)).toEqual([`${page}#a1`, `${page}#a2`, `${page}#a3`]);
  });

  it('are one if their ids are the same', () => {
    expect(sources([1, 2].map(() => ({ link: page, guid: 'a' })))).toEqual([page]);
  });

  it('are told apart by their dates, if they have nothing else of their own', () => {
    const item = (day: number, text: string) =>
      `<item><title>Search is slow</title><link>https://st.example/</link><pubDate>0${day} Jan 2026 00:00:00 GMT</pubDate><description>${text}</description></item>`;
    const { entries } = readFeed(
      `<rss version="2.0"><channel><title>S</title>${item(2, 'From 9 to 10.')}${item(3, 'From 14 to 15.')}${item(3, 'From 14 to 15.')}</channel></rss>`,
      '/status.xml',
    );
    expect(entries.map(({ content }) => content?.text)).toEqual([
      'From 9 to 10.',
      'From 14 to 15.',
    ]);
    expect(entries.map(({ source }) => source)).toEqual([
      'https://st.example/',
      'https://st.example/#2026-01-03T00:00:00.000Z',
    ]);
  });

  it.each([
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title>${[1, 2].map((n) => `<entry><id>tag:s,2026:${n}</id><title>Slow</title><link href="${page}"/><content>Slow at ${n}.</content></entry>`).join('')}</feed>`,
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [1, 2].map((n) => ({
          id: `${n}`,
          url: `${page}#${n}`,
          content_text: `Slow at ${n}.`,
        })),
      }),
    ],
    [
      'a podcast, of which one has no id',
      `<rss version="2.0"><channel><title>P</title><item><title>Eels</title><guid>https://pod.example/ep?id=12</guid><link>${page}</link><description>On eels.</description></item><item><title>Oats</title><link>${page}</link><description>On oats.</description></item></channel></rss>`,
    ],
  ])('are told apart in %s', (_format, text) => {
    const found = readFeed(text, '/feed').entries;
    expect(new Set(found.map(({ source }) => source)).size).toBe(2);
  });

  it('keep their addresses beside those that share one', () => {
    const alone = { link: 'https://lanternfish.example/news', guid: 'n' };
    const items = [alone, { link: page, guid: 'a1' }, { link: page, guid: 'a2' }];
    expect(sources(items)[0]).toBe(alone.link);
  });
});

describe('a feed with brackets that begin nothing', () => {
  it('is read, and takes no longer than it is long', () => {
    const item = '<item><title>The mill</title><link>https://a.example/1</link></item>';
    const started = process.cpuUsage();
    const read = (text: string) => readFeed(text, '/feed.xml').entries.map(({ title }) => title);
    expect(read(`<rss version="2.0"><channel>${item}</channel></rss>`)).toEqual(['The mill']);
    expect(() => read(`<rss version="2.0"><channel><title>${'<'.repeat(100_000)}`)).toThrow();
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});

describe('a limit', () => {
  it('leaves out the entries beyond it, and says how many', () => {
    const items = [1, 2, 3, 4].map((n) => ({ link: `https://a.example/${n}` }));
    const { entries, left } = readFeed(feed(items), '/changelog.xml', 3);
    expect(entries).toHaveLength(3);
    expect(left).toBe(1);
  });
});
