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
    ['a link', (a: string, b: string) => `<p><a href="1">${a}</a><span>${b}</span></p>`],
  ])('of a label and a value: %s', (_how, form) => {
    const text = read(repeated(form, ['Serves', '8'], ['Time', '40 min']));
    expect(text).toContain('Serves 8');
    expect(text).toContain('Time 40 min');
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
