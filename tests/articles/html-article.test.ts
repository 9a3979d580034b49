import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const read = (body: string, head = '') =>
  readHtml(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    source: 'page.html',
  }).text;

const ROOF =
  'The roof of Kelby school is tight again after two years: roofer Aldo Brisk finished it on Thursday for 83,000 crowns.';
const STORY = [
  'The council had argued over the bill since spring, when the first tender came in far above what had been planned.',
  'Pupils had been taught in the town hall, where the rooms were small, cold and rather loud during market days.',
  'The head teacher thanked everybody who had carried chairs, and said that lessons would start again on Monday.',
];
const paragraphs = (texts: readonly string[] = STORY) =>
  texts.map((text) => `<p>${text}</p>`).join('');
const MENU = `<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>`;

describe('the lead of an article', () => {
  const page = (lead: string) =>
    `${MENU}<main><article><header class="entry-header"><h1>School roof repaired</h1>${lead}</header><div class="entry-content">${paragraphs()}</div></article></main>`;

  it.each([
    ['in an excerpt', `<div class="entry-excerpt"><p>${ROOF}</p></div>`],
    ['as a heading of its own', `<h2 class="article-subheadline">${ROOF}</h2>`],
    ['in a bare division', `<div class="intro"><div class="chapo">${ROOF}</div></div>`],
    ['as a list', `<ul><li>${ROOF}</li><li>Lessons start again on Monday.</li></ul>`],
    ['after a byline', `<p class="byline">By Mara Quill</p><p class="deck">${ROOF}</p>`],
  ])('is kept %s, once and first', (_where, lead) => {
    const text = read(page(lead), '<title>School roof repaired</title>');
    expect(text.split(ROOF)).toHaveLength(2);
    expect(text.indexOf(ROOF)).toBeLessThan(text.indexOf(STORY[0] ?? ''));
    expect(text).not.toContain('Mara Quill');
  });

  it.each([
    [
      'in a hero before the article',
      `<div class="hero"><h1>Roof repaired</h1><p>${ROOF}</p></div>`,
    ],
    [
      'in a caption',
      `<h1>Roof repaired</h1><figure><img src="a"><figcaption>${ROOF}</figcaption></figure>`,
    ],
    ['above the title', `<p class="kicker-text">${ROOF}</p><h1>Roof repaired</h1>`],
  ])('is known %s by what the page says of itself', (_where, lead) => {
    const head = `<title>Roof repaired</title><meta property="og:description" content="${ROOF} More inside.">`;
    expect(read(`${lead}<div class="column">${paragraphs()}</div>`, head)).toContain(ROOF);
  });
});

describe('a part of a page that only has furniture', () => {
  it.each([
    ['section', 'class="Review__Section Review__Section--Ads"'],
    ['section', 'class="o-section has-ads"'],
    ['section', 'class="o-section o-section--has-ads"'],
    ['div', 'class="p-body-main p-body-main--withSidebar"'],
    ['div', 'class="entry__content steady-paywall-container"'],
    ['div', 'class="non-paywall"'],
    ['div', 'class="has-sharing"'],
    ['div', 'class="live-match-comments"'],
    ['div', 'class="l-with-sidebar"'],
  ])('is kept: <%s %s>', (tag, attributes) => {
    const text = read(
      `<main><h1>Kettle review</h1><p>${ROOF}</p><${tag} ${attributes}>${paragraphs()}</${tag}></main>`,
    );
    for (const sentence of STORY) expect(text).toContain(sentence);
  });

  it('is kept though its text stands in bare divisions', () => {
    const body = STORY.map((text) => `<div>${text}</div>`).join('');
    expect(read(`<div class="page comments">${body}</div>`)).toContain(STORY[1]);
  });

  it("is a chapter where its id is its heading's words", () => {
    const chapters = ['Sharing a folder', 'Comments', 'Related commands', 'First steps'];
    const body = chapters.map((heading, index) => {
      const id = heading.toLowerCase().replaceAll(' ', '-');
      return `<section id="${id}"><h2>${heading}</h2><p>${STORY[index % 3] ?? ''} Chapter ${index}.</p></section>`;
    });
    const text = read(`<main><h1>User guide</h1>${body.join('')}</main>`);
    for (const index of [0, 1, 2, 3]) expect(text).toContain(`Chapter ${index}.`);
    for (const heading of chapters) expect(text).toContain(heading);
  });
});

