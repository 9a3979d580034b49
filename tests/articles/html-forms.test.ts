import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const read = (body: string, head = '') =>
  readHtml(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    source: 'page.html',
  }).text;

const MENU =
  '<header class="site-header"><div class="logo"><a href="/">Kelby Post</a></div><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav></header>';
const LEAD =
  'The tram comes back to Harbour Street in May 2027 and will cost 61 million crowns, the council decided last night.';
const STORY = [
  'Workers began on Monday to lift the old rails from Harbour Street, which has had no tram since the winter of 1962.',
  'Each rail weighs nearly half a ton, so that a crane has to come every night when the shops have closed.',
  'Shopkeepers had asked the council to wait until after the summer, but the company had no other date to offer.',
  'The new line will run every twelve minutes and stop at the hospital, the market and the two big schools.',
] as const;
const TEXT = STORY.map((text) => `<p>${text}</p>`).join('\n');
const TITLE = '<title>Tram comes back | Kelby Post</title>';

describe('a lead is read in whatever stands between the title and the text', () => {
  it.each([
    [
      'a standfirst in a hero above a grid',
      `<main><div class="article-hero"><div class="article-hero__text"><h1 class="hed">Tram comes back</h1><div class="standfirst"><p>${LEAD}</p></div><div class="byline-row"><span>By Ana Holt</span></div></div></div><div class="grid"><div class="col-8 article-body">${TEXT}</div><div class="col-4"><h3>Most read</h3><ul><li><a href="1">One</a></li></ul></div></div></main>`,
    ],
    [
      'a span of a component',
      `<article><div data-component="headline"><h1>Tram comes back</h1></div><div data-component="summary"><span class="sc-1x">${LEAD}</span></div>${STORY.map((text) => `<section><div class="sc-9"><p>${text}</p></div></section>`).join('')}</article>`,
    ],
    [
      'bold words of a division',
      `<div id="content"><h1>Tram comes back</h1><div class="art-lead"><strong>${LEAD}</strong></div><div class="art-text">${TEXT}</div></div>`,
    ],
    [
      'a heading above the byline',
      `<article class="post"><header><p class="kicker">Transport</p><h1>Tram comes back</h1></header><div class="post__lede"><h3>${LEAD}</h3></div><div class="post__meta">12 May 2026 · 4 min read</div><div class="post__content">${TEXT}</div></article>`,
    ],
    [
      'a cell of a page laid out as a table',
      `<table><tr><td colspan="2"><h1>Tram comes back</h1><p class="lead">${LEAD}</p></td></tr><tr><td>${TEXT}</td><td><a href="1">Ad one</a></td></tr></table>`,
    ],
    [
      'a heading of the second level that is a sentence',
      `<article><h1>Tram comes back</h1><h2 class="article-subheadline">${LEAD}</h2><div class="entry-content">${TEXT}</div></article>`,
    ],
  ])('%s', (_where, body) => {
    const text = read(MENU + body, TITLE);
    expect([LEAD, ...STORY].map((each) => text.split(each).length)).toEqual([2, 2, 2, 2, 2]);
    expect(text.indexOf(LEAD)).toBeLessThan(text.indexOf(STORY[0]));
  });
});

describe('text is kept in a part that is called after what it has or lacks', () => {
  it.each([
    'content-with-sidebar',
    'Article Article--has-newsletter Article--share',
    'paywall-content',
    'is-subscriber no-ads',
    'ad-free-zone',
    'social-housing',
    'tie-sidebar-right sidebar-none',
    'wrapper-promo-hidden',
  ])('%s', (name) => {
    const text = read(
      `${MENU}<main><h1>Tram comes back</h1><p>${LEAD}</p><div class="${name}">${TEXT}</div></main>`,
    );
    expect(text).toBe([LEAD, ...STORY].join('\n\n'));
  });

  it('and in chapters that are called as furniture is', () => {
    const chapters = ['Newsletter', 'Social media', 'Sharing', 'Cookies', 'Subscription'];
    const sections = chapters.map(
      (heading, index) =>
        `<section id="${heading.toLowerCase().replace(' ', '-')}"><h2>${heading}</h2><p>${STORY[0]} Chapter ${index}.</p></section>`,
    );
    const text = read(`<main><h1>Handbook</h1>${sections.join('')}</main>`);
    for (const index of chapters.keys()) expect(text).toContain(`Chapter ${index}.`);
  });
});

