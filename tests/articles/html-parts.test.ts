import { describe, expect, it } from 'vitest';
import { htmlFragment, readHtml } from '../../src/articles/html.js';

const PROSE =
  '<p>The council of Kelby met on Monday evening in the old school and talked for three hours about the roof, the road and the harbour wall, which has to be repaired.</p>';
const read = (body: string, head = '<title>School roof repaired</title>') =>
  readHtml(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    source: 'page',
  });
const article = (part: string) =>
  read(`<article><h1>School roof repaired</h1>${PROSE}${part}${PROSE}</article>`).text;

describe('a list of nothing but links', () => {
  const links = (tag: string) =>
    `<${tag}><li><a href="/1">Salt and Ledger</a></li><li><a href="/2">The Weir</a></li></${tag}>`;

  it.each([
    ['that a colon announces', `<p>These are the winners:</p>${links('ul')}`, '- The Weir'],
    ['that is numbered', `<p>Elected were</p>${links('ol')}`, '2. The Weir'],
    [
      'in the cell of a table',
      `<table><tr><th>Books</th><td>${links('ul')}</td></tr><tr><th>Year</th><td>2021</td></tr></table>`,
      'The Weir',
    ],
    [
      'of divisions that a colon announces',
      `<p>The winners of this year are:</p><div><div><a href="/1">Salt and Ledger</a></div><div><a href="/2">Night Boat</a></div><div><a href="/3">The Weir</a></div></div>`,
      'The Weir',
    ],
  ])('%s is text', (_what, part, words) => {
    expect(article(part)).toContain('Salt and Ledger');
    expect(article(part)).toContain(words);
  });

  it('is none if its paragraphs are announced as other articles', () => {
    const text = article(
      PROSE.repeat(3) +
        '<p>Read more:</p><p><a href="/1">Salt and Ledger wins</a></p><p><a href="/2">The Weir is closed</a></p>',
    );
    expect(text).not.toContain('The Weir is closed');
  });
});

describe('a list in an article’s header', () => {
  it('is its lead with all its items, however short', () => {
    const lead =
      '<li>The roof is tight again after two years of work.</li><li>It cost 83,000.</li>';
    const { text } = read(
      `<main><article><header><h1>School roof repaired</h1><ul>${lead}</ul></header><div class="entry-content">${PROSE}${PROSE}${PROSE}</div></article></main>`,
    );
    expect(text).toMatch(
      /^- The roof is tight again after two years of work\.\n- It cost 83,000\./,
    );
  });
});

describe('elements that nobody knows', () => {
  it('are part of their sentence', () => {
    const sentence =
      'The mayor of <st1:city>Kelby</st1:city> said that <nobr>12 boats</nobr> leave <glossary-term>the quay</glossary-term> (<output>4</output>).';
    expect(article(`<p>${sentence}</p>`)).toContain(
      'The mayor of Kelby said that 12 boats leave the quay (4).',
    );
  });
});