describe('a short chapter between longer ones', () => {
  const guide = (chapter: string) =>
    `<main><h1>User guide</h1><section id="install"><h2>Install</h2>${paragraphs()}</section>${chapter}<section id="end"><h2>Remove it</h2><p>${STORY[0]}</p></section></main>`;

  it.each([
    ['comments', 'Comments', 'Anyone who can read a file can comment.'],
    ['share', 'Share', 'Press the arrow to send a link.'],
    ['newsletter', 'Newsletter', 'One is sent on Mondays. It has the menu of the week.'],
  ])('is read, whatever it is called: %s', (id, heading, words) => {
    const text = read(
      guide(`<section id="${id}"><h2>${heading}</h2><p>${words}</p></section>`),
      '<title>User guide</title>',
    );
    expect(text).toContain(`${heading}\n\n${words}`);
  });

  it('but not what leads elsewhere', () => {
    const box = '<section><h2>Share</h2><p><a href="/s">Send it to a friend.</a></p></section>';
    expect(read(guide(box), '<title>User guide</title>')).not.toContain('friend');
  });
});

describe('a part of a page that is furniture', () => {
  it.each([
    'comments',
    'post-comments',
    'related-posts',
    'sidebar',
    'newsletter-signup',
    'share-buttons',
    'author-bio',
    'relatedArticles',
    'm-cookie-banner',
  ])('is left out: %s', (name) => {
    const box = `<div class="${name}"><p>Someone wrote this box for a reason that no reader knows.</p></div>`;
    const text = read(`<article><h1>Roof</h1>${paragraphs()}${paragraphs()}${box}</article>`);
    expect(text).toContain(STORY[2]);
    expect(text).not.toContain('Someone wrote');
  });
});

describe('panels that open when they are pressed', () => {
  const panel = (
    attributes: string,
    heading = '<h3><button aria-expanded="false">How many books can I borrow?</button></h3>',
  ) =>
    `<main><h1>Library</h1>${paragraphs()}${heading}<div ${attributes}><p>Up to 25 at a time.</p></div></main>`;

  it.each([
    'class="panel" aria-hidden="true"',
    'hidden',
    'hidden="until-found"',
    'style="display:none"',
    'style="color:red; display: none;"',
  ])('are read with their question: %s', (attributes) => {
    const text = read(panel(attributes));
    expect(text).toContain('How many books can I borrow?');
    expect(text).toContain('Up to 25 at a time.');
  });

  it.each([
    ['a button', '<button aria-controls="p1">How many books can I borrow?</button>'],
    [
      'a link',
      '<p><a role="button" aria-controls="p1" href="#p1">How many books can I borrow?</a></p>',
    ],
  ])('are read under %s that names them', (_what, heading) => {
    const text = read(panel('id="p1" hidden', heading));
    expect(text).toContain('How many books can I borrow?');
    expect(text).toContain('Up to 25 at a time.');
  });

  it('are the definitions of a list of questions', () => {
    const pair = (id: string, asks: string, answers: string) =>
      `<dt><button aria-expanded="false" aria-controls="${id}">${asks}</button></dt><dd id="${id}" hidden><p>${answers}</p></dd>`;
    const text = read(
      `<main><h1>Library</h1>${paragraphs()}<dl>${pair('a', 'May I eat here?', 'In the yard only.')}${pair('b', 'Is there parking?', 'Behind the mill.')}</dl></main>`,
    );
    expect(text).toMatch(/May I eat here\?\s+In the yard only\./);
    expect(text).toMatch(/Is there parking\?\s+Behind the mill\./);
  });

  it('are read though a page has two of them and nothing else', () => {
    const pair = (id: string, asks: string, answers: string) =>
      `<h2 class="accordion-header"><button aria-expanded="false" aria-controls="${id}">${asks}</button></h2><div id="${id}" class="collapse" hidden><div>${answers}</div></div>`;
    const text = read(
      `<main><h1>Library</h1><div class="accordion">${pair('a', 'May I eat here?', 'In the yard only.')}${pair('b', 'Is there parking?', 'Behind the mill.')}</div></main>`,
    );
    expect(text).toMatch(
      /May I eat here\?\s+In the yard only\.\s+Is there parking\?\s+Behind the mill\./,
    );
  });

  it('are read below the text, under a heading that is a link', () => {
    const panel = (id: string, heading: string, words: string) =>
      `<h4><a data-toggle="collapse" href="#${id}">${heading}</a></h4><div id="${id}" class="collapse" style="display:none"><div>${words}</div></div>`;
    const text = read(
      `<main><h1>Library</h1><p>${STORY[0]}</p>${panel('a', 'Bags', 'Bags stay in the lockers by the door, which are free.')}${panel('b', 'Noise', 'On the upper floor nobody speaks at all before noon.')}</main>`,
    );
    expect(text).toMatch(/Bags\s+Bags stay in the lockers[^\n]+\s+Noise\s+On the upper floor/);
  });

  it('are read with the first of their questions, which no heading is', () => {
    const pair = (id: string, asks: string, answers: string) =>
      `<div class="item"><div role="button" aria-expanded="false" aria-controls="${id}">${asks}</div><div id="${id}" aria-hidden="true"><p>${answers}</p></div></div>`;
    const text = read(
      `<main><h1>Library</h1>${pair('a', 'May I eat here?', 'In the yard only, and quietly.')}${pair('b', 'Is there parking?', 'Behind the mill.')}</main>`,
    );
    expect(text).toMatch(/^May I eat here\?\s+In the yard/);
  });

  it('are not what nothing opens', () => {
    expect(
      read(
        `<main>${paragraphs()}<span>x</span><div hidden><p>Draft: not for readers.</p></div></main>`,
      ),
    ).not.toContain('Draft');
  });
});