describe('what a question opens is read with it, below a long text too', () => {
  const PAIRS = [
    ['How long may I keep a film?', 'Seven days, and no longer.'],
    ['Is there a late fee?', 'Two crowns a day.'],
  ] as const;
  const forms: readonly (readonly [string, (asks: string, says: string, id: number) => string])[] =
    [
      [
        'an accordion of Bootstrap',
        (asks, says, id) =>
          `<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" data-bs-target="#c${id}">${asks}</button></h2><div id="c${id}" class="accordion-collapse collapse"><div class="accordion-body">${says}</div></div></div>`,
      ],
      [
        'items with a role',
        (asks, says) =>
          `<li><div role="button" aria-expanded="false">${asks}</div><div style="display: none">${says}</div></li>`,
      ],
      [
        'a label of a box that nobody sees',
        (asks, says, id) =>
          `<input type="checkbox" id="t${id}"><label for="t${id}">${asks}</label><div class="tab-content" hidden>${says}</div>`,
      ],
      [
        'a button beside its panel',
        (asks, says) =>
          `<div class="item"><button aria-expanded="false"><span>${asks}</span></button><div aria-hidden="true"><div><p>${says}</p></div></div></div>`,
      ],
      [
        'a heading that is the control',
        (asks, says, id) =>
          `<section><h3 tabindex="0" aria-controls="x${id}">${asks}</h3><div class="outer"><div id="x${id}" aria-hidden="true"><p>${says}</p></div></div></section>`,
      ],
      [
        'details',
        (asks, says) => `<details><summary><h3>${asks}</h3></summary><p>${says}</p></details>`,
      ],
    ];

  it.each(forms)('%s', (_form, pair) => {
    const panels = PAIRS.map(([asks, says], id) => pair(asks, says, id)).join('');
    const text = read(
      `${MENU}<main><h1>Library</h1>${TEXT}<div class="faq"><h2>Questions</h2>${panels}</div></main>`,
    );
    for (const [asks, says] of PAIRS) {
      expect(text).toMatch(new RegExp(`${asks.replace('?', '\\?')}\\s+${says}`));
    }
  });

  it('but not questions of a box beside the text', () => {
    const asks = '<p>Do you know a story?</p><p>Write to us.</p><p>Is it urgent?</p><p>Call.</p>';
    const text = read(`${MENU}<main><h1>Tram</h1>${TEXT}<aside>${asks}</aside></main>`);
    expect(text).not.toContain('Write to us');
  });
});

describe('questions with short answers are read beside other text', () => {
  const [FIRST, SECOND] = [
    ['When may I fish?', 'From May to August.'],
    ['What does a rod cost?', 'Four crowns a day.'],
  ] as const;

  it.each([
    ['headings above divisions', (q: string, a: string) => `<h3>${q}</h3><div>${a}</div>`],
    ['divisions', (q: string, a: string) => `<div class="q">${q}</div><div class="a">${a}</div>`],
    [
      'details',
      (q: string, a: string) => `<details><summary>${q}</summary><div>${a}</div></details>`,
    ],
    [
      'links that are buttons',
      (q: string, a: string) =>
        `<div class="card"><div class="card-header"><h4><a href="#c" role="button" data-toggle="collapse" aria-expanded="false">${q}</a></h4></div><div id="c" class="collapse" style="display: none"><div class="card-body">${a}</div></div></div>`,
    ],
  ])('as %s', (_how, pair) => {
    const intro = '<p>Anglers ask us these things again and again, and we answer them here.</p>';
    for (const before of [intro, TEXT]) {
      const text = read(
        `${MENU}<main><h1>Fishing</h1>${before}${pair(...FIRST)}${pair(...SECOND)}</main>`,
      );
      expect(text).toContain(`\n\n${[...FIRST, ...SECOND].join('\n\n')}`);
    }
  });

  it('but not in a form or a foot of the page', () => {
    const pairs = `<h3>${FIRST.join('</h3><div>')}</div><h3>${SECOND.join('</h3><div>')}</div>`;
    for (const part of ['form', 'footer']) {
      expect(read(`${MENU}<main>${TEXT}</main><${part}>${pairs}</${part}>`)).not.toContain('rod');
    }
  });
});

