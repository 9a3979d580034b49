import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../cli/desk.js';

const page = (number: number) =>
  `<!doctype html><html lang="en-GB"><head><title>Pier ${number} repaired | Kelby Post</title><meta property="og:site_name" content="Kelby Post"><meta name="author" content="Ana Holt"><meta property="article:published_time" content="2026-05-0${(number % 9) + 1}"></head><body><nav><a href="/">Home</a></nav><article><h1>Pier ${number} repaired</h1><p>Pier ${number} of Kelby harbour can be walked on again, after two winters in which nobody could.</p><p>It cost ${number},000 crowns.</p></article></body></html>`;
const FEED =
  '<rss version="2.0"><channel><title>Piers</title><item><guid>a</guid><title>First</title><description>The first pier is open.</description></item><item><guid>b</guid><title>Second</title><description>The second pier is open.</description></item></channel></rss>';

describe('newsdesk read', () => {
  let desk: Desk;
  let pages: string[];
  beforeAll(() => {
    desk = openDesk();
    pages = Array.from({ length: 20 }, (_, at) =>
      desk.write({ name: `pier-${at + 1}.html`, text: page(at + 1) }),
    );
  });
  afterAll(() => {
    desk.end();
  });

  it('says as JSON all that is read, in the order of the sources, and why one is not', async () => {
    const [one = '', two = ''] = pages;
    const missing = `${one}.missing`;
    const empty = desk.write({ name: 'empty.html', text: '' });
    const note = desk.write({ name: 'note.txt', text: 'The crane is broken.' });
    const { code, value, stderr } = await desk.json(['read', note, missing, two, empty, one]);
    expect(code).toBe(1);
    expect(value).toMatchObject([
      { source: note, text: 'The crane is broken.', warnings: [expect.stringContaining('20')] },
      { source: missing, error: { code: expect.any(String) as string } },
      {
        source: two,
        title: 'Pier 2 repaired',
        author: 'Ana Holt',
        published: '2026-05-03',
        site: 'Kelby Post',
        language: 'en-GB',
        text: expect.stringMatching(/^Pier 2 of Kelby[^<>]*\n\nIt cost 2,000 crowns\.$/) as string,
        blocks: [{ kind: 'paragraph', start: 0 }, { kind: 'paragraph' }],
        warnings: [],
      },
      { source: empty, error: { message: expect.stringContaining('empty') as string } },
      { source: one, title: 'Pier 1 repaired' },
    ]);
    expect(Object.keys((value as object[])[1] ?? {})).toEqual(['source', 'error']);
    expect(stderr).toContain(missing);
  });

  it('reads the entries of a feed and the files of a folder in their places', async () => {
    const feed = desk.write({ name: 'feeds/piers.xml', text: FEED });
    const { value } = await desk.json(['read', feed, pages[4] ?? '', '-'], { input: 'Low tide.' });
    expect(
      (value as { title?: string; text: string }[]).map(({ text }) => text.slice(0, 16)),
    ).toEqual(['The first pier i', 'The second pier ', 'Pier 5 of Kelby ', 'Low tide.']);
  });

  it('shows it as a person reads it, and indexes nothing', async () => {
    const { code, stdout } = await desk.run(['read', pages[6] ?? '']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Pier 7 repaired\n.*Ana Holt.*2026-05-08.*\n[\s\S]*\n\nPier 7 of Kelby/,
    );
    expect((await desk.json(['list'])).value).toEqual([]);
  });

  it('takes little longer for twenty files than for one', async () => {
    const timeOf = async (files: readonly string[]): Promise<number> => {
      const before = performance.now();
      const { value } = await desk.json(['read', ...files]);
      expect(value).toHaveLength(files.length);
      return performance.now() - before;
    };
    await timeOf(pages.slice(0, 1));
    expect(await timeOf(pages)).toBeLessThan(2.5 * (await timeOf(pages.slice(0, 1))));
  });
});
