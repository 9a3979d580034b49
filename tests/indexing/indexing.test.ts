import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IndexProgress } from '../../src/newsdesk.js';
import { PACKAGE_DIR } from '../../src/version.js';
import { serve } from '../articles/loopback.js';
import { ReadingProcess } from '../../src/articles/reading-process.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const SEED = path.join(PACKAGE_DIR, 'data', 'articles', 'putin-north-korea.txt');

describe('indexing', () => {
  let test: TestNewsdesk;
  let folder: string;
  let round = 0;

  beforeAll(async () => {
    test = await openTestNewsdesk();
  });
  afterAll(() => test.end());
  beforeEach(async () => {
    folder = path.join(test.files, `folder-${round++}`);
    await mkdir(folder);
  });

  async function write(name: string, text: string): Promise<string> {
    const file = path.join(folder, name);
    await writeFile(file, text);
    return file;
  }

  it('stores the text as it is, and passages that are its words to the letter', async () => {
    const { articles } = await test.newsdesk.index([SEED]);
    const stored = await test.newsdesk.show(articles[0]?.id ?? '');
    expect(stored.text).toBe(await readFile(SEED, 'utf8'));
    expect(stored.title).toBe('Putin North Korea');
    const passages = await test.newsdesk.context(stored.id, 0, stored.text.length, ['shared']);
    expect(passages).toHaveLength(5);
    for (const { text, start, end } of passages) expect(stored.text.slice(start, end)).toBe(text);
  });

  it('leaves an unchanged article alone', async () => {
    const file = await write('gull.txt', 'The gull stole a chip. Nobody saw it.');
    const first = await test.newsdesk.index([file]);
    const again = await test.newsdesk.index([file]);
    expect(first).toMatchObject({ added: 1, embedded: 3 });
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 1, embedded: 0 });
    expect(again.articles[0]?.id).toBe(first.articles[0]?.id);
  });

  it('knows an unchanged file by its bytes, before any reader is started', async () => {
    const file = await write('mill.md', '# The mill\n\nThe mill was sold in 1931.');
    expect(await test.newsdesk.index([file])).toMatchObject({ added: 1 });
    // Nothing can be read in no time at all.
    const reading = new ReadingProcess({ timeoutMs: 0 });
    const hasty = await openTestNewsdesk({ dataDir: test.dataDir, reading });
    try {
      expect(await hasty.newsdesk.index([file])).toMatchObject({
        articles: [{ status: 'unchanged', title: 'The mill', passages: 1 }],
      });
      expect(await hasty.newsdesk.index([file], { force: true })).toMatchObject({
        articles: [{ status: 'failed', error: { code: 'source-too-complex' } }],
      });
      await write('mill.md', '# The mill\n\nThe mill was sold in 1932.');
      expect(await hasty.newsdesk.index([file])).toMatchObject({ failed: 1 });
    } finally {
      await hasty.end();
    }
  });

  it('reads even an unchanged file again for another title', async () => {
    const file = await write('tide.md', '# Tides\n\nThe tide rose by two metres.');
    await test.newsdesk.index([file]);
    expect(await test.newsdesk.index([file], { title: 'High water' })).toMatchObject({
      articles: [{ status: 'updated', title: 'High water' }],
    });
    expect(await test.newsdesk.index([file])).toMatchObject({
      articles: [{ status: 'unchanged', title: 'High water' }],
    });
  });

  it('takes no more text than a run may bring, and embeds nothing of what is longer', async () => {
    const short = await write('short.txt', 'The barge carried salt.');
    const long = await write('long.md', `# Barges\n\n${'The barge carried coal. '.repeat(20)}`);
    const run = (maxCharacters?: number) => test.newsdesk.index([short, long], { maxCharacters });
    expect(await run(300)).toMatchObject({ added: 1, failed: 1, embedded: 1 });
    expect(await run(300)).toMatchObject({
      unchanged: 1,
      articles: [
        { status: 'unchanged' },
        {
          status: 'failed',
          error: { code: 'source-text-too-long', details: { characters: 479, limit: 300 } },
        },
      ],
    });
    expect(await run(479)).toMatchObject({ added: 1, unchanged: 1 });
    const more = [await write('a.txt', 'x '.repeat(60)), await write('b.txt', 'y '.repeat(60))];
    expect(await test.newsdesk.index(more, { maxCharacters: 150 })).toMatchObject({
      added: 1,
      failed: 1,
    });
    expect(await run()).toMatchObject({ unchanged: 2 });
  });

  it('embeds only what is new in an edited article, and keeps its id', async () => {
    const file = await write('cat.txt', 'The cat slept. The dog barked.');
    const first = await test.newsdesk.index([file]);
    await writeFile(file, 'The cat slept. The dog barked. The cow left.');
    const second = await test.newsdesk.index([file]);
    // The passage as a whole and the new sentence.
    expect(second).toMatchObject({ updated: 1, embedded: 2 });
    expect(second.articles[0]?.id).toBe(first.articles[0]?.id);
  });

  it('uses known vectors even where it is told to read again', async () => {
    const file = await write('hen.txt', 'The hen laid an egg.');
    await test.newsdesk.index([file]);
    expect(await test.newsdesk.index([file], { force: true })).toMatchObject({
      unchanged: 1,
      embedded: 0,
    });
  });

  it('knows a file that was moved', async () => {
    const file = await write('old-name.md', '# Otters\n\nOtters hold hands while they sleep.');
    const first = await test.newsdesk.index([file]);
    const moved = path.join(folder, 'new-name.md');
    await rename(file, moved);
    const second = await test.newsdesk.index([moved]);
    expect(second).toMatchObject({ added: 0, updated: 1, embedded: 0 });
    expect(second.articles[0]).toMatchObject({ id: first.articles[0]?.id, source: moved });
  });

  it('removes what has left a folder only when it is told to', async () => {
    await write('stays.txt', 'Elephants remember water holes for years.');
    const gone = await write('goes.txt', 'Herons stand on one leg to keep warm.');
    await test.newsdesk.index([folder]);
    await rm(gone);
    expect(await test.newsdesk.index([folder])).toMatchObject({ unchanged: 1, removed: 0 });
    expect(await test.newsdesk.index([folder], { prune: true })).toMatchObject({
      unchanged: 1,
      removed: 1,
    });
  });

  it('takes a folder whose files have all gone for one to prune', async () => {
    const gone = await write('last.txt', 'Swifts sleep while they fly.');
    await test.newsdesk.index([folder]);
    await rm(gone);
    expect(await test.newsdesk.index([folder])).toMatchObject({ failed: 1, removed: 0 });
    expect(await test.newsdesk.index([folder], { prune: true })).toMatchObject({
      failed: 0,
      removed: 1,
    });
  });

  it('keeps the title that a person gave when it reads the file again', async () => {
    const file = await write('untitled.txt', 'The mayor opened the bridge.');
    await test.newsdesk.index([file], { title: 'The bridge' });
    await writeFile(file, 'The mayor opened the bridge. It is blue.');
    const [article] = (await test.newsdesk.index([file])).articles;
    expect(article).toMatchObject({ title: 'The bridge', status: 'updated' });
  });

  it('lets one bad file fail alone', async () => {
    await write('empty.txt', '');
    await write('good.txt', 'Good files go in.');
    const report = await test.newsdesk.index([folder, path.join(folder, 'missing.txt')]);
    expect(report).toMatchObject({ added: 1, failed: 2 });
    expect(report.articles.flatMap(({ error }) => error?.code ?? []).sort()).toEqual([
      'file-not-found',
      'source-empty',
    ]);
  });

  it('keeps collections apart', async () => {
    const file = await write('secret.txt', 'The secret plan is called Bluebird.');
    const { articles } = await test.newsdesk.index([file], { collection: '100000000000000001' });
    const id = articles[0]?.id ?? '';
    await expect(test.newsdesk.show(id, ['shared', '100000000000000002'])).rejects.toMatchObject({
      code: 'article-not-found',
    });
    await expect(test.newsdesk.remove([id], '100000000000000002')).rejects.toMatchObject({
      code: 'article-not-found',
    });
    expect(await test.newsdesk.remove([id], '100000000000000001')).toEqual([id]);
  });

  it('gives the same source in another collection another id', async () => {
    const file = await write('both.txt', 'Seen here and there.');
    const [here] = (await test.newsdesk.index([file])).articles;
    const [there] = (await test.newsdesk.index([file], { collection: '100000000000000003' }))
      .articles;
    expect(here?.id).not.toBe(there?.id);
  });

  it('removes nothing where one of the ids is wrong', async () => {
    const file = await write('kept.txt', 'This one is kept.');
    const [article] = (await test.newsdesk.index([file])).articles;
    await expect(test.newsdesk.remove([article?.id ?? '', 'nope'])).rejects.toMatchObject({
      code: 'article-not-found',
    });
    expect((await test.newsdesk.show(article?.id ?? '')).text).toBe('This one is kept.');
  });

  it('tells how far it is', async () => {
    await write('a.txt', 'First of two. It has sentences.');
    await write('b.txt', 'Second of two. It has some too.');
    const seen: IndexProgress[] = [];
    await test.newsdesk.index([folder], { onProgress: (progress) => seen.push(progress) });
    const shares = seen.flatMap((progress) =>
      progress.step === 'embedding' ? [progress.share] : [],
    );
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toEqual({ step: 'saving' });
  });

  it('stops where it is told to, and keeps what it has finished', async () => {
    await write('1.txt', 'The first is finished.');
    await write('2.txt', 'The second is not.');
    const controller = new AbortController();
    const run = test.newsdesk.index([folder], {
      signal: controller.signal,
      onProgress: (progress) => {
        if (progress.step === 'embedding' && progress.passages === 1) controller.abort();
      },
    });
    await expect(run).rejects.toThrow();
    expect(await test.newsdesk.index([folder])).toMatchObject({ added: 1, unchanged: 1 });
  });

  it('reads a file that was sent once again from what it kept', async () => {
    const upload = {
      name: 'note.txt',
      bytes: new TextEncoder().encode('The note says nothing new.'),
      source: 'https://discord.com/channels/1/2/3',
    };
    const first = await test.newsdesk.indexUpload(upload, { title: 'A note' });
    const id = first.articles[0]?.id ?? '';
    expect(await test.newsdesk.refreshArticles([id])).toMatchObject({ unchanged: 1, embedded: 0 });
    expect((await test.newsdesk.show(id)).title).toBe('A note');
  });
});

