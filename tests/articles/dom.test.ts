import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const SENTENCE =
  'The ferry to Kelby stops in May, because its engine is worn out after forty years.';

const PAGES: Readonly<Record<string, string>> = {
  'without an html tag': `<!doctype html><head><title>T</title></head><body><p>${SENTENCE}</body>`,
  'without html, head and body tags': `<!doctype html><title>T</title><p>${SENTENCE}`,
  'with a head that is not opened': `<!doctype html><html lang=en><title>T</title><body><p>${SENTENCE}`,
  'with text before the doctype': `<br>Warning: x in y.php on line 3<!doctype html><html><head><title>T</title></head><body><p>${SENTENCE}</p></body></html>`,
  'with a second body': `<html><body><div>Menu</div></body><body><p>${SENTENCE}</p></body></html>`,
  'with content after its body': `<html><head></head><body></body></html><p>${SENTENCE}</p>`,
  'with a table that is not closed': `<html><body><table><tr><td><p>${SENTENCE}</body></html>`,
};

describe('a page as browsers read it', () => {
  it.each(Object.entries(PAGES))('is read %s', (_, html) => {
    expect(readHtml(html, { source: 'page' }).text).toContain(SENTENCE);
  });

  it('takes its language from the html tag', () => {
    expect(readHtml(`<html lang=de><p>${SENTENCE}`, { source: 'page' }).language).toBe('de');
  });

  it('is refused, and soon, if it nests without an end', () => {
    expect(() => readHtml('<div>'.repeat(100_000), { source: 'page' })).toThrow(
      /too much time or memory/,
    );
  });
});
