import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const read = (head: string, body: string) =>
  readHtml(
    `<!doctype html><html lang="en-GB"><head>${head}</head><body><h1>Roof repaired</h1>${body}<p>The roof is tight again.</p></body></html>`,
    { source: 'page.html' },
  );
const linked = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('the date of a page', () => {
  it('is that of its last change where the page shows that day', () => {
    const data = { '@type': 'Article', datePublished: '2019-06-17', dateModified: '2020-06-04' };
    expect(read(linked(data), '<p>Updated 4 June 2020</p>').publishedAt).toBe('2020-06-04');
    expect(read(linked(data), '<p>17 June 2019</p>').publishedAt).toBe('2019-06-17');
    expect(read(linked(data), '<p>5 June 2020</p>').publishedAt).toBe('2019-06-17');
  });

  it("is the writer's day where an instant in UTC is on the next", () => {
    const head = meta('article:published_time', '2022-05-04T02:41:00Z');
    expect(read(head, '<p>3 May 2022</p>').publishedAt).toBe('2022-05-03');
    expect(read(head, '<p>4 May 2022</p>').publishedAt).toBe('2022-05-04T02:41:00Z');
    expect(read(meta('article:published_time', '2022-11-06T23:00:00Z'), '').publishedAt).toBe(
      '2022-11-07',
    );
  });

  it('is not that of a comment, a review or a picture in the same data', () => {
    const data = [
      { '@type': 'Recipe', name: 'Roof cake', datePublished: '2006-10-10' },
      { '@type': 'Review', datePublished: '2020-04-12' },
      { '@type': 'ImageObject', datePublished: '2021-01-01' },
    ];
    expect(read(linked(data), '').publishedAt).toBe('2006-10-10');
    expect(read(linked(data.toReversed()), '').publishedAt).toBe('2006-10-10');
  });

  it('is that of the markup before one of `meta` that says when it was changed', () => {
    const head = '<meta name="date" content="2021-12-20">';
    expect(read(head, '<span class="date">27.01.2022</span>').publishedAt).toBe('2022-01-27');
    expect(read(head, '').publishedAt).toBe('2021-12-20');
  });

  it('is the one that a line calls so before others', () => {
    const body = '<p>Changed: 31.10.2023</p><p>Published: 1 November 2023</p>';
    expect(read('', body).publishedAt).toBe('2023-11-01');
  });
});

describe('the author of a page', () => {
  it.each([
    ['Erstellt von Andri Brenner', 'Andri Brenner'],
    ['Auteur : Kosta Tiassou', 'Kosta Tiassou'],
    ['Author: Bo2man', 'Bo2man'],
    ['11.12.2019 - Amelie Lowen', 'Amelie Lowen'],
    ['Blog Beitrag von Margot Korin', 'Margot Korin'],
  ])('stands in the line %j', (line, author) => {
    expect(read('', `<div>${line}</div>`).author).toBe(author);
  });

  it.each([
    ['ByJ.R. Stone Thursday, May 4', 'J.R. Stone'],
    ['Kab Niang Le 3 mai 2021', 'Kab Niang'],
    ['Lisa Petrick Mi, 04.05.2022', 'Lisa Petrick'],
    ['Loïc Le Clerc', 'Loïc Le Clerc'],
    ['Joanna Kropf Alle Artikel', 'Joanna Kropf'],
  ])('is the name at the start of the byline %j', (line, author) => {
    expect(read('', `<div class="byline">${line}</div>`).author).toBe(author);
  });

  it('is a name rather than an account or an address', () => {
    const account = linked({ '@type': 'Article', author: { name: 'edi.la.rosa' } });
    expect(read(`${account}<meta name="author" content="Edi La Rosa">`, '').author).toBe(
      'Edi La Rosa',
    );
    expect(
      read('<meta name="author" content="@GazetteUK">', '<p class="author">Mia Host</p>').author,
    ).toBe('Mia Host');
    expect(read('<meta name="author" content="Von Vera Frank">', '').author).toBe('Vera Frank');
  });

  it('is who wrote it by the labels under a shared link', () => {
    const head =
      '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Karo Herr">';
    expect(read(head, '').author).toBe('Karo Herr');
  });
});