describe('a page whose wrapper has an unlucky name', () => {
  const SMALL = `<div class="modal-text"><h3>Advertiser Disclosure</h3><p>${'The offers on this site are from companies that pay for being shown. '.repeat(8)}</p></div>`;

  it.each([
    'above-footer',
    'layout--sidebar-right',
    'has-social-bar',
    'header-fixed',
    'l-supplemental',
    'wrap-related',
  ])('gives the article and not the small print: %s', (name) => {
    const text = read(
      `<div class="${name}"><article><h1>Roof</h1>${paragraphs()}</article></div>${SMALL}`,
    );
    for (const sentence of STORY) expect(text).toContain(sentence);
  });
});

describe('headings inside the article', () => {
  it.each([
    '<div class="head"><h3>Parking</h3><div class="arrow">&nbsp;</div></div>',
    '<h2 class="section-header">Parking</h2>',
    '<h2 class="header-with-anchor-widget">Parking</h2>',
    '<h2 class="banner-title">Parking</h2>',
    '<h2><span class="headline" id="ad">Parking</span></h2>',
    '<h2><a href="#parking">Parking</a></h2>',
    '<div class="sidebar-title"><h4 class="widget-title">Parking</h4></div>',
  ])('are kept: %s', (heading) => {
    const text = read(
      `<article><h1>The town hall</h1><p>${STORY[0]}</p><p>${STORY[1]}</p>${heading}<p>${STORY[2]}</p></article>`,
    );
    expect(text).toContain(`Parking\n\n${STORY[2]}`);
  });
});

describe('lists of links inside the article', () => {
  const LIST =
    '<li><a href="/1">Salt and Ledger by Mirela Quaye</a></li><li><a href="/2">The Tide Shed by Jon Reeve</a></li>';

  it.each([
    ['after a colon', `<p>These are the winners:</p><ul>${LIST}</ul>`],
    ['in order', `<p>The jury ranked them.</p><ol>${LIST}</ol>`],
    [
      'between paragraphs',
      `<p>The jury gave prizes to two books this year, and was of one mind.</p><ul>${LIST}</ul>`,
    ],
    [
      'in cells',
      `<table><tr><th>Prize</th><th>Books</th></tr><tr><td>Gullwing</td><td><ul>${LIST}</ul></td></tr></table>`,
    ],
  ])('are kept %s', (_where, html) => {
    expect(
      read(`<article><h1>Prizes</h1><p>${STORY[0]}</p>${html}<p>${STORY[1]}</p></article>`),
    ).toContain('Salt and Ledger by Mirela Quaye');
  });

  it.each(['<h3>Related</h3>', '<h3>Read also</h3>', '<h2>More news</h2>'])(
    'lead away under %s',
    (heading) => {
      expect(
        read(`<article><h1>Prizes</h1>${paragraphs()}${heading}<ul>${LIST}</ul></article>`),
      ).not.toContain('Salt and Ledger');
    },
  );
});

