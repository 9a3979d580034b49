import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../articles/loopback.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const WEIR = `<!doctype html><title>Weir opens on Sunday</title><main><h1>Weir opens on Sunday</h1>
<p>The weir at Anley opens on Sunday at noon, says its keeper Pim Roos, who has had its key for thirty years.</p>
<p>It was shut for a month, since the river had brought down trees that had to be sawn up by hand.</p>
<p>Boats may pass from Monday on, and the fee is two crowns as before.</p></main>`;

describe('an article whose page answers with something else', () => {
  let test: TestNewsdesk;
  beforeAll(async () => {
    test = await openTestNewsdesk();
  });
  afterAll(() => test.end());

  /** What becomes of the article when its page answers with this. */
  async function refreshed(page: string) {
    let body = WEIR;
    const origin = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html').end(body);
    });
    const { articles } = await test.newsdesk.index([`${origin}/weir`], { force: true });
    const id = articles[0]?.id ?? '';
    body = page;
    const [entry] = (await test.newsdesk.refreshArticles([id])).articles;
    const { text } = await test.newsdesk.show(id);
    await test.newsdesk.remove([id]);
    return { status: entry?.status, text };
  }

  it.each([
    ['a check', '<title>Just a moment...</title><p>Checking your browser.</p>'],
    ['a login', '<title>Anmelden</title><p>Bitte melden Sie sich an.</p>'],
    ['a missing page', '<title>404</title><h1>Seite nicht gefunden</h1><p>Zur Startseite</p>'],
    ['a word on maintenance', '<title>Valley Post</title><p>We are back in an hour or two.</p>'],
    ['a sale', '<title>Domain for sale</title><p>This domain may be for sale.</p>'],
  ])('is kept, which is reported: %s', async (_what, page) => {
    const { status, text } = await refreshed(page);
    expect(status).toBe('failed');
    expect(text).toContain('Pim Roos');
  });

  it('is brought up to date when the page says something new', async () => {
    const { status, text } = await refreshed(WEIR.replace('two crowns', 'three crowns'));
    expect(status).toBe('updated');
    expect(text).toContain('three crowns');
  });

  it('is brought up to date if it is cut short under its own title', async () => {
    const page =
      '<title>Weir opens on Sunday</title><main><p>The weir of Anley stays shut.</p></main>';
    expect((await refreshed(page)).text).toBe('The weir of Anley stays shut.');
  });
});
