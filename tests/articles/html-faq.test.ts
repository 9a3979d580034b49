import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const OPEN = 'The bath opens at seven in the morning, and closes once it is dark outside.';
const DOGS = 'Dogs may come along on the first Sunday of October, when the water is let out.';

/** A page that says in its JSON-LD what it answers. */
function page(body: string, entries: readonly (readonly [string, string])[]): string {
  const mainEntity = entries.map(([name, text]) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: { '@type': 'Answer', text },
  }));
  const data = JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity });
  return `<!doctype html><html lang="en"><head><title>The lake bath</title>
<script type="application/ld+json">${data}</script></head>
<body><main><h1>The lake bath</h1>${body}</main></body></html>`;
}

/** Each block of a page as its kind and its words. */
function blocks(html: string): string[] {
  const { text, blocks } = readHtml(html, { source: 'bath.html' });
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('a page that says which questions it answers', () => {
  it('has them as questions, however they are written', () => {
    const body = `<div class="q">Opening hours</div><div class="a"><p>${OPEN}</p></div>
<div class="q">Dogs in the water</div><div class="a"><p>${DOGS}</p></div>`;
    const html = page(body, [
      ['Opening hours', `<p>${OPEN}</p>`],
      ['Dogs in the water', DOGS],
    ]);
    expect(blocks(html)).toEqual([
      'question: Opening hours',
      `paragraph: ${OPEN}`,
      'question: Dogs in the water',
      `paragraph: ${DOGS}`,
    ]);
  });

  it('has those too that it shows once somebody opens them, and none twice', () => {
    const html = page(`<h3>When is the bath open?</h3><p>${OPEN}</p>`, [
      ['When is the bath open?', OPEN],
      ['May I bring my dog?', `<p>${DOGS}</p><ul><li>on a lead</li><li>without a ball</li></ul>`],
    ]);
    expect(blocks(html)).toEqual([
      'question: When is the bath open?',
      `paragraph: ${OPEN}`,
      'question: May I bring my dog?',
      `paragraph: ${DOGS}`,
      'item: on a lead',
      'item: without a ball',
    ]);
  });

  it('has them if they are all that it has', () => {
    const html = page('<div id="app"></div>', [['May I bring my dog?', DOGS]]);
    expect(blocks(html)).toEqual(['question: May I bring my dog?', `paragraph: ${DOGS}`]);
  });

  it.each([
    ['no answer', { '@type': 'Question', name: 'Why?' }],
    ['an answer that is no text', { name: 'Why?', acceptedAnswer: { text: ['because'] } }],
    ['no words', { name: '?', acceptedAnswer: { text: '<b></b>' } }],
    ['nothing', null],
  ])('is read as any other if an entry has %s', (_what, mainEntity) => {
    const data = JSON.stringify({ '@type': 'FAQPage', mainEntity });
    const html = `<title>Bath</title><script type="application/ld+json">${data}</script><p>${OPEN}</p>`;
    expect(blocks(html)).toEqual([`paragraph: ${OPEN}`]);
  });
});
