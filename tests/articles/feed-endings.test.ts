import { describe, expect, it } from 'vitest';
import { isCutOff } from '../../src/articles/feed-endings.js';
import { readFeed } from '../../src/articles/feed.js';

const LONG =
  'The rescue boat was found by divers in eleven metres of water near the outer mole, half buried in sand.';
const entryOf = (content: string) =>
  readFeed(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Echo</title><item><title>Boat</title><link>https://echo.example/boat</link><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`,
    '/feed.xml',
  ).entries[0];

describe('an entry whose text is cut off is read from its page', () => {
  it.each([
    'The boat was found… <a href="/boat">Read more</a>',
    'The boat was found [&hellip;]',
    'The boat was found ... (mehr)',
    `<p>${LONG}</p><p><a href="/boat">Leer más…</a></p>`,
    `<p>${LONG}</p><div><a href="/boat">Lees verder</a></div><p>The post <a href="/boat">Boat</a> appeared first on <a href="/">Echo</a>.</p>`,
    '<p>Das Boot wurde gefunden.</p><p><a href="/boat">Weiterlesen</a></p>',
    '<p>Le bateau a été retrouvé. <a href="/boat">Lire la suite →</a></p>',
    '<p>El barco apareció.</p><a href="/boat">Seguir leyendo &raquo;</a>',
    '<p>The boat was found. <a href="/boat">Continue reading <span>Boat</span> &rarr;</a></p>',
    '<p>The boat was found [&#8230;]</p><p>The post <a href="/boat">Boat</a> appeared first on <a href="/">Echo</a>.</p>',
    '<p>Das Boot wurde […]</p><p>Der Beitrag <a href="/boat">Boot</a> erschien zuerst auf <a href="/">Echo</a>.</p>',
  ])('%s', (content) => {
    expect(entryOf(content)).not.toHaveProperty('content');
  });

  it.each([
    'She went on to read the rest of the letter.',
    'He likes to read more books than he can buy.',
    'It costs 40 crowns (or more) a night.',
  ])('but not if a sentence only has such words: %s', (text) => {
    expect(isCutOff(text)).toBe(false);
  });
});

it.each([
  [
    `<p>${LONG}</p><p>It was lifted on … <a href="/boat">Read more</a></p>`,
    `${LONG}\n\nIt was lifted on …`,
  ],
  [`<p>${LONG}</p><p><a href="/boat">Continue reading Boat &rarr;</a></p>`, LONG],
  [`<p>${LONG} <a href="/boat">(Weiterlesen)</a></p>`, LONG],
  [`<p>${LONG} [&#8230;]</p>`, `${LONG} […]`],
])('what stands in for the page of an entry ends without what leads there: %s', (html, text) => {
  expect(entryOf(html)?.summary?.text).toBe(text);
});

it('an entry is read without the line that says where it was published', () => {
  const { content } =
    entryOf(
      '<p>The boat was found.</p><p>The post <a href="/boat">Boat</a> appeared first on <a href="/">Echo</a>.</p>',
    ) ?? {};
  expect(content?.text).toBe('The boat was found.');
});

it('what a feed says of entries that share a page is all of them, as of a podcast’s', () => {
  const item = (n: number) =>
    `<item><title>Episode ${n}</title><link>https://pod.example/show</link><guid isPermaLink="false">e${n}</guid><description>In part ${n} we dive…</description></item>`;
  const { entries } = readFeed(
    `<rss version="2.0"><channel><title>Pod</title>${item(1)}${item(2)}</channel></rss>`,
    '/pod.xml',
  );
  expect(entries.map(({ content }) => content?.text)).toEqual([
    'In part 1 we dive…',
    'In part 2 we dive…',
  ]);
});