describe('a feed', () => {
  let test: TestNewsdesk;

  beforeAll(async () => {
    test = await openTestNewsdesk();
  });
  afterAll(() => test.end());

  const entry = (path: string, content: string) =>
    `<item><title>${path}</title><link>${path}</link>${content}</item>`;
  const whole = (text: string) => `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`;
  const page = '<html><head><title>Eels</title></head><body><p>Eels swim far.</p></body></html>';

  /** Serves a feed, whose entries may change, and the pages of its entries. */
  async function serveFeed(items: string) {
    const site = { items, asked: [] as string[] };
    const origin = await serve((request, response) => {
      const { url = '' } = request;
      const condition = request.headers['if-none-match'];
      const known = condition !== undefined;
      site.asked.push(known ? `${url} if changed` : url);
      const etag = `"${site.items.length}"`;
      if (url === '/feed' && condition === etag) response.writeHead(304).end();
      else if (url === '/feed') {
        response
          .writeHead(200, { 'content-type': 'application/rss+xml', etag })
          .end(
            `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Fish</title>${site.items}</channel></rss>`,
          );
      } else if (known) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page);
    });
    return { site, feed: `${origin}/feed`, origin };
  }

  it('is read again for the articles whose text it gave, and their pages are not', async () => {
    const { site, feed, origin } = await serveFeed(
      entry('/cod', whole('Cod live long.')) + entry('/ray', whole('Rays are flat.')),
    );
    const first = await test.newsdesk.index([feed]);
    expect(first).toMatchObject({ added: 2 });
    const ids = first.articles.map(({ id }) => id ?? '');
    site.asked.length = 0;

    expect(await test.newsdesk.refreshArticles(ids)).toMatchObject({ unchanged: 2, embedded: 0 });
    site.items = entry('/cod', whole('Cod live very long.')) + entry('/new', whole('New.'));
    const second = await test.newsdesk.refreshArticles(ids);

    expect(second).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    expect((await test.newsdesk.show(ids[0] ?? '')).text).toBe('Cod live very long.');
    expect(await test.newsdesk.show(ids[1] ?? '')).toMatchObject({
      source: `${origin}/ray`,
      feed,
      text: 'Rays are flat.',
    });
    // Sent again, it would be split and compared once more; the entry that left it has its state, too.
    expect(await test.newsdesk.refreshArticles(ids)).toMatchObject({ unchanged: 2 });
    expect(site.asked).toEqual(['/feed if changed', '/feed if changed', '/feed if changed']);
  });

  it('is told from a sitemap, whose pages are indexed if that is asked for', async () => {
    let origin = '';
    origin = await serve((request, response) => {
      if (request.url !== '/sitemap.xml') response.setHeader('content-type', 'text/html').end(page);
      else response.end(`<urlset><url><loc>${origin}/eel</loc></url></urlset>`);
    });
    const sitemap = `${origin}/sitemap.xml`;
    expect(await test.newsdesk.index([sitemap], { sitemap: true })).toMatchObject({
      added: 1,
      articles: [{ source: `${origin}/eel`, title: 'Eels' }],
    });
    expect((await test.newsdesk.index([sitemap])).articles).toMatchObject([
      { status: 'failed', error: { code: 'source-sitemap' } },
    ]);
  });

  it('never puts its own words in the place of a page that was read and is gone', async () => {
    let isGone = false;
    const origin = await serve((request, response) => {
      if (request.url === '/feed') {
        const items = entry('/eel', '<description>Eels, in short.</description>');
        response.end(`<rss version="2.0"><channel><title>F</title>${items}</channel></rss>`);
      } else if (isGone) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    });
    const [first] = (await test.newsdesk.index([`${origin}/feed`])).articles;
    isGone = true;
    expect(await test.newsdesk.index([`${origin}/feed`])).toMatchObject({ failed: 1 });
    expect((await test.newsdesk.show(first?.id ?? '')).text).toBe('Eels swim far.');
    await test.newsdesk.remove([first?.id ?? '']);
    const again = await test.newsdesk.index([`${origin}/feed`]);
    expect(again.articles[0]?.warning).toMatch(/its page is not to be had/);
  });

  it('is asked for whole where its articles were read from different states of it', async () => {
    const { site, feed } = await serveFeed(
      entry('/dab', whole('Dabs.')) + entry('/ide', whole('I.')),
    );
    const { articles } = await test.newsdesk.index([feed]);
    const ids = articles.map(({ id }) => id ?? '');
    site.items = entry('/dab', whole('Dabs rest.')) + entry('/ide', whole('Ides rest.'));
    await test.newsdesk.refreshArticles(ids.slice(0, 1));
    site.asked.length = 0;
    expect(await test.newsdesk.refreshArticles(ids)).toMatchObject({ unchanged: 1, updated: 1 });
    expect(await test.newsdesk.refreshArticles(ids)).toMatchObject({ unchanged: 2 });
    expect(await test.newsdesk.refreshArticles(ids, { force: true })).toMatchObject({
      embedded: 0,
    });
    expect(site.asked).toEqual(['/feed', '/feed if changed', '/feed']);
  });

  it('has the pages of its entries sent only where they have changed', async () => {
    const { site, feed, origin } = await serveFeed(entry('/eel', ''));
    await test.newsdesk.index([feed]);
    expect(await test.newsdesk.index([feed])).toMatchObject({ unchanged: 1, embedded: 0 });
    const eel = (await test.newsdesk.list()).find(({ source }) => source === `${origin}/eel`);
    expect(await test.newsdesk.refreshArticles([eel?.id ?? ''])).toMatchObject({ unchanged: 1 });
    expect(site.asked).toEqual(['/feed', '/eel', '/feed', '/eel if changed', '/eel if changed']);
  });
});

