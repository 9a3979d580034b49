import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/articles/document.js';

const open = (title: string, body: string, head = '') =>
  openDocument(
    Buffer.from(`<!doctype html><head><title>${title}</title>${head}</head><body>${body}</body>`),
    { name: 'post', source: 'https://post.example/', url: 'https://post.example/' },
  );

describe('a page that answers in an article’s place', () => {
  it.each([
    [
      'Just a moment...',
      '<p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p>',
    ],
    ['post.example', '<p>Verify you are human by completing the action below.</p>'],
    ['Page not found', '<p>We looked everywhere.</p>'],
    ['Kelby Gazette', '<h2>404</h2><p>Page not found</p>'],
    ['Kelby Gazette', '<p>Please log in to read on.</p>'],
    ['Anmelden', '<p>Name und Kennwort</p>'],
    ['Kelby Gazette', '<p>Bitte melden Sie sich an.</p>'],
    ['Un instant', '<p>Veuillez patienter, nous vérifions votre navigateur.</p>'],
    ['Error 404', '<h1>Oops!</h1><p>The link may be old, or somebody has moved it.</p>'],
    ['Kelby Gazette', '<p>We can’t find the page you are looking for.</p>'],
    ['403 Forbidden', '<h1>Zugriff verweigert</h1><p>Diese Seite ist nicht für alle.</p>'],
    ['Kelby Gazette', '<p>Wir verwenden Cookies und bitten um Ihre Zustimmung.</p>'],
  ])('is refused: %s', async (title, body) => {
    await expect(open(title, body)).rejects.toThrow(/is no article but/);
  });

  it('is refused if it leads on by itself', async () => {
    const refresh = '<meta http-equiv="refresh" content="0; url=/new">';
    await expect(
      open('Redirecting', '<p>Redirecting to the new page</p>', refresh),
    ).rejects.toThrow(/a redirection/);
  });

  it('is not an article about such pages', async () => {
    const text = '<p>The town hall’s page said “page not found” for two days after the storm.</p>';
    const found = await open('Town hall offline', text);
    expect(found.kind).toBe('article');
  });
});