describe('what happened at a time is read with it', () => {
  it('in a short division of an item', () => {
    const items = [
      ['17:52', 'The road to Orlen is shut.'],
      ['16:20', 'The pool is under water.'],
      ['14:03', 'The school sends all home.'],
    ].map(
      ([time = '', text = '']) =>
        `<li class="ticker"><header><time datetime="2026-05-03T${time}">${time}</time></header><div>${text}</div></li>`,
    );
    const text = read(`${MENU}<main><h1>Storm</h1>${TEXT}<ul>${items.join('')}</ul></main>`);
    for (const said of ['17:52', 'road to Orlen', 'under water', 'sends all home']) {
      expect(text).toContain(said);
    }
  });
});

describe('the times of a live page are read with its entries', () => {
  const entries = (open: string, close: string) =>
    [
      ['7.02 pm', 'Mayor Okafor opens the meeting before some sixty people.'],
      ['7.31 pm', 'The budget for roads is passed by nine votes to four.'],
      ['8.10 pm', 'The baths will close in winter, by seven votes to six.'],
    ].map(
      ([time = '', text = '']) =>
        `${open}<span class="timestamp">${time}</span><p>${text}</p>${close}`,
    );

  it.each([
    ['in items', '<li>', '</li>'],
    ['in divisions', '<div class="update">', '</div>'],
    ['in sections', '<section class="update">', '</section>'],
  ])('%s, though they are called timestamps', (_where, open, close) => {
    const text = read(
      `<main><h1>Council</h1><p>${LEAD}</p>${entries(open, close).join('')}</main>`,
    );
    for (const time of ['7.02 pm', '7.31 pm', '8.10 pm']) expect(text).toContain(time);
  });

  it('but not a single one, which says when the page was made', () => {
    const stamp = '<div class="timestamp">7.02 pm</div>';
    expect(read(`<main><h1>Council</h1>${stamp}${TEXT}</main>`)).not.toContain('7.02');
  });
});

describe('short chapters at the end of an article are read', () => {
  it.each([
    ['class="review-part review-part--with-social"', 'Weight'],
    ['class="has-sharing"', 'Noise'],
    ['id="related-lamps-compared"', 'Related lamps compared'],
  ])('in a section with %s', (attributes, heading) => {
    const said = 'On our scales it came to 2.8 kilograms with all its pegs.';
    const text = read(
      `<article class="with-newsletter"><h1>The lamp</h1><div class="post-body">${TEXT}</div><section ${attributes}><h2>${heading}</h2><p>${said}</p></section></article>`,
    );
    expect(text).toContain(`${heading}\n\n${said}`);
  });

  it('but not what leads elsewhere', () => {
    const links =
      '<section><h2>Related</h2><p>Read <a href="/b">how the bakery was sold</a>.</p></section>';
    expect(read(`<article><h1>The lamp</h1><div>${TEXT}</div>${links}</article>`)).not.toContain(
      'bakery',
    );
  });
});

describe('a chapter is read whatever its heading begins with', () => {
  it.each(['Related commands', 'Recommended settings', 'You may also need'])('%s', (heading) => {
    const chapters = ['Folders', 'Sharing'].map(
      (name, at) => `<section id="${name}"><h2>${name}</h2><p>${STORY[at] ?? ''}</p></section>`,
    );
    const last = `<section><h2>${heading}</h2><p>${STORY[2]}</p></section>`;
    const text = read(`${MENU}<main><h1>Guide</h1>${chapters.join('')}${last}</main>`);
    expect(text).toContain(`${heading}\n\n${STORY[2]}`);
  });
});

