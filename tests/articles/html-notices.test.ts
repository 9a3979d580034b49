import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const STORY = [
  'The council had argued over the bill since spring, when the first tender came in far above what had been planned.',
  'Pupils had been taught in the town hall, where the rooms were small, cold and rather loud during market days.',
  'The head teacher thanked everybody who had carried chairs, and said that lessons would start again on Monday.',
].map((text) => `<p>${text}</p>`);
const read = (inner: string) =>
  readHtml(
    `<!doctype html><html lang="en"><head><title>School roof repaired</title></head><body><main><article><h1>School roof repaired</h1>${inner}</article></main></body></html>`,
    { source: 'page.html' },
  ).text;

describe('what a page says of itself below the article is left out', () => {
  const story = read(STORY.join(''));

  it.each([
    '<h3>Privacy</h3><p>We store as little as we can. Ask us by letter what we hold of you.</p>',
    '<div><h3>Your choices</h3><p>We and our partners store data on your device.</p><p>You can withdraw your consent at any time.</p></div>',
    '<h4>A note on links</h4><p>If you buy something through a link we may earn a commission, at no cost to you.</p>',
    '<p>This site uses cookies to count its visits. All rights reserved.</p>',
    '<h4>Hinweis</h4><p>Mit * sind Affiliate-Links gekennzeichnet, für die wir Geld bekommen.</p>',
  ])('%s', (notice) => {
    expect(read(STORY.join('') + notice)).toBe(story);
  });
});

describe('what is told of such things is read', () => {
  it('in an article about them', () => {
    const about =
      '<p>The law on cookies was passed on Monday with the votes of both large parties.</p>';
    const end = '<p>From May on no page may say: we use cookies, like it or leave.</p>';
    expect(read(about + STORY.join('') + end)).toContain('From May on');
  });

  it('above other paragraphs', () => {
    const inside =
      '<h2>Data</h2><p>The firm says that all rights reserved in 1962 are now the town’s.</p>';
    expect(read(`${STORY[0]}${STORY[1]}${inside}<p>It was closed in May.</p>`)).toContain('1962');
  });

  it('on a page of nothing else', () => {
    const notice =
      '<h2>Privacy</h2><p>We use cookies to count visits, and share no data with our partners.</p>';
    expect(read(notice)).toContain('We use cookies');
  });
});
