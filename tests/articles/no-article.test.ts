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
    [
      'Et øyeblikk …',
      '<h1>Sjekker nettleseren din</h1><p>Vi kontrollerer at du er et menneske.</p>',
    ],
    ['Un momento', '<p>Comprueba que no eres un robot.</p>'],
    ['Please wait...', '<h2>Checking your connection</h2><p>Wait until we made sure of it.</p>'],
    ['Pagina niet gevonden', '<p>De pagina die u zoekt bestaat niet (meer).</p>'],
    ['Gazette', '<h1>Sidan kunde inte hittas</h1><p>Den kan ha flyttats.</p>'],
    ['Gazette', '<h1>页面不存在</h1><p>请检查地址。</p>'],
    ['A dog', '<h2>This story is for subscribers</h2><p>From two crowns a week.</p>'],
    ['A dog', '<p>The dog of the harbour master has…</p><p>Subscribe to continue reading.</p>'],
    ['Ein Hund', '<p>Der Hund ist…</p><p>Jetzt abonnieren, um weiterzulesen.</p>'],
    ['Un chien', '<p>Le chien est…</p><p>Abonnez-vous pour lire la suite.</p>'],
    ['Een hond', '<p>Dit artikel is alleen voor abonnees.</p>'],
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
    ['Attention Required!', '<p>Please complete the security check to read post.example</p>'],
    ['Access to this page has been denied', '<p>Press &amp; Hold to confirm you are a human.</p>'],
    ['post.example', '<p>Please enable JS and disable any ad blocker</p>'],
    ['Making sure you’re not a bot!', '<p>Loading...</p>'],
    ['', '<p>Request unsuccessful. Incapsula incident ID: 123-456</p>'],
    ['This article is no longer available', '<p>Its author has removed it.</p>'],
    ['Nothing found', '<p>Try a search.</p>'],
    ['Oops', '<p>The article that you look for has gone away, sorry.</p>'],
    ['Kelby', '<p>The story you’re looking for no longer exists here.</p>'],
    ['Kelby', '<h1>Oh</h1><p>The page you are looking for might have been renamed.</p>'],
    ['Hoppla', '<p>Die gesuchte Seite konnte leider nicht gefunden werden.</p>'],
    ['Erreur 404', '<p>Elle a été déplacée.</p>'],
    ['Forum', '<p>You must be a member to see this page.</p>'],
    ['Anmeldung erforderlich', '<p>Bitte melde dich an, um den Inhalt zu sehen.</p>'],
    ['Subscribe to read', '<p>Already a subscriber? Sign in.</p>'],
    ['Consent', '<p>We and our 842 partners store information on a device.</p>'],
    ['Kaiblatt', '<p>Mit Werbung und Cookies weiterlesen</p>'],
    [
      'Wesperbote',
      '<h2>Ihre Privatsphäre ist uns wichtig</h2><p>Bitte stimmen Sie zu, um die Seite zu lesen.</p>',
    ],
    [
      'Le Quai',
      '<p>Le conseil a décidé mardi soir…</p><p>Cet article est réservé aux abonnés.</p>',
    ],
    ['500 Internal Server Error', '<p>nginx</p>'],
    ['429 Too Many Requests', '<p>Slow down.</p>'],
    ['Kelby Gazette', '<h1>Sorry</h1><p>Our site is down for scheduled maintenance.</p>'],
    ['We’ll be right back', '<p>The shop is closed for an hour.</p>'],
    ['Kelby Gazette', '<h1>This site is offline for maintenance</h1>'],
    ['Kelby Gazette', '<h1>We’ll be back soon!</h1><p>We are at work on the site.</p>'],
    ['kelby.example', '<p>This domain is for sale.</p>'],
    ['Redirect', '<p>Please wait while you are redirected.</p>'],
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

  it.each([
    ['Town hall offline', 'The town hall’s page said “page not found” for two days.'],
    ['Bridge closed', 'The lift bridge is closed from 3 to 9 June for maintenance.'],
    ['Mill sold', 'The mill is for sale since May; the council wants to buy it.'],
    ['Bus stops', 'The bus stops on 3 May. Log in at the company’s site for a refund.'],
    ['502 boats', 'The harbour counted 502 boats, and no gateway for them.'],
  ])('is not an article about such things: %s', async (title, text) => {
    expect((await open(title, `<p>${text}</p>`)).kind).toBe('article');
  });
});
