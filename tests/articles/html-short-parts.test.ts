import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const FIRST =
  'The soup was cooked on the quay for the first time in 1911, when the herring fleet came home late in a storm.';
const SECOND =
  'Each family has a way of its own, so that nobody agrees about the pepper or how long the pot has to stand.';
const LAST =
  'The harbour company gives a pot to everybody who comes on the first Sunday of June, whatever the weather is.';

const read = (inner: string) =>
  readHtml(
    `<!doctype html><html lang="en"><body><article><h1>Soup</h1><p>${FIRST}</p><p>${SECOND}</p>${inner}<p>${LAST}</p></article></body></html>`,
    { source: 'page.html' },
  ).text;
const repeated = <Row extends readonly string[]>(
  form: (...parts: Row) => string,
  ...rows: readonly Row[]
) => rows.map((row) => form(...row)).join('');

describe('short parts side by side are one line', () => {
  it.each([
    [
      'divisions',
      (a: string, b: string, c: string) =>
        `<div class="ingredient"><div class="qty">${a}</div><div class="measure">${b}</div><div class="what">${c}</div></div>`,
    ],
    [
      'spans of items',
      (a: string, b: string, c: string) =>
        `<li><span class="amount">${a}</span><span class="unit">${b}</span><span class="name">${c}</span></li>`,
    ],
    [
      'paragraphs of items',
      (a: string, b: string, c: string) => `<li><p>${a}</p><p>${b}</p><p>${c}</p></li>`,
    ],
  ])('of an amount, its unit and its name: %s', (_how, form) => {
    const text = read(repeated(form, ['250', 'ml', 'oat milk'], ['2', 'tbsp', 'olive oil']));
    expect(text).toContain('250 ml oat milk');
    expect(text).toContain('2 tbsp olive oil');
  });

  it.each([
    [
      'spans',
      (a: string, b: string) => `<div class="meta"><span>${a}</span><span>${b}</span></div>`,
    ],
    [
      'divisions',
      (a: string, b: string) => `<div class="time-row"><div>${a}</div><div>${b}</div></div>`,
    ],
    [
      'a bold label',
      (a: string, b: string) => `<div class="spec"><b>${a}</b><div>${b}</div></div>`,
    ],
    ['paragraphs', (a: string, b: string) => `<div class="fact"><p>${a}</p><p>${b}</p></div>`],
    ['bold words', (a: string, b: string) => `<p><b>${a}</b><b>${b}</b></p>`],
    ['two kinds of mark', (a: string, b: string) => `<p><strong>${a}</strong><em>${b}</em></p>`],
    ['marks in a division', (a: string, b: string) => `<div><em>${a}</em><em>${b}</em></div>`],
    ['a link', (a: string, b: string) => `<p><a href="1">${a}</a><span>${b}</span></p>`],
  ])('of a label and a value: %s', (_how, form) => {
    const text = read(repeated(form, ['Serves', '8'], ['Time', '40 min']));
    expect(text).toContain('Serves 8');
    expect(text).toContain('Time 40 min');
  });

  it('but not the parts of a word or a formula', () => {
    const inner =
      '<p><b>You</b><b>Tube</b> and <i>x</i><b>2</b> and <b>H</b><b>2</b>O and <b>2</b><i>nd</i></p>';
    expect(read(inner)).toContain('YouTube and x2 and H2O and 2nd');
  });

  it('and several lines in a row are read below the text', () => {
    const line = (name: string, amount: string, what: string) =>
      `<div class="${name}"><div>${amount}</div><div>${what}</div></div>`;
    const { text } = readHtml(
      `<body><main><h1>Soup</h1><p>${FIRST}</p>${line('row', '2', 'split peas')}${line('row', '1', 'onion')}${line('fact', 'Serves', '8')}</main></body>`,
      { source: 'page.html' },
    );
    expect(text).toMatch(/2 split peas\s+1 onion\s+Serves 8/);
  });

  it('and a list is read whole, though some of its items are divisions', () => {
    const { text } = readHtml(
      `<body><main><h1>Soup</h1><p>${FIRST}</p><ul><li><p>2</p><p>cups split peas</p></li><li><div>1</div><div>onion</div></li></ul></main></body>`,
      { source: 'page.html' },
    );
    expect(text).toContain('- 2 cups split peas\n- 1 onion');
  });

  it('and lines beside them, though they have no number', () => {
    const hours =
      '<div><span>Sat</span><span>10–14</span></div><div><span>Sun</span><span>closed</span></div>';
    expect(read(`<div class="hours">${hours}</div>`)).toMatch(/Sat 10–14\s+Sun closed/);
    const row = (...cells: string[]) =>
      `<div class="tr">${cells.map((cell) => `<div class="td">${cell}</div>`).join('')}</div>`;
    expect(
      read(
        `<div class="table">${row('Pier', 'Depth')}${row('North', '4 m')}${row('South', '6 m')}</div>`,
      ),
    ).toMatch(/Pier Depth\s+North 4 m\s+South 6 m/);
  });

  it('and what a card says under its heading is read', () => {
    const card = (name: string, price: string, item: string) =>
      `<div class="plan"><h3>${name}</h3><div class="price">${price}</div><ul><li>${item}</li></ul></div>`;
    const cards =
      card('Basic', '12 crowns', 'One boat') + card('Large', '30 crowns', 'Three boats');
    expect(read(`<div class="plans">${cards}</div>`)).toContain(
      'Basic\n\n12 crowns\n\n- One boat\n\nLarge\n\n30 crowns\n\n- Three boats',
    );
  });

  it('but not below the text', () => {
    const { text } = readHtml(
      `<body><article><h1>Soup</h1><p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p><div class="stat"><span>Views</span><span>1,204</span></div></article></body>`,
      { source: 'page.html' },
    );
    expect(text).toBe([FIRST, SECOND, LAST].join('\n\n'));
  });

  it('and a list in a cell has commas without a space before them', () => {
    const stops = '<ul><li><div>Kelby</div></li><li><div>Wexcombe</div></li></ul>';
    expect(
      read(
        `<table><tr><th>Stops</th><td>${stops}</td></tr><tr><th>Fare</th><td>3</td></tr></table>`,
      ),
    ).toContain('Stops | Kelby, Wexcombe');
  });

  it('and all lines of a glossary are read below the last paragraph', () => {
    const line = (term: string, means: string) =>
      `<div class="def"><span class="term">${term}</span><span class="text">${means}</span></div>`;
    const { text } = readHtml(
      `<body><main><h1>Lamps</h1><p>${FIRST}</p>${line('Lamp C3', 'The door of the engine room is open.')}${line('Lamp C4', 'The pump has stopped.')}</main></body>`,
      { source: 'page.html' },
    );
    expect(text).toMatch(
      /Lamp C3 The door of the engine room is open\.\s+Lamp C4 The pump has stopped\./,
    );
  });
});