describe('short blocks of one item', () => {
  it('are one line, with a space between them', () => {
    const item = (amount: string, unit: string, name: string) =>
      `<li><div class="amount">${amount}</div><div class="unit">${unit}</div><div class="name">${name}</div></li>`;
    const text = article(
      `<ul>${item('600', 'g', 'split peas')}${item('2', 'cups', 'brown sugar')}</ul><p><span>Serves</span><span>8</span></p>`,
    );
    expect(text).toContain('- 600 g split peas\n- 2 cups brown sugar');
    expect(text).toContain('Serves 8');
  });

  const parts = (...words: string[]) =>
    `<div class="line">${words.map((part) => `<div>${part}</div>`).join('')}</div>`;

  it('are one line outside a list too, and such lines are a list', () => {
    const lines = [parts('600', 'g', 'split peas'), parts('½', 'cup', ''), parts('Serves', '8')];
    const text = article(`<div class="box">${lines.join('')}</div>`);
    expect(text).toContain('600 g split peas\n\n½ cup\n\nServes 8');
  });

  it.each([
    ['<span class="a">600</span><span class="u">g</span><span class="n">peas</span>', '600 g peas'],
    ['<span>2</span><span>cups</span><span>brown sugar</span>', '2 cups brown sugar'],
    ['<span class="l">Serves:</span><span class="l">4</span>', 'Serves: 4'],
    ['<span class="c1">H</span><span class="c2">arbour</span>', 'Harbour'],
  ])('may be spans, which the words of one word are not: %s', (spans, line) => {
    expect(article(`<p>${spans}</p>`)).toContain(`\n${line}\n`);
  });

  it('are no line if they are sentences, links, or have no number', () => {
    const text = article(
      `<div>${PROSE}${parts('He had 2 boats.', 'They sank.')}${parts('Pia', 'Roos')}${PROSE}</div>`,
    );
    expect(text).not.toMatch(/boats\. They|Pia Roos/);
  });

  it('are kept with the others of their list', () => {
    const items = '<li><div>250</div><div>ml</div><div>milk</div></li><li><p>2</p><p>eggs</p></li>';
    expect(article(`<ul>${items}</ul>`)).toContain('- 250 ml milk\n- 2 eggs');
  });
});

describe('what a question in an item opens', () => {
  it('is read with it', () => {
    const item = (id: string, question: string, answer: string) =>
      `<li><button aria-controls="${id}" aria-expanded="false">${question}</button><div id="${id}" hidden>${answer}</div></li>`;
    const { text } = read(
      `<main><h1>Help</h1><ul>${item('a', 'Where do I moor?', 'On the north pier.')}${item('b', 'How long?', 'For three nights.')}</ul></main>`,
      '<title>Help</title>',
    );
    expect(text).toContain('On the north pier.');
    expect(text).toContain('For three nights.');
  });
});

describe('an empty cell', () => {
  it('keeps its place in its row', () => {
    const rows = ['<th>Boat</th><th>Day</th><th>Week</th>', '<td>Cutter</td><td></td><td>60</td>'];
    const table = `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    expect(article(table)).toContain('Boat | Day | Week\nCutter |  | 60');
  });
});

describe('a heading with an unlucky name', () => {
  it('is kept over its paragraph, and not over links', () => {
    const head = '<header class="related-header"><h2>Hut Arnfels</h2></header>';
    expect(article(`${PROSE}${head}<p>It has twelve beds, a stove and a bell.</p>`)).toContain(
      'Hut Arnfels',
    );
    expect(article(`${PROSE}${head}<ul><li><a href="/a">Ten huts</a></li></ul>`)).not.toContain(
      'Hut Arnfels',
    );
  });
});

describe('an article that an endless page adds', () => {
  it('is told by its own address, where the page has no `article`', () => {
    const { text } = read(
      `<section data-url="/1"><h1>School roof repaired</h1><p>Roofer Jens Pohl repaired it.</p><p>It took a month.</p></section><section data-url="/2"><h2>The tower is to be rebuilt</h2>${PROSE}${PROSE}</section>`,
    );
    expect(text).toContain('Jens Pohl');
    expect(text).not.toContain('Monday evening');
  });
});

describe('a caption', () => {
  it('with a heading and paragraphs is text, and one of words alone is none', () => {
    const figure = (caption: string) =>
      `<figure><img src="a.png"><figcaption>${caption}</figcaption></figure>`;
    const told = '<h3>The tide shed</h3><p>The tide shed was built in 1888 by Ada Quist.</p>';
    expect(article(figure(told))).toContain('The tide shed was built in 1888 by Ada Quist.');
    expect(article(figure('The harbour in May. Photo: Ada Quist'))).not.toContain('Photo');
  });

  it('is text if there is hardly any other', () => {
    const figures = ['first', 'second', 'third'].map(
      (day) =>
        `<figure><img src="a.png"><figcaption>The flood on its ${day} day, when people carried chairs up to the church.</figcaption></figure>`,
    );
    const { text } = read(`<main><h1>School roof repaired</h1>${figures.join('')}</main>`);
    expect(text).toContain('its first day');
    expect(text).toContain('its third day');
  });
});

describe('what JSON-LD calls a headline', () => {
  it('is the title only where the page agrees', () => {
    const data = { '@type': 'Article', name: 'Brindle otter', headline: 'species of mammal' };
    const head = `<title>Brindle otter - Wikipedia</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(read(`<h1>Brindle otter</h1>${PROSE}`, head).title).toBe('Brindle otter');
  });
});