describe('a heading is read', () => {
  it.each([
    '<h2 class="c-heading c-heading--ad-anchor">Opening hours</h2>',
    '<h2 class="post-footer-title">Opening hours</h2>',
    '<h3 class="related-heading">Opening hours</h3>',
    '<div class="section-title-wrap"><span class="num"></span><h2>Opening hours</h2></div>',
    '<hgroup><h2>Opening hours</h2></hgroup>',
    '<div role="heading" aria-level="3">Opening hours</div>',
    '<div class="widget-title-share"><h4 class="menu-item-heading">Opening hours</h4> <a href="#">#</a></div>',
    '<div class="related-title"><i></i><h3>Opening hours</h3></div>',
    '<p role="heading">Opening hours</p>',
    '<div class="mw-heading"><h2>Opening hours</h2><span class="mw-editsection">[<a href="x">edit</a>]</span></div>',
  ])('%s', (heading) => {
    const [first, second, third, last] = STORY;
    const text = read(
      `${MENU}<article><h1>The pool</h1><p>${first}</p><p>${second}</p>${heading}<p>${third}</p><p>${last}</p></article>`,
    );
    expect(text).toBe([first, second, 'Opening hours', third, last].join('\n\n'));
  });
});

describe('links that say what the text announces are read', () => {
  const LINKS = ['Orla Finch, Kelby North', 'Bram Oduya, Old Harbour', 'Tess Lindqvist, Mill Lane'];
  const items = LINKS.map((name, at) => `<li><a href="/${at}">${name}</a></li>`).join('');

  it.each([
    ['in a column', `<p>Elected were:</p><div class="columns"><ul>${items}</ul></div>`],
    ['under a heading', `<h2>Members of the council</h2><ul>${items}</ul>`],
    [
      'on lines',
      `<p>The following three were elected:</p><p>${LINKS.map((name, at) => `<a href="${at}">${name}</a>`).join('<br>')}</p>`,
    ],
    [
      'as headings',
      `<p>Elected were:</p><ul>${items.replaceAll('a>', 'a></h4>').replaceAll('<a', '<h4><a')}</ul>`,
    ],
    [
      'as definitions',
      `<dl>${LINKS.map((name, at) => `<dt>Seat ${at}</dt><dd><a href="${at}">${name}</a></dd>`).join('')}</dl>`,
    ],
  ])('%s', (_where, links) => {
    const [first, second, third] = STORY;
    const text = read(
      `${MENU}<article><h1>Council</h1><p>${first}</p><p>${second}</p>${links}<p>${third}</p></article>`,
    );
    for (const name of LINKS) expect(text).toContain(name);
  });

  it('at the end too', () => {
    const text = read(
      `<article><h1>Council</h1>${TEXT}<p>These three were elected:</p><ul>${items}</ul></article>`,
    );
    for (const name of LINKS) expect(text).toContain(name);
  });
});