describe('an element that has no meaning in HTML is in its line', () => {
  it.each([
    [
      'of a site',
      '<p>The mayor of <place-name>Kelby</place-name> said <x-num>12</x-num> boats leave <my-tooltip text="x">the quay</my-tooltip> by <output>noon</output>.</p>',
      'The mayor of Kelby said 12 boats leave the quay by noon.',
    ],
    [
      'of a word processor',
      '<div>The mayor of <o:p>Kelby</o:p> said <nobr>12 boats</nobr> leave <rb>the quay</rb> at night when it is calm.</div>',
      'The mayor of Kelby said 12 boats leave the quay at night when it is calm.',
    ],
    [
      'of mathematics',
      '<p>It needs <math><semantics><mrow><mi>x</mi><mo>=</mo><mn>5</mn></mrow><annotation>x=5</annotation></semantics></math> metres of rope.</p>',
      'It needs x=5 metres of rope.',
    ],
  ])('%s', (_of, html, sentence) => {
    expect(read(html)).toContain(sentence);
  });
});

describe('when something happened is read with it', () => {
  const page = (form: (time: string, text: string) => string, ...entries: [string, string][]) =>
    readHtml(
      `<body><main><h1>Storm</h1>${entries.map(([time, text]) => form(time, text)).join('')}</main></body>`,
      { source: 'page.html' },
    ).text;
  const FERRY = 'The Amsel ferry was stopped for the night.';
  const LIVE: [string, string][] = [
    ['19:05', FERRY],
    ['18:40', 'Two trees fell on the road to Wexcombe, which is shut.'],
    ['18:10', 'The wind reached force ten at the lighthouse.'],
  ];
  const YEARS: [string, string][] = [
    ['1911', 'The shed was built for the pilots of the harbour.'],
    ['1931', 'It burnt down in one night and was rebuilt in stone.'],
    ['1962', 'The last boat left and the shed became a store.'],
  ];

  it.each([
    [
      'headings',
      (time: string, text: string) =>
        `<section><h3><time>${time}</time></h3><p>${text}</p></section>`,
    ],
    [
      'spans',
      (time: string, text: string) =>
        `<div class="item"><span class="time">${time}</span><div><p>${text}</p></div></div>`,
    ],
    [
      'terms',
      (time: string, text: string) => `<dl><dt><time>${time}</time></dt><dd>${text}</dd></dl>`,
    ],
    [
      'a division below another',
      (time: string, text: string) =>
        `<article><div class="stamp"><time>${time}</time></div><div>${text}</div></article>`,
    ],
    [
      'a division below a heading',
      (time: string, text: string) =>
        `<div class="tick"><time>${time}</time><h3>Now</h3><div>${text}</div></div>`,
    ],
    [
      'a division in another, some with a few words only',
      (time: string, text: string) =>
        `<div class="tl"><span><time>${time}</time></span><div><h4>At the coast</h4><div class="tx">${text}</div></div></div>`,
    ],
    [
      'a day and a time',
      (time: string, text: string) =>
        `<div class="entry"><time>1 May, ${time}</time><p>${text}</p></div>`,
    ],
  ])('on a live page with %s', (_with, form) => {
    expect(page(form, ...LIVE)).toMatch(/19:05[\s–:]+The Amsel ferry/);
  });

  it('in a history', () => {
    const entry = (time: string, text: string) =>
      `<div class="entry"><time>${time}</time><p>${text}</p></div>`;
    expect(page(entry, ...YEARS)).toMatch(/1911[\s–:]+The shed was built/);
    expect(page(entry, ...YEARS)).toMatch(/1931[\s–:]+It burnt down/);
  });

  it('but not when a teaser of another page was written', () => {
    const teaser = (time: string, text: string) =>
      `<div class="entry"><time>${time}</time><p><a href="1">${text}</a> It is long ago, and nobody knows why.</p></div>`;
    expect(page(teaser, ...YEARS)).not.toContain('1911');
  });
});