describe('lines with labels', () => {
  const PROSE =
    'The pier in Kelby reopens on Monday after two years of repairs that cost 83,000 crowns, the council said.';
  const text = (body: string) =>
    readHtml(`<title>Pier</title><article><h1>Pier</h1>${body}</article>`, { source: 'pier.html' })
      .text;

  it.each([
    'Tags: pier, ferry',
    'Filed under News, Harbour',
    'Schlagwörter: Pier, Fähre',
    'Mots-clés : port',
    'Etiquetas: muelle',
    'Text: Mia Host',
    'Read more: The dog is back',
    'Photo: Mirela Quaye',
    '- Print - Save - Pinterest',
    '12 reacties',
    'Deel dit artikel',
    'Prenumerera på vårt nyhetsbrev',
    'Condividi questo articolo',
    'Print | E-mail | WhatsApp',
    'Share this: Facebook Twitter LinkedIn',
    'Teilen Drucken Merken',
    'Partager : Facebook, Imprimer',
    '👍 12 👎 3',
  ])('such as %j are no text below the last paragraph', (line) => {
    expect(text(`<p>${PROSE}</p><p>${line}</p>`)).toBe(PROSE);
  });

  it('are text between paragraphs, under headings, on pages of nothing else and as sentences', () => {
    const line = '<p>Topics: piers, cranes</p>';
    expect(text(`<p>${PROSE}</p>${line}<p>${PROSE}</p>`)).toContain('Topics: piers');
    const fragment = htmlFragment(`<p>${PROSE}</p><h2>Course</h2>${line}`, 'entry');
    expect(fragment.text).toContain('Topics: piers');
    expect(text(`<p>Course of May</p>${line}`)).toContain('Topics: piers');
    expect(text(`<p>${PROSE}</p><p>Text: it is read aloud at noon.</p>`)).toContain('aloud');
    expect(text(`<p>${PROSE}</p><p>Print and save.</p>`)).toContain('Print and save.');
    expect(text(`<p>${PROSE}</p><p>Contact: Lotte Amaral, 555-1234</p>`)).toContain('555-1234');
  });
});

describe('a chapter about sharing', () => {
  it.each(['share-a-folder', 'how-to-share-photos'])('is text, though its id is %s', (id) => {
    const heading = id.replaceAll('-', ' ');
    const said =
      'Choose it, press the button and name who may read it; they get a letter with a link.';
    const before =
      '<p>Folders lie in the archive, and everyone who has a card may look into them.</p>';
    const page = `<title>Guide</title><article><h1>Guide</h1>${before.repeat(3)}<section id="${id}"><h2>${heading}</h2><p>${said}</p></section></article>`;
    const { text } = readHtml(page, { source: 'guide.html' });
    expect(text).toContain(`${heading}\n\n${said}`);
  });
});

describe('a line in the place of a film', () => {
  it.each([
    'Media playback is unsupported on your device',
    'Media playback is not supported on this device',
  ])('is no text: %s', (line) => {
    const prose =
      'The pier opened on Monday after two years of repairs by the council, and everyone was there.';
    const page = `<title>Pier</title><article><h1>Pier</h1><p>${prose}</p><p>${line}</p><p>${prose}</p></article>`;
    expect(readHtml(page, { source: 'pier.html' }).text).toBe(`${prose}\n\n${prose}`);
  });
});