describe('an endless page gives the article of its title', () => {
  const others = STORY.map((text) => `<p>In other news, ${text} ${text}</p>`).join('');
  const lamp = '<p>The lamp on the quay was lit on Friday.</p><p>It shines nine miles far.</p>';

  it.each([
    [
      'in divisions that are called articles',
      `<div id="main"><div class="article-wrapper"><h1>Lamp on the quay lit</h1><div>${lamp}</div></div><div class="article-wrapper next"><h1>Roof of the town hall is leaking</h1><div>${others}</div></div></div>`,
    ],
    [
      'before a list of others',
      `<main><article class="full"><header><h1>Lamp on the quay lit</h1></header>${lamp}</article><section><article class="teaser"><h2><a href="2">Roof of the town hall is leaking</a></h2>${others}</article></section></main>`,
    ],
    [
      'in microdata',
      `<div itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Lamp on the quay lit</h1>${lamp}</div><div itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Roof of the town hall is leaking</h1>${others}</div>`,
    ],
  ])('%s', (_how, body) => {
    const text = read(MENU + body, '<title>Lamp on the quay lit - Kelby Post</title>');
    expect(text).toBe('The lamp on the quay was lit on Friday.\n\nIt shines nine miles far.');
  });

  it.each(['Roof of the town hall is leaking', 'Bakery sold'])(
    'of a single paragraph too, whatever the next is called: %s',
    (other) => {
      const brief =
        'The lamp on the quay was lit on Friday, and it shines nine miles far over the bay.';
      const text = read(
        `<article class="story"><header><h1>Lamp on the quay lit</h1></header><section><p>${brief}</p></section></article><article class="story next"><header><h1>${other}</h1></header><section>${others}</section></article>`,
        '<title>Lamp on the quay lit - Kelby Post</title>',
      );
      expect(text).toBe(brief);
    },
  );

  it.each(['post', 'entry', 'blog-post', 'story-2', 'scrollblock'])(
    'in divisions of the class %s, with second headings after the first',
    (name) => {
      const text = read(
        `<div class="${name}"><h1>Lamp on the quay lit</h1>${lamp}</div><div class="${name}"><h2>Roof of the town hall is leaking</h2>${others}</div>`,
        '<title>Lamp on the quay lit - Kelby Post</title>',
      );
      expect(text).toBe('The lamp on the quay was lit on Friday.\n\nIt shines nine miles far.');
    },
  );

  it.each(['article-section', 'entry-part', 'post-chapter'])(
    'and all chapters of a class that is a part of an article: %s',
    (name) => {
      const text = read(
        `<div class="${name}"><h1>Lamp on the quay lit</h1>${lamp}</div><div class="${name}"><h2>How the lamp came to the quay</h2>${others}</div>`,
        '<title>Lamp on the quay lit - Kelby Post</title>',
      );
      expect(text).toContain(STORY[0]);
    },
  );

  it('and all chapters of a handbook', () => {
    const chapter = (title: string, text: string) =>
      `<div class="chapter"><h1>${title}</h1><p>${text}</p><p>${text}</p></div>`;
    const text = read(
      `<main>${chapter('Lamp on the quay', STORY[0])}${chapter('Roof of the town hall', STORY[1])}</main>`,
      '<title>Lamp on the quay</title>',
    );
    expect(text).toContain(STORY[1]);
  });
});