describe('an endless page', () => {
  const others = STORY.map((text) => `<p>Elsewhere, ${text} ${text} ${text}</p>`).join('');
  const lamp =
    '<p>The new lamp on the quay was lit for the first time.</p><p>It shines nine miles far.</p>';

  it.each([
    [
      'with h2 for the others',
      `<div class="scrollblock"><article id="article-0"><h1>New lamp on the quay</h1>${lamp}</article></div><div class="scrollblock"><article id="article-1"><h2>Town hall roof is leaking</h2>${others}</article></div>`,
    ],
    [
      'with h1 for all',
      `<main><article><h1>New lamp on the quay</h1>${lamp}</article><article><h1>Town hall roof is leaking</h1>${others}</article></main>`,
    ],
    [
      'with the wanted one last',
      `<article><h2>Town hall roof is leaking</h2>${others}</article><article><h1>New lamp on the quay</h1>${lamp}</article>`,
    ],
  ])('gives the article that has its title, %s', (_how, body) => {
    const text = read(body, '<title>New lamp on the quay</title>');
    expect(text).toContain('nine miles');
    expect(text).not.toContain('Elsewhere');
  });
});

describe('what else is text', () => {
  it('is a caption with a heading or paragraphs, as in a gallery', () => {
    const figure = (inner: string) =>
      `<figure><img src="a"><figcaption>${inner}</figcaption></figure>`;
    const text = read(
      `<article><h1>Sheds</h1>${figure(`<h3>Tide shed</h3><p>It was built in 1911 for the boats of the pilots.</p>`)}${figure(`<p>${STORY[0]}</p><p>${STORY[1]}</p>`)}${figure('A short caption')}</article>`,
    );
    expect(text).toContain('It was built in 1911');
    expect(text).toContain(STORY[1]);
  });

  it.each([
    ['plain', STORY.join('\n')],
    ['HTML', paragraphs()],
    ['escaped HTML', paragraphs().replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ])('is the body that only the JSON-LD has, %s', (_how, articleBody) => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Roof', articleBody });
    const text = read(
      '<main><h1>Roof</h1><p>Publicidad</p></main>',
      `<script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script>`,
    );
    expect(text).toContain(STORY[1]);
    expect(text).not.toContain('<p>');
  });

  it('is what a script of the article puts in its place later', () => {
    const script = (inner: string) => `<script type="text/template">${inner}</script>`;
    const page = (inner: string) =>
      read(`<div class="post-body"><h1>Roof</h1>${script(inner)}<p>Please wait.</p></div>`);
    expect(page(paragraphs())).toContain(STORY[1]);
    expect(page(`${paragraphs()}<p>{{ name }}</p>`)).not.toContain(STORY[1]);
    expect(read(`<h1>Roof</h1><p>Please wait.</p>${script(paragraphs())}`)).toBe('Please wait.');
  });

  it.each([
    [
      'beside its paragraph',
      (time: string, text: string) => `<div class="entry"><time>${time}</time><p>${text}</p></div>`,
    ],
    [
      'in a header',
      (time: string, text: string) =>
        `<article><header><time datetime="2026-01-01">${time}</time></header><p>${text}</p></article>`,
    ],
    ['in items', (time: string, text: string) => `<ul><li><time>${time}</time> ${text}</li></ul>`],
  ])('are the times of entries on a live page, %s', (_where, entry) => {
    const entries = [
      entry('22:40', 'The Amsel bridge was closed because of the high water.'),
      entry('22:10', 'The fire brigade has put up barriers along the whole quay.'),
      entry('21:55', 'The river rose above the second mark, and the sirens went off.'),
    ];
    expect(read(`<main><h1>Flood: live</h1>${entries.join('')}</main>`)).toMatch(
      /22:40[\s–]+The Amsel bridge/,
    );
  });

  it('is not what credits pictures, invites, or counts shares', () => {
    const around = [
      'Image copyright Reuters',
      'Media playback is unsupported on your device',
      'Follow The Gazette on Twitter',
      'Published: Tuesday | 4 May 2021',
      'Advertiser Disclosure',
      'Contents',
      'Foto: Agentur Blick',
      'Teilen auf Facebook',
      'Compartir en Twitter',
      'Your browser does not support the video tag.',
      'Lea también: Otra noticia',
      'Lesen Sie auch: Eine andere Nachricht',
      'À lire aussi : une autre nouvelle',
    ];
    const shares = '<ul><li>Print</li><li>Save</li><li>Pinterest</li></ul>';
    const text = read(
      `<article><h1>Roof</h1><p>${STORY[0]}</p>${paragraphs(around)}${shares}<p>${STORY[1]}</p><p>${STORY[2]}</p></article>`,
    );
    expect(text).toBe(STORY.join('\n\n'));
  });
});
