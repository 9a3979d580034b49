import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

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
  ])('%s is text', (_what, part, words) => {
    expect(article(part)).toContain('Salt and Ledger');
    expect(article(part)).toContain(words);
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
});

describe('a caption', () => {
  it('with a heading and paragraphs is text, and one of words alone is none', () => {
    const figure = (caption: string) =>
      `<figure><img src="a.png"><figcaption>${caption}</figcaption></figure>`;
    const told = '<h3>The tide shed</h3><p>The tide shed was built in 1888 by Ada Quist.</p>';
    expect(article(figure(told))).toContain('The tide shed was built in 1888 by Ada Quist.');
    expect(article(figure('The harbour in May. Photo: Ada Quist'))).not.toContain('Photo');
  });
});

describe('what JSON-LD calls a headline', () => {
  it('is the title only where the page agrees', () => {
    const data = { '@type': 'Article', name: 'Brindle otter', headline: 'species of mammal' };
    const head = `<title>Brindle otter - Wikipedia</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(read(`<h1>Brindle otter</h1>${PROSE}`, head).title).toBe('Brindle otter');
  });
});