describe('a page is read whatever tags it lacks', () => {
  const loose = STORY.map((text) => `<p>${text}`).join('\n');
  it.each([
    ['all but its title and paragraphs', `<title>T</title>${loose}`],
    [
      'all around its main part',
      `<!DOCTYPE html><meta charset=utf-8><title>T</title><main>${loose}</main>`,
    ],
    [
      'nothing, but has a warning in front',
      `\n<br />\n<b>Warning</b>: mysql_connect() denied in <b>/home/x.php</b><br />\n<!DOCTYPE html><html><head><title>T</title></head><body><article>${TEXT}</article></body></html>`,
    ],
    [
      'nothing, but has two bodies',
      `<html><head><title>T</title></head><body><div>Menu</div></body><body class="x"><article>${TEXT}</article></body></html>`,
    ],
    [
      'an end of an empty element, as XML lets it',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title><script src="a.js" /></head><body><a id="top"/>${TEXT}</body></html>`,
    ],
  ])('%s', (_what, html) => {
    const { text, title } = readHtml(html, { source: 'page.html' });
    for (const sentence of STORY) expect(text).toContain(sentence);
    expect(title).toBe('T');
  });
});

describe('an element is what its role says', () => {
  const page = (table: string) => read(`<main><h1>Ferry</h1>${TEXT}${table}</main>`);

  it('as a table, whose rows stand below the text', () => {
    const row = (role: string, ...cells: string[]) =>
      `<div role="row">${cells.map((cell) => `<span role="${role}">${cell}</span>`).join('')}</div>`;
    expect(
      page(
        `<div role="table"><div role="rowgroup">${row('columnheader', 'Boat', 'Seats')}</div>${row('cell', 'Lune', '120')}${row('cell', 'Amsel', '80')}</div>`,
      ),
    ).toContain('Boat | Seats\nLune | 120\nAmsel | 80');
  });

  it('as a list, and items that stand in none make one', () => {
    const items = ['Kelby', 'Old Harbour'];
    const list = items.map((name) => `<div role="listitem">${name}</div>`).join('');
    expect(page(`<p>It stops at:</p><div role="list">${list}</div>`)).toContain('- Kelby\n- Old');
    const bare = items.map((name) => `<li>${name}</li>`).join(' ');
    expect(read(`<main><h1>Ferry</h1><p>It stops at:</p>${bare}</main>`)).toContain(
      '- Kelby\n- Old',
    );
  });
});

it.each([
  'Werbung blockieren',
  'Print quality',
  'Related',
  'Share of votes',
  'Comments',
  'Advertisement',
])('a chapter with one sentence is read under its heading: %s', (heading) => {
  const chapter = (head: string, text: string) =>
    `<section><h2>${head}</h2><p>${text}</p></section>`;
  const own = 'It can be chosen in the second menu.';
  const text = read(
    `<main><h1>Handbook</h1>${chapter('First steps', STORY[0])}${chapter(heading, own)}${chapter('Last steps', STORY[1])}</main>`,
  );
  expect(text).toContain(`${heading}\n\n${own}`);
});

describe('small print beside the article is left out, however long it is', () => {
  const box = (heading: string, times: number) =>
    `<div class="box"><h3>${heading}</h3><p>${'We are paid by some of the banks whose cards are shown, which may change where they are shown. '.repeat(times)}</p></div>`;
  const article = (name: string) =>
    `<div class="${name}"><article><h1>Tram comes back</h1>${TEXT}</article></div>`;

  it.each(['page-with-footer', 'comment-enabled', 'sidebar-layout', 'ad-wrapper-outer'])(
    'in a page called %s',
    (name) => {
      for (const times of [3, 6, 12]) {
        const text = read(MENU + article(name) + box('Advertiser Disclosure', times), TITLE);
        expect(text).toBe(STORY.join('\n\n'));
      }
    },
  );

  it.each(['How we make money', 'Affiliate disclosure', 'Haftungsausschluss', 'Haftung für Links'])(
    'under "%s", before the article or after it',
    (heading) => {
      const parts = [box(heading, 9), article('layout')];
      for (const body of [parts, parts.toReversed()]) {
        expect(read(MENU + body.join(''), TITLE)).toBe(STORY.join('\n\n'));
      }
    },
  );

  it.each([
    ['About us', 'We are a newspaper that is owned by its readers, and have been one since 1921.'],
    ['Privacy', 'We keep what we need to run this site, and nobody else can see it.'],
    ['Über uns', 'Wir sind eine Zeitung, die ihren Lesern gehört, und das schon seit 1921.'],
    ['Qui sommes-nous ?', 'Nous sommes un journal qui appartient à ses lecteurs depuis 1921.'],
  ])('if it is what a site says of itself below an article: %s', (heading, words) => {
    const about = `<div><h2>${heading}</h2><p>${words} ${words} ${words}</p></div>`;
    expect(read(MENU + article('page') + about, TITLE)).toBe(STORY.join('\n\n'));
  });

  it.each([
    ['Support our work', 'If you like this, please make a donation; we are a small team.'],
    ['Stay close', 'Our newsletter comes on Fridays, and we send nothing else.'],
    ['Nur mit Ihnen', 'Wir leben von unseren Lesern: Bitte unterstützen Sie uns mit einer Spende.'],
  ])('if it asks for something below an article: %s', (heading, words) => {
    const appeal = `<div><h3>${heading}</h3><p>${words} ${words} ${words}</p></div>`;
    expect(read(MENU + article('page') + appeal, TITLE)).toBe(STORY.join('\n\n'));
    const part = `<div><h3>The guide</h3><p>We met our guide at noon, and she told us of the tram. ${LEAD}</p></div>`;
    expect(read(`<main><h1>Tram</h1>${TEXT}${part}</main>`)).toContain('We met our guide');
  });

  it('but not where a shop or a club is to be found, or a chapter of a manual', () => {
    const contact = `<div class="contact"><h2>Contact</h2><p>We are in Mill Lane 4; our telephone is 0123 456, from ten to six.</p></div>`;
    const shop = `<div class="intro"><h1>Bakery</h1>${TEXT}</div>`;
    expect(read(`<main>${shop}${contact}</main>`)).toContain('0123 456');
    const chapter = (heading: string) =>
      `<section class="chapter"><h2>${heading}</h2><p>We keep what we need, and nothing else.</p><p>${LEAD}</p></section>`;
    const guide = `<section class="chapter"><h1>Tram</h1>${TEXT}</section>${chapter('Privacy')}`;
    const isArticle = '<meta property="og:type" content="article">';
    expect(read(`<main>${guide}</main>`, isArticle)).toContain('We keep what we need');
  });

  it('but is a chapter inside the article, or a page of its own', () => {
    const chapter = `<section><h2>Disclaimer</h2><p>${LEAD}</p></section>`;
    expect(read(`<main><h1>Handbook</h1>${TEXT}${chapter}</main>`)).toContain(LEAD);
    expect(read(`<main><h2>Disclaimer</h2><p>${LEAD}</p></main>`)).toContain(LEAD);
  });
});

describe('rows, terms and questions keep what they belong to', () => {
  const [first, second, third] = STORY;
  const inside = (html: string) =>
    read(
      `${MENU}<article><h1>Ferry</h1><p>${first}</p><p>${second}</p>${html}<p>${third}</p></article>`,
    );

  it.each([
    [
      'a table with heads of rows and an empty cell',
      '<table><tr><td></td><th>Adult</th><th>Child</th></tr><tr><th scope="row">Kelby</th><td>12</td><td></td></tr><tr><th scope="row">Lune</th><td>9</td><td>4</td></tr></table>',
      'Kelby | 12 |\nLune | 9 | 4',
    ],
    [
      'a table with paragraphs in its cells',
      '<table><thead><tr><th colspan="2">Fares</th></tr><tr><th>Route</th><th>Adult</th></tr></thead><tbody><tr><td><p>Kelby</p></td><td><p>12</p></td></tr></tbody></table>',
      'Kelby | 12',
    ],
    [
      'a table in a figure',
      '<figure><table><tr><td>Route</td><td>Adult</td></tr><tr><td>Kelby</td><td>12</td></tr></table><figcaption>Fares in crowns</figcaption></figure>',
      'Kelby | 12',
    ],
    ['code in columns', '<pre>Pier   Depth\nNorth  4 m</pre>', 'Pier   Depth\nNorth  4 m'],
    [
      'terms in groups',
      '<dl><div><dt><dfn>Lehr</dfn></dt><dd><p>An oven.</p></dd></div></dl>',
      'Lehr: An oven.',
    ],
    [
      'terms as headings',
      '<h4>Dale</h4><p>A funnel.</p><h4>Lehr</h4><p>An oven.</p>',
      'Dale\n\nA funnel.\n\nLehr\n\nAn oven.',
    ],
    [
      'codes as headings',
      '<h3><code>E-2207</code></h3><p>The disk is full.</p>',
      'E-2207\n\nThe disk is full.',
    ],
    ['terms in bold', '<p><b>Dale</b><br>A funnel.</p>', 'Dale\nA funnel.'],
    [
      'questions in bold',
      '<p><strong>Why?</strong></p><p>My aunt had a shed.</p>',
      'Why?\n\nMy aunt had a shed.',
    ],
    [
      'questions as terms',
      '<dl><dt>When did you come?</dt><dd>In 1962.</dd></dl>',
      'When did you come?\n\nIn 1962.',
    ],
    [
      'an address',
      '<h2>Office</h2><p>Quay 4<br>1180 Kelby</p><p>Tel. 555 0134</p>',
      'Office\n\nQuay 4\n1180 Kelby\n\nTel. 555 0134',
    ],
  ])('%s', (_what, html, text) => {
    expect(inside(html)).toContain(text);
  });

  it('a panel under a heading that is no question', () => {
    const panel = (id: string, head: string, says: string) =>
      `<h3><button aria-expanded="false" aria-controls="${id}">${head}</button></h3><div id="${id}" hidden><p>${says}</p></div>`;
    const panels = panel('a', 'Delivery', 'Three days.') + panel('b', 'Returns', 'Within a month.');
    const text = read(`${MENU}<main><h1>Kettle</h1>${TEXT}<div class="acc">${panels}</div></main>`);
    expect(text).toContain('Delivery\n\nThree days.\n\nReturns\n\nWithin a month.');
  });
});