describe('captions are read', () => {
  const gallery = (form: (text: string) => string) =>
    readHtml(
      `<body><main><h1>Sheds</h1><p>Pictures of the sheds.</p>${[FIRST, SECOND, LAST].map(form).join('')}</main></body>`,
      { source: 'page.html' },
    ).text;

  it.each([
    [
      'items of a list',
      (text: string) => `<li><figure><img src="a"><figcaption>${text}</figcaption></figure></li>`,
    ],
    [
      'slides',
      (text: string) =>
        `<div class="slide"><img src="a"><div class="slide-caption"><b>Shed</b><p>${text}</p></div></div>`,
    ],
    [
      'definitions',
      (text: string) => `<dl><dt><img src="a"></dt><dd class="gallery-caption">${text}</dd></dl>`,
    ],
  ])('if they are most of a page, as %s', (_as, form) => {
    for (const text of [FIRST, SECOND, LAST]) expect(gallery(form)).toContain(text);
  });
});

describe('the text that only the data of a page has', () => {
  const body = [FIRST, SECOND, LAST].join('\n');
  it.each([
    [
      'in a graph',
      { '@graph': [{ '@type': 'WebPage' }, { '@type': 'NewsArticle', articleBody: body }] },
    ],
    ['in a list', [{ '@type': 'Organization' }, { '@type': ['Article'], articleBody: body }]],
    ['called text', { '@type': 'BlogPosting', text: body }],
  ])('is read %s, a paragraph a line', (_where, data) => {
    const { text } = readHtml(
      `<head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><h1>Soup</h1><p>Loading…</p></main></body>`,
      { source: 'page.html' },
    );
    expect(text).toBe([FIRST, SECOND, LAST].join('\n\n'));
  });

  it('is read from microdata', () => {
    const { text } = readHtml(
      `<body itemscope><main><h1>Soup</h1><p>Loading…</p><meta itemprop="articleBody" content="${FIRST} ${SECOND}"></main></body>`,
      { source: 'page.html' },
    );
    expect(text).toBe(`${FIRST} ${SECOND}`);
  });
});

describe('what a page says of itself or its pictures is not read', () => {
  it.each([
    'Image source, Getty Images',
    'Image caption, The roof in 2019',
    'Video can not be played',
    'To play this video you need to enable JavaScript in your browser.',
    'Last updated on 3 May 2021',
    'Affiliate Disclosure',
    'Table of Contents',
    'Photograph: Ode Marr/Reuters',
    'Photo by Ode Marr on Unsplash',
    'Story continues below advertisement',
    'Click to share on Twitter (Opens in new window)',
    'Get the latest news delivered to your inbox',
    'Listen to this article',
    '3 min read',
    '12 votes',
  ])('%s', (line) => {
    expect(read(`<p>${line}</p>`)).toBe([FIRST, SECOND, LAST].join('\n\n'));
  });

  it.each([
    'The updated plan of 2019 was dropped.',
    'Published works of 1911',
    'Photographs by the pilots hang in the hall/kitchen.',
    'Listen to this: nobody came.',
  ])('but this is: %s', (line) => {
    expect(read(`<p>${line}</p>`)).toContain(line);
  });
});
