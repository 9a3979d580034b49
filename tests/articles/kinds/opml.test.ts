import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';

const opml = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Roof</title></head><body>${body}</body></opml>`;

describe('an outline', () => {
  it.each([
    [
      'feeds.opml',
      '<outline type="rss" text="Kelby" xmlUrl="https://kelby.example/feed.xml" htmlUrl="https://kelby.example/"/>',
    ],
    [
      'feeds.xml',
      '<outline text="News"><outline xmlUrl="https://kelby.example/feed.xml"/></outline>',
    ],
    [
      'export',
      '<outline title="Kelby" xmlurl="https://kelby.example/feed.xml"></outline><outline text="x"/>',
    ],
  ])('of feeds is refused with their addresses: %s', async (name, body) => {
    await expect(readKind(opml(body), name)).rejects.toMatchObject({
      code: 'source-feed-list',
      message: expect.stringMatching(
        /list of feeds \(OPML\).* names 1\. Index .* such as https:\/\/kelby\.example\/feed\.xml\.$/,
      ) as string,
    });
  });

  it('of anything else is read as lists in lists', async () => {
    const article = await readKind(
      opml('<outline text="Work"><outline text="Aldo repairs it in May."/></outline>'),
      'plan.opml',
    );
    expect(article.title).toBe('Roof');
    expect(blocksIn(article)).toEqual(['item: Work', 'item: Aldo repairs it in May.']);
  });
});