describe('another model', () => {
  it("embeds the articles again, and finds the first one's vectors when it comes back", async () => {
    const test = await openTestNewsdesk();
    try {
      await test.newsdesk.index([SEED]);
      const models = path.join(test.files, 'models');
      await cp(
        path.join(PACKAGE_DIR, 'data/models/Xenova/all-MiniLM-L6-v2'),
        path.join(models, 'Xenova/all-MiniLM-L6-v2'),
        { recursive: true },
      );
      await mkdir(path.join(models, 'Xenova/all-MiniLM-L6-v2/1_Pooling'));
      await writeFile(
        path.join(models, 'Xenova/all-MiniLM-L6-v2/1_Pooling/config.json'),
        JSON.stringify({ pooling_mode_cls_token: true }),
      );
      const { openNewsdesk } = await import('../../src/open.js');
      const { pino } = await import('pino');
      const { DEFAULT_MODEL_SETTINGS, EMBEDDER_URL } = await import('../support/model.js');
      const other = await openNewsdesk(
        {
          dataDir: test.dataDir,
          model: { ...DEFAULT_MODEL_SETTINGS, dir: models },
          minConfidence: undefined,
          allowPrivateUrls: false,
        },
        { log: pino({ level: 'silent' }), embedderUrl: EMBEDDER_URL },
      );
      try {
        await other.warm();
        expect(await other.stats()).toMatchObject({
          model: 'Xenova/all-MiniLM-L6-v2:int8:cls:384',
        });
        expect((await other.search('delegation', { scope: ['shared'] })).length).toBe(5);
      } finally {
        await other.close();
      }
      expect(await test.newsdesk.index([SEED])).toMatchObject({ unchanged: 1, embedded: 0 });
    } finally {
      await test.end();
    }
  });
});
