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

  it('is the first one where markup and data agree on it, though its change is shown too', () => {
    const head = meta('article:published_time', '2019-12-22T18:33:43+01:00');
    const changed = meta('article:modified_time', '2020-01-07T10:31:04+01:00');
    const body =
      '<time itemprop="datePublished" datetime="2019-12-22">22.12.2019</time><p>Changed on 07.01.2020</p>';
    expect(read(head + changed, body).publishedAt).toBe('2019-12-22T18:33:43+01:00');
  });

  it("is not moved to a day nearby where its time is the writer's own", () => {
    const head = meta('article:published_time', '2022-12-30T07:00:40+01:00');
    expect(read(head, '<p>29 December 2022</p>').publishedAt).toBe('2022-12-30T07:00:40+01:00');
  });

  it('is what is shown before a vague `meta`, but not before one of when it was issued', () => {
    const body = '<p>5 February 2020</p>';
    expect(read('<meta name="date" content="2020-02-12">', body).publishedAt).toBe('2020-02-05');
    expect(read('<meta name="DC.date" content="2020-02-12">', body).publishedAt).toBe('2020-02-05');
    expect(read('<meta name="pubdate" content="2020-02-12">', body).publishedAt).toBe('2020-02-12');
  });

  it('is found below a menu of hundreds of lines', () => {
    const menu = '<div class="menu"><span>Ferry</span></div>'.repeat(300);
    expect(read('', `${menu}<div>5 February 2020</div>`).publishedAt).toBe('2020-02-05');
  });

  it.each([
    ['items', '<ul><li>1 May 2021</li><li>3 May 2021</li><li>9 May 2021</li></ul>'],
    [
      'teasers',
      ['1 May 2021', '3 May 2021', '9 May 2021']
        .map((day) => `<div class="teaser"><a>Pier</a> <span class="date">${day}</span></div>`)
        .join(''),
    ],
    [
      'rows',
      '<table><tr><td>1.5.2021</td></tr><tr><td>3.5.2021</td></tr><tr><td>9.5.2021</td></tr></table>',
    ],
    ['a post shown in it', '<blockquote><time datetime="2021-05-01">1 May</time></blockquote>'],
  ])('is not one of %s', (_, others) => {
    expect(read('', others).publishedAt).toBeUndefined();
    expect(read('', `${others}<p>5 February 2022</p>`).publishedAt).toBe('2022-02-05');
  });

  it("is not today's in the head of a site", () => {
    const head = '<header><time datetime="2023-11-01">1 November 2023</time></header>';
    const html = (header: string) =>
      `<body>${header}<h1>Roof repaired</h1><p>31 October 2023</p><p>The roof is tight again.</p>`;
    expect(readHtml(html(head), { source: 'page' }).publishedAt).toBe('2023-10-31');
    const own =
      '<header><h1>Roof repaired</h1><time datetime="2023-11-01">1 November</time></header>';
    expect(readHtml(`<body>${own}<p>The roof is tight.</p>`, { source: 'page' }).publishedAt).toBe(
      '2023-11-01',
    );
  });

  it.each([
    ['https://gazette.example/2017/7/12/montauk', '2017-07-12'],
    ['https://gazette.example/news/2017-07-12/montauk', '2017-07-12'],
    ['https://gazette.example/news/29-10-2021', '2021-10-29'],
    ['https://gazette.example/news/2917-07-12/montauk', undefined],
  ])('stands in the address %s', (url, date) => {
    const page = '<html lang="en-GB"><h1>Montauk</h1><p>The lighthouse is the oldest here.</p>';
    expect(readHtml(page, { source: url, url }).publishedAt).toBe(date);
  });

  it('stands in the address that a saved page says it has', () => {
    const head = '<link rel="canonical" href="https://gazette.example/2017/07/12/montauk">';
    expect(read(head, '').publishedAt).toBe('2017-07-12');
  });

  it('is that of an address that it got long before the data says', () => {
    const url = 'https://gazette.example/2017/07/12/montauk';
    const page = (date: string) =>
      `<head>${meta('article:published_time', date)}</head><h1>Montauk</h1><p>The lighthouse stands.</p>`;
    const published = (date: string) => readHtml(page(date), { source: url, url }).publishedAt;
    expect(published('2019-06-17T18:28:00Z')).toBe('2017-07-12');
    expect(published('2017-07-13T01:00:00Z')).toBe('2017-07-13T01:00:00Z');
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
    ['Publié le 07/04/2026 à 18h30 par Odile Marchand', 'Odile Marchand'],
    ['Posted on May 3, 2026 by Jon Aske', 'Jon Aske'],
    ['Am 3. Mai 2026 von Jana Roth', 'Jana Roth'],
    ['12.05.2026, 11:20 Uhr von Jana Roth', 'Jana Roth'],
    ['Door Anke de Wit', 'Anke de Wit'],
    ['Av Ingrid Berg', 'Ingrid Berg'],
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

  it.each([
    'Built in 1932 by John Smith',
    'Die Große Brücke',
    'Direct Ferries',
    '06.04.2020 Auf den Spuren von Rafael Nadal',
    '3 May 2026: a house that was built by Anne Smith',
  ])('is not who is spoken of in the line %j', (line) => {
    expect(read('', `<div>${line}</div>`).author).toBeUndefined();
  });

  it('is named as people are, though a library has the family first', () => {
    expect(read('<meta name="citation_author" content="Roel, Ines">', '').author).toBe('Ines Roel');
    expect(read('<meta name="DC.creator" content="de la Cruz, Ana M.">', '').author).toBe(
      'de la Cruz, Ana M.',
    );
    expect(read('<meta name="author" content="Roel, Marsh">', '').author).toBe('Roel, Marsh');
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
